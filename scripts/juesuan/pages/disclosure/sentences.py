"""读懂这份决算: sentences made from data, each with its figures.

A sentence asks for the figures that it needs; where one of them is not printed the sentence is left
out, and where only a part of it has no figure, that part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from markupsafe import Markup, escape

from juesuan.errors import AbsentFactError
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.charts import small
from juesuan.pages.disclosure.amounts import Amounts
from juesuan.pages.disclosure.forms import form_addresses
from juesuan.pages.evidence.confidential import confidential
from juesuan.pages.evidence.figures import Evidence, Measures
from juesuan.pages.telling.plain import PLAIN, plain_id
from juesuan.pages.telling.reasons import why
from juesuan.pages.telling.words import STATES
from juesuan.rows import FunctionsColumn, FunctionsRow, MeasuresColumn, ProjectsColumn, ProjectsRow


@dataclass(frozen=True)
class Sentence:
    """A heading and a sentence of the plain summary, with a small picture of what it says."""

    head: str
    text: Markup
    picture: Markup = field(default_factory=Markup)


class Teller:
    """Tells a package in plain sentences.

    Args:
        facts: the package.
        evidence: its links, for the page on which the sentences stand.
    """

    def __init__(self, facts: Facts, evidence: Evidence) -> None:
        self.facts = facts
        self.evidence = evidence
        self.measures = Measures(facts.rows("measures"), evidence)
        self.amounts = Amounts(self.measures)

    def sentences(self) -> list[Sentence]:
        """All sentences whose figures are printed, in the order of the page."""
        return list(self._told())

    def function(self, row: FunctionsRow, column: FunctionsColumn, suffix: str = "") -> Markup:
        """A number of a line of spending by function, as a link."""
        return self.evidence.number("functions", row, column, suffix)

    def form(self, row: ProjectsRow, column: ProjectsColumn) -> Markup:
        """A number of a form, as a link."""
        return self.evidence.number("projects", row, column)

    def term(self, word: str) -> Markup:
        """A word of the site, as a link to what it means."""
        here = addresses.disclosure(self.facts.disclosure_id)
        place = f"{addresses.way(here, addresses.GLOSSARY)}#{plain_id(word)}"
        return Markup('<a class="term" href="{}">{}</a>').format(place, word)

    def _told(self) -> Iterator[Sentence]:
        for tell in _SENTENCES:
            try:
                yield tell(self)
            except AbsentFactError:
                continue


def _joined(*parts: Markup) -> Markup:
    """Parts of a sentence as one, with its full stop."""
    return Markup("").join(parts) + Markup("。")


def _revenue(told: Teller) -> Sentence:
    ask = told.amounts
    text = Markup("这一年可用的钱共 {}，其中本年收入 {}").format(
        ask.money(told.measures.whole), ask.money("revenue.current")
    )
    kept = Markup()
    if told.measures.value("carryover.opening"):
        kept = Markup("，上年结转下来 {}").format(ask.money("carryover.opening"))
    picture = ask.stack(
        [
            ("财政拨款", "revenue.appropriation"),
            ("事业收入", "revenue.undertaking"),
            ("其他收入", "revenue.other"),
        ]
    )
    return Sentence("收入", _joined(text, kept, _appropriated(told)), picture)


def _appropriated(told: Teller) -> Markup:
    """What the treasury gave, as far as the template prints it with its share."""
    for name, label in (
        ("revenue.appropriation", "财政拨款"),
        ("revenue.general_public_budget", "一般公共预算财政拨款"),
    ):
        if told.measures.printed(name) and told.measures.printed(name, "share_pct"):
            return Markup("；{} {}，占本年收入的 {}").format(
                label, told.amounts.money(name), told.amounts.share(name)
            )
    return Markup()


def _expenditure(told: Teller) -> Sentence:
    ask = told.amounts
    text = Markup(
        "本年花了 {}：维持机构运转的基本支出 {}（占 {}），办具体事情的项目支出 {}（占 {}）。"
    ).format(
        ask.money("expenditure.current"),
        ask.money("expenditure.basic"),
        ask.share("expenditure.basic"),
        ask.money("expenditure.project"),
        ask.share("expenditure.project"),
    )
    parts = [("基本支出", "expenditure.basic"), ("项目支出", "expenditure.project")]
    return Sentence("支出", text, ask.stack(parts))


def _functions(told: Teller) -> Sentence:
    rows = sorted(
        (row for row in told.facts.rows("functions") if _is_told(row)),
        key=lambda row: -Decimal(row["actual"]),
    )
    if not rows:
        raise AbsentFactError("functions")
    largest = Markup("、").join(_function(told, row) for row in rows[:3])
    text = Markup("一般公共预算的钱最多用在：{}。").format(largest)
    parts = [(row["class"].removesuffix("支出"), Decimal(row["actual"])) for row in rows]
    return Sentence("用在哪些方面", text, small.stack(parts))


def _is_told(row: FunctionsRow) -> bool:
    """Whether a row is a class of the general public budget with its amount and share."""
    in_budget = row["level"] == "class" and row["fund"] == "general_public_budget"
    return in_budget and bool(row["actual"] and row["share_pct"])


def _function(told: Teller, row: FunctionsRow) -> Markup:
    return Markup("{} {} 万元（占 {}）").format(
        row["class"].removesuffix("支出") or row["class"],
        told.function(row, "actual"),
        told.function(row, "share_pct", "%"),
    )


def _change(told: Teller) -> Sentence:
    change, prior = told.amounts.value("overall", "change"), told.measures.last_year
    if prior is None:
        raise AbsentFactError("last year")
    word = "增加" if change > 0 else "减少" if change < 0 else "持平"
    size = told.amounts.size("overall", "change")
    text = Markup("收支总体比上年{} {} 万元").format(word, size)
    reason = told.measures.printed("overall", "reason")
    said = Markup("。{}").format(why(reason)) if change or reason else Markup()
    picture = small.pair(("上年", prior), ("今年", prior + change)) if prior else Markup()
    return Sentence("与上年相比", _joined(text, _change_rate(told, change, prior), said), picture)


def _change_rate(told: Teller, change: Decimal, prior: Decimal) -> Markup:
    """The change in percent; none on a base of zero."""
    if not prior:
        return Markup("（由此推算上年为 0，没有可比的上年数，不计百分比）")
    if not told.measures.printed("overall", "change_pct"):
        return Markup()
    word = "增长" if change > 0 else "下降"
    return Markup("（{} {}）").format(word, told.amounts.size("overall", "change_pct", "%"))


_RATES: tuple[tuple[MeasuresColumn, str], ...] = (
    ("variance_pct", "预决算差异率"),
    ("completion_pct", "完成年初预算的"),
)


def _linked(told: Teller, word: str) -> Markup:
    """A word, as a link to what it means where the site explains it."""
    return told.term(word) if any(one.name == word for one in PLAIN) else escape(word)


def _budget(told: Teller) -> Sentence:
    ask, name, label = told.amounts, "appropriation.overall", "财政拨款"
    if not told.measures.printed(name, "initial_budget"):
        name, label = "general_budget.expenditure", "一般公共预算财政拨款支出"
    budget = told.measures.value(name, "initial_budget")
    if budget is None:
        done = Markup("{}决算 {}，完成预算的 {}。").format(
            label, ask.money(name), ask.share(name, "completion_pct")
        )
        return Sentence("与预算相比", done)
    text = Markup("{}年初预算 {}，决算 {}").format(
        label, ask.money(name, "initial_budget"), ask.money(name)
    )
    rates = [
        Markup("，{} {}").format(_linked(told, word), ask.share(name, column))
        for column, word in _RATES
        if budget and told.measures.printed(name, column)
    ]
    picture = small.pair(("年初预算", budget), ("决算", ask.value(name)))
    return Sentence("与预算相比", _joined(text, *rates), picture)


def _basic(told: Teller) -> Sentence:
    ask = told.amounts
    text = Markup("一般公共预算的基本支出中，人员经费 {}，公用经费 {}。").format(
        ask.money("basic.personnel"), ask.money("basic.public")
    )
    parts = [("人员经费", "basic.personnel"), ("公用经费", "basic.public")]
    return Sentence("人员与公用", text, ask.stack(parts))


def _three_public(told: Teller) -> Sentence:
    ask = told.amounts
    text = Markup(
        "“三公”经费 {}{}：因公出国（境） {} 万元、公务用车 {} 万元、公务接待 {} 万元{}。"
    ).format(
        ask.money("three_public.total"),
        _compared(told, "three_public.total"),
        ask.number("three_public.abroad"),
        ask.number("three_public.vehicles"),
        ask.number("three_public.reception"),
        _why_changed(told, "three_public.total"),
    )
    picture = ask.stack(
        [
            ("出国", "three_public.abroad"),
            ("公车", "three_public.vehicles"),
            ("接待", "three_public.reception"),
        ]
    )
    return Sentence("“三公”经费", text, picture)


def _compared(told: Teller, measure: str) -> Markup:
    """How much more or less than in the year before, where that is printed."""
    row = told.measures.row(measure)
    if row is None or not row["change"] or not Decimal(row["change"]):
        return Markup()
    word = "增加" if Decimal(row["change"]) > 0 else "减少"
    before = row["prior_year"] or row["prior_year_derived"]
    nothing = "没有可比的上年数" if told.measures.is_new else "由增减推算，上年为 0"
    none = f"（{nothing}）" if before and not Decimal(before) else ""
    size = told.amounts.size(measure, "change")
    return Markup("，比上年{} {} 万元{}").format(word, size, none)


def _why_changed(told: Teller, measure: str) -> Markup:
    """Why it is more or less than in the year before, where :func:`_compared` says that it is."""
    if not _compared(told, measure):
        return Markup()
    return Markup("。{}").format(why(told.measures.printed(measure, "reason")))


def _procurement(told: Teller) -> Sentence:
    ask, total = told.amounts, told.amounts.value("procurement.total")
    text = Markup("政府采购 {}").format(ask.money("procurement.total"))
    firms = Markup()
    if total and told.measures.row("procurement.sme"):
        firms = Markup("，其中授予中小企业的合同 {}（占 {}）").format(
            ask.money("procurement.sme"), ask.share("procurement.sme")
        )
    given = told.measures.value("procurement.sme")
    picture = Markup()
    if given is not None:
        picture = small.stack([("中小企业", given), ("其他", total - given)])
    return Sentence("政府采购", _joined(text, firms), picture)


def _people(told: Teller) -> Sentence:
    ask = told.amounts
    text = Markup("实有 {} 人，其中在职 {} 人、离休 {} 人、退休 {} 人。").format(
        ask.number("headcount.total"),
        ask.number("headcount.serving"),
        ask.number("headcount.retired_cadre"),
        ask.number("headcount.retired"),
    )
    picture = ask.stack(
        [
            ("在职", "headcount.serving"),
            ("离休", "headcount.retired_cadre"),
            ("退休", "headcount.retired"),
        ]
    )
    return Sentence("人员", text, picture)


def _assets(told: Teller) -> Sentence:
    ask = told.amounts
    text = Markup("年末账面有车辆 {} 辆").format(ask.number("assets.vehicles"))
    kept, area = Markup(), Markup()
    if told.measures.printed("three_public.vehicles_kept"):
        kept = Markup("，用财政拨款开支运行费的公务用车保有量 {} 辆").format(
            ask.number("three_public.vehicles_kept")
        )
    if told.measures.row("assets.building_area"):
        area = Markup("，房屋 {} 平方米").format(ask.number("assets.building_area"))
    return Sentence("车辆", _joined(text, kept, area, _why_counts_differ(told)))


def _why_counts_differ(told: Teller) -> Markup:
    """Why vehicles on the books are more or fewer than those kept; empty without a reason."""
    ask, reason = told.measures, told.measures.printed("three_public.asset_vehicles", "reason")
    counts = {ask.printed(one) for one in ("assets.vehicles", "three_public.vehicles_kept")}
    if not reason or len(counts - {""}) < len(counts) or len(counts) == 1:
        return Markup()
    return Markup("。两数不同，部门说明的原因：<q>{}</q>").format(reason)


def _disclosed(facts: Facts) -> list[ProjectsRow]:
    """The projects with a form of their own; where there is none, those that the prose tells of."""
    every = [row for row in facts.rows("projects") if row["kind"] != "overall"]
    return [row for row in every if row["kind"] == "project"] or every


def _shown_as(rows: Sequence[ProjectsRow]) -> str:
    """How many projects are disclosed, in forms of their own or only in the prose."""
    if rows[0]["kind"] == "summary":
        return f"正文概述了 {len(rows)} 个项目的自评结果，没有附自评表"
    return f"公开了 {len(rows)} 张项目自评表"


def _projects(told: Teller) -> Sentence:
    rows = _disclosed(told.facts)
    scored = sorted((row for row in rows if row["total_score"]), key=_score)
    secret = confidential(told.facts.rows("measures"), partial(told.evidence.number, "measures"))
    besides = Markup("另有涉密项目 {}").format(secret) if secret else Markup()
    if not scored:
        if not secret:
            raise AbsentFactError("projects.total_score")
        own = f"{_shown_as(rows)}，没有读出自评总分" if rows else "没有收录项目自评表"
        return Sentence("项目绩效", _joined(escape(own), Markup("；"), besides))
    low, high = scored[0], scored[-1]
    text = Markup("{}，自评总分最高 {}，最低 {}").format(
        _shown_as(rows), told.form(high, "total_score"), told.form(low, "total_score")
    )
    named = low["name"] and low is not high
    place = form_addresses(told.facts)[low["project_id"]]
    link = Markup('<a href="{}">{}</a>').format(told.evidence.up + place, low["name"])
    which = Markup("（{}）").format(link) if named else Markup()
    picture = small.scores([_score(row) for row in scored])
    more = [Markup("；{}").format(besides)] if secret else []
    more += [Markup("。自评分由部门自己打出")]
    return Sentence("项目绩效", _joined(text, which, *more), picture)


def _score(row: ProjectsRow) -> Decimal:
    return Decimal(row["total_score"])


def _checks(told: Teller) -> Sentence:
    states = [row["state"] for row in told.facts.rows("checks")]
    counts = {state: states.count(state) for state in ("pass", "rounding", "fail", "unreadable")}
    judged = sum(counts.values()) - counts["unreadable"]
    text = f"本站核对了 {judged:,} 处勾稽关系：{counts['pass']:,} 处相符"
    if counts["rounding"]:
        text += f"，{counts['rounding']} 处只差四舍五入"
    text += f"，{counts['fail']} 处对不上" if counts["fail"] else "，没有发现对不上的地方"
    if counts["unreadable"]:
        text += f"；另有 {counts['unreadable']} 处因为有数没有取出或无法辨认，没能核对"
    parts = [(STATES[state], Decimal(number)) for state, number in counts.items()]
    return Sentence("对得上吗", escape(text + "。"), small.stack(parts, (0, 1, 4, 2)))


_SENTENCES: tuple[Callable[[Teller], Sentence], ...] = (
    _revenue,
    _expenditure,
    _functions,
    _change,
    _budget,
    _basic,
    _three_public,
    _procurement,
    _people,
    _assets,
    _projects,
    _checks,
)
"""In the order of the page."""
