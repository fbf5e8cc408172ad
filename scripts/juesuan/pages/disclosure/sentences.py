"""读懂这份决算: sentences made from data, each with its figures; a sentence without its figure is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from markupsafe import Markup, escape

from juesuan.model import Facts
from juesuan.pages.charts import small
from juesuan.pages.figures import Evidence
from juesuan.pages.words import STATES
from juesuan.rows import Row

_WAN_A_YI = Decimal(10000)


class _Missing(Exception):  # noqa: N818 - no error: a sentence has no figure
    """A figure that a sentence needs is not printed."""


@dataclass(frozen=True)
class Sentence:
    """A heading and a sentence of the plain summary."""

    head: str
    text: Markup
    picture: Markup = field(default_factory=Markup)


class Teller:
    """Tells a package in plain sentences."""

    def __init__(self, facts: Facts, evidence: Evidence) -> None:
        self.facts = facts
        self.evidence = evidence
        self._rows: dict[str, Row] = {}
        for row in facts.rows("measures"):
            self._rows.setdefault(row["measure"], row)
        self._picture = Markup()

    def sentences(self) -> list[Sentence]:
        """All sentences whose figures are printed."""
        parts: list[tuple[str, Callable[[], Markup]]] = [
            ("收入", self._revenue), ("支出", self._expenditure), ("用在哪些方面", self._functions),
            ("与上年相比", self._change), ("与预算相比", self._budget), ("人员与公用", self._basic),
            ("“三公”经费", self._three_public), ("政府采购", self._procurement), ("人员", self._people),
            ("车辆", self._assets), ("项目绩效", self._projects), ("对得上吗", self._checks),
        ]  # fmt: skip
        found = []
        for head, tell in parts:
            self._picture = Markup()
            try:
                found.append(Sentence(head, tell(), self._picture))
            except _Missing:
                continue
        return found

    def _draw(self, kind: str, **measures: str) -> None:
        """A small picture of measures that are all printed; none otherwise."""
        parts = [(label, self._rows.get(name)) for label, name in measures.items()]
        values = [(label, Decimal(row["actual"])) for label, row in parts if row and row["actual"]]
        if len(values) == len(measures):
            self._picture = small(kind, values)

    def _row(self, measure: str) -> Row:
        row = self._rows.get(measure)
        if row is None:
            raise _Missing
        return row

    def _value(self, measure: str, column: str = "actual") -> Decimal:
        text = self._row(measure)[column]
        if not text:
            raise _Missing
        return Decimal(text)

    def _n(self, measure: str, column: str = "actual", suffix: str = "") -> Markup:
        self._value(measure, column)
        return self.evidence.number("measures", self._row(measure), column, suffix)

    def _money(self, measure: str, column: str = "actual") -> Markup:
        value = self._value(measure, column)
        large = f"（约 {value / _WAN_A_YI:.2f} 亿元）" if abs(value) >= _WAN_A_YI else ""
        return self._n(measure, column) + Markup(f" 万元{large}")

    def _revenue(self) -> Markup:
        total = "revenue.total" if "revenue.total" in self._rows else "overall"
        self._draw(
            "stack",
            财政拨款="revenue.appropriation",
            事业收入="revenue.undertaking",
            其他收入="revenue.other",
        )
        text = Markup("这一年可用的钱共 {}，").format(self._money(total))
        text += Markup("其中本年收入 {}").format(self._money("revenue.current"))
        if "carryover.opening" in self._rows and self._value("carryover.opening"):
            text += Markup("，上年结转下来 {}").format(self._money("carryover.opening"))
        for name, label in (
            ("revenue.appropriation", "财政拨款"),
            ("revenue.general_public_budget", "一般公共预算财政拨款"),
        ):
            if name in self._rows and self._row(name)["share_pct"] and self._row(name)["actual"]:
                share = self._n(name, "share_pct", "%")
                text += Markup("；{} {}，占本年收入的 {}").format(label, self._money(name), share)
                break
        return text + Markup("。")

    def _expenditure(self) -> Markup:
        self._draw("stack", 基本支出="expenditure.basic", 项目支出="expenditure.project")
        return Markup("本年花了 {}：维持机构运转的基本支出 {}（占 {}），办具体事情的项目支出 {}（占 {}）。").format(
            self._money("expenditure.current"),
            self._money("expenditure.basic"), self._n("expenditure.basic", "share_pct", "%"),
            self._money("expenditure.project"), self._n("expenditure.project", "share_pct", "%"),
        )  # fmt: skip

    def _functions(self) -> Markup:
        rows = [
            r
            for r in self.facts.rows("functions")
            if r["level"] == "class" and r["actual"] and r["share_pct"]
        ]
        rows = [row for row in rows if row["fund"] == "general_public_budget"]
        if not rows:
            raise _Missing
        rows.sort(key=lambda row: -Decimal(row["actual"]))
        told = [
            Markup("{} {} 万元（占 {}）").format(
                row["class"].removesuffix("支出") or row["class"],
                self.evidence.number("functions", row, "actual"),
                self.evidence.number("functions", row, "share_pct", "%"),
            )
            for row in rows[:3]
        ]
        self._picture = small(
            "stack", [(row["class"].removesuffix("支出"), Decimal(row["actual"])) for row in rows]
        )
        return Markup("一般公共预算的钱最多用在：{}。").format(Markup("、").join(told))

    def _change(self) -> Markup:
        row, change = self._row("overall"), self._value("overall", "change")
        word = "增加" if change > 0 else "减少" if change < 0 else "持平"
        text = Markup("收支总体比上年{} {} 万元").format(word, self._absolute("overall", "change"))
        prior = (
            self._value("revenue.total" if "revenue.total" in self._rows else "overall") - change
        )
        if prior:
            self._picture = small("pair", [("上年", prior), ("今年", prior + change)], (2, 0))
        if prior and row["change_pct"]:
            text += Markup("（{} {}%）").format(
                "增长" if change > 0 else "下降", self._absolute("overall", "change_pct")
            )
        elif not prior:
            text += Markup("（由此推算上年为 0，没有可比的上年数，不计百分比）")
        if row["reason"]:
            text += Markup("。部门说明的原因：<q>{}</q>").format(row["reason"])
        return text + Markup("。")

    def _absolute(self, measure: str, column: str) -> Markup:
        row = self._row(measure)
        text = f"{abs(Decimal(row[column])):,}"
        return self.evidence.link(self.evidence.figure("measures", row, column), text)

    def _budget(self) -> Markup:
        whole = self._rows.get("appropriation.overall", {}).get("initial_budget")
        name, label = (
            ("appropriation.overall", "财政拨款")
            if whole
            else ("general_budget.expenditure", "一般公共预算财政拨款支出")
        )
        if not self._row(name)["initial_budget"]:
            return Markup("{}决算 {}，完成预算的 {}。").format(
                label, self._money(name), self._n(name, "completion_pct", "%")
            )
        budget = self._value(name, "initial_budget")
        self._picture = small("pair", [("年初预算", budget), ("决算", self._value(name))], (2, 0))
        text = Markup("{}年初预算 {}，决算 {}").format(
            label, self._money(name, "initial_budget"), self._money(name)
        )
        for column, word in (("variance_pct", "差异率"), ("completion_pct", "完成年初预算的")):
            if budget and self._row(name)[column]:
                text += Markup("，{} {}").format(word, self._n(name, column, "%"))
        return text + Markup("。")

    def _basic(self) -> Markup:
        self._draw("stack", 人员经费="basic.personnel", 公用经费="basic.public")
        return Markup("一般公共预算的基本支出中，人员经费 {}，公用经费 {}。").format(
            self._money("basic.personnel"), self._money("basic.public")
        )

    def _three_public(self) -> Markup:
        self._draw(
            "stack",
            出国="three_public.abroad",
            公车="three_public.vehicles",
            接待="three_public.reception",
        )
        text = Markup("“三公”经费 {}：").format(self._money("three_public.total"))
        parts = [("因公出国（境）", "abroad"), ("公务用车", "vehicles"), ("公务接待", "reception")]
        text += Markup("、").join(
            Markup("{} {} 万元").format(label, self._n(f"three_public.{name}"))
            for label, name in parts
        )
        return text + Markup("。")

    def _procurement(self) -> Markup:
        total, small_firms = self._value("procurement.total"), self._rows.get("procurement.sme")
        if small_firms and small_firms["actual"]:
            to_small = Decimal(small_firms["actual"])
            self._picture = small("stack", [("中小企业", to_small), ("其他", total - to_small)])
        text = Markup("政府采购 {}").format(self._money("procurement.total"))
        if self._value("procurement.total") and "procurement.sme" in self._rows:
            text += Markup("，其中授予中小企业的合同 {}（占 {}）").format(
                self._money("procurement.sme"), self._n("procurement.sme", "share_pct", "%")
            )
        return text + Markup("。")

    def _people(self) -> Markup:
        self._draw(
            "stack",
            在职="headcount.serving",
            离休="headcount.retired_cadre",
            退休="headcount.retired",
        )
        return Markup("实有 {} 人，其中在职 {} 人、离休 {} 人、退休 {} 人。").format(
            *(
                self._n(f"headcount.{name}")
                for name in ("total", "serving", "retired_cadre", "retired")
            )
        )

    def _assets(self) -> Markup:
        text = Markup("年末账面有车辆 {} 辆").format(self._n("assets.vehicles"))
        kept = self._rows.get("three_public.vehicles_kept")
        if kept and kept["actual"]:
            text += Markup("，用财政拨款开支运行费的公务用车保有量 {} 辆").format(
                self._n("three_public.vehicles_kept")
            )
        if "assets.building_area" in self._rows:
            text += Markup("，房屋 {} 平方米").format(self._n("assets.building_area"))
        return text + Markup("。")

    def _projects(self) -> Markup:
        rows = [row for row in self.facts.rows("projects") if row["kind"] == "project"]
        scored = sorted(
            (row for row in rows if row["total_score"]), key=lambda row: Decimal(row["total_score"])
        )
        if not scored:
            raise _Missing
        low, high = scored[0], scored[-1]
        number = self.evidence.number
        self._picture = small("strip", [("", Decimal(row["total_score"])) for row in scored])
        text = Markup("公开了 {} 张项目自评表，自评总分最高 {}，最低 {}").format(
            len(rows),
            number("projects", high, "total_score"),
            number("projects", low, "total_score"),
        )
        if low["name"] and low is not high:
            text += Markup("（{}）").format(low["name"])
        return text + Markup("。自评分由部门自己打出。")

    def _checks(self) -> Markup:
        rows = self.facts.rows("checks")
        counts = {
            state: sum(row["state"] == state for row in rows)
            for state in ("pass", "rounding", "fail", "unreadable")
        }
        text = f"本站核对了 {sum(counts.values()):,} 处勾稽关系：{counts['pass']:,} 处相符"
        text += f"，{counts['rounding']} 处只差四舍五入" if counts["rounding"] else ""
        text += f"，{counts['fail']} 处对不上" if counts["fail"] else "，没有发现对不上的地方"
        self._picture = small(
            "stack",
            [(STATES[state], Decimal(number)) for state, number in counts.items()],
            (0, 1, 4, 2),
        )
        if counts["unreadable"]:
            text += f"，{counts['unreadable']} 处因提取文本损坏无法核对"
        return escape(text + "。")
