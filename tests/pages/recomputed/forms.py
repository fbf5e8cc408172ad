"""Forms on which departments evaluate themselves: money, scores, what was missed, and who scored least."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from tests.pages.recomputed.drawn import Drawn, words
from tests.pages.recomputed.packages import Package, Row, grouped

LOST = "无法辨认"
NOT_READ = "得分没有读出，少得的分由总分推出"
SHORT = 70
"""Characters of a reason in a list."""


class Form:
    """A form with its funds and indicators."""

    def __init__(self, package: Package, row: Row) -> None:
        self.package, self.row, self.id = package, row, row["project_id"]
        self.funds = package.funds(self.id)
        self.indicators = [
            one for one in package.rows("indicators") if one["project_id"] == self.id
        ]

    @property
    def name(self) -> str:
        return self.row["name"] or "名称无法辨认"

    @property
    def total(self) -> Row | None:
        return next((one for one in self.funds if one["source"] == "total"), None)

    @property
    def rate(self) -> str:
        return next((o["execution_rate_pct"] for o in self.funds if o["execution_rate_pct"]), "")

    def money(self, column: str) -> str:
        return self.total[column] if self.total else ""

    def losses(self) -> list[tuple[str, list[Row]]]:
        """What lost points by the reason that is printed, the most first; execution has none."""
        groups: dict[str, list[Row]] = {}
        not_read = self.not_read()
        if not_read:
            groups[NOT_READ] = [not_read]
        for one in (*self.funds, *self.indicators):
            if lost(one):
                groups.setdefault(self._why(one), []).append(one)
        return sorted(groups.items(), key=lambda each: _cost(each[1]), reverse=True)

    def not_read(self) -> Row | None:
        """The one row whose score alone was not read, with what is left for it of the total; None where that is all."""
        gone = [one for one in self.indicators if "score" in one["unreadable"].split()]
        if len(gone) != 1 or not self.row["total_score"] or not gone[0]["weight"]:
            return None
        scores = [one["score"] for one in (*self.funds, *self.indicators) if one["score"]]
        got = Decimal(self.row["total_score"]) - sum(map(Decimal, scores), Decimal(0))
        made = {**gone[0], "score": str(got), "not_read": "1"}
        return made if lost(made) else None

    def _why(self, one: Row) -> str:
        if "execution_rate_pct" in one:
            return ""
        if "reason" in one["unreadable"].split():
            return LOST
        return begun(one["reason"].strip()) or "没有写原因"

    def told(self, most: int) -> str:
        """The reasons that cost most, each with the two rows that lost most by it."""
        groups = self.losses()
        parts = [self._together(why, rows) for why, rows in groups[:most]]
        left = sum(len(rows) for _, rows in groups[most:])
        return "；".join(parts + ([f"另有 {left} 项"] if left and most > 1 else []))

    def _together(self, why: str, rows: list[Row]) -> str:
        first = sorted(rows, key=lambda one: -lost(one))[:2]
        said = "、".join(scored(one) for one in first)
        said += f"等 {len(rows)} 项" if len(rows) > 2 else ""
        return said + (f"：{shortened(why)}" if why else "")

    def missed(self) -> Decimal | None:
        """What its total lacks to 100; without one what its rows did not get, or None where none prints that."""
        return 100 - Decimal(self.row["total_score"]) if self.row["total_score"] else self.of_rows()

    def of_rows(self) -> Decimal | None:
        """The points that its rows did not get; None where no row prints both weight and score."""
        known = [one for one in (*self.funds, *self.indicators) if one["weight"] and one["score"]]
        return sum(map(lost, known), Decimal(0)) if known else None


def begun(reason: str) -> str:
    """A reason, marked where it begins in the midst of a sentence: one of the five does."""
    return "（前文没有取出）" + reason if reason.startswith("人，") else reason


def lost(one: Row) -> Decimal:
    """The points that a row did not get."""
    if not one["weight"] or not one["score"]:
        return Decimal(0)
    return max(Decimal(0), Decimal(one["weight"]) - Decimal(one["score"]))


def _cost(rows: list[Row]) -> tuple[Decimal, Decimal]:
    """The points that rows did not get together, and the most of one of them."""
    return sum(map(lost, rows), Decimal(0)), max(map(lost, rows))


def scored(one: Row) -> str:
    """A row that lost points: its name, what it was worth, what it got."""
    if "execution_rate_pct" in one:
        name = "预算执行率"
    else:
        name = LOST if "level3" in one["unreadable"].split() else one["level3"] or "—"
    if "not_read" in one:
        return f"{name}（{grouped(one['weight'])} 分，少得 {lost(one).normalize():f} 分）"
    return f"{name}（{grouped(one['weight'])} 分得 {grouped(one['score'])} 分）"


def shortened(reason: str) -> str:
    """A reason, cut where it is long."""
    return f"{reason[:SHORT].rstrip('，；、')}……" if len(reason) > SHORT else reason.rstrip("。")


def forms(packages: Iterable[Package]) -> list[Form]:
    """The forms of projects."""
    return [
        Form(one, row)
        for one in packages
        for row in one.rows("projects")
        if row["kind"] == "project"
    ]


def lowest(page: Drawn, packages: Iterable[Package], most: int, *, named: bool) -> None:
    """The projects that scored least, with what they had, which part of it they spent, and where they lost most.

    A project that scored all is none of them.
    """
    scored_forms = [one for one in forms(packages) if Decimal(one.row["total_score"] or 100) < 100]
    scored_forms.sort(key=lambda one: Decimal(one.row["total_score"]))
    items = page.all(".//*[@class='lowest']/ol/li")
    for item, form in zip(items, scored_forms[:most], strict=True):
        said = f"{form.name}：{grouped(form.row['total_score'])} 分"
        budget = form.money("annual_budget")
        said += f"，全年预算 {grouped(budget)} 万元" if budget else ""
        said += f"，执行率 {grouped(form.rate)}%" if form.rate else ""
        said += f"{form.package.name}。" if named else ""
        losses = form.told(2)
        page.says(item, flat(said + (f"丢分最多：{losses}" if losses else "")))


def flat(text: str) -> str:
    return " ".join(text.split())


def projects(page: Drawn) -> None:
    """All projects, the largest first: money, rate, score, points that were missed, and where most of them."""
    lowest(page, page.five.values(), most=5, named=True)
    every = forms(page.five.values())
    every.sort(key=lambda one: -Decimal(one.money("annual_budget") or 0))
    rows = page.all(".//table/tbody/tr")
    assert len(rows) == len(every)
    by_size = [Decimal(words(row[1]).replace(",", "")) for row in rows if words(row[1]) != "—"]
    assert all(before >= after for before, after in pairwise(by_size))
    left = [_row(one) for one in every]
    for row in rows:
        said = [*map(words, row)]
        assert said in left, f"{page.path}: {said}"
        left.remove(said)
        page.tell(row)
    _confidential(page)


def _row(form: Form) -> list[str]:
    missed, about = form.missed(), form.package.about
    who = form.row["implementer"]
    name = form.name + (who if who != about["department"] else "")
    money = [form.money("annual_budget"), form.money("executed"), form.rate]
    shown = [grouped(one) if one else "—" for one in (*money, form.row["total_score"])]
    points = (
        "—" if missed is None else f"{missed:.2f}" if missed == round(missed, 2) else f"{missed}"
    )
    whose = f"{about['department']}{about['fiscal_year']} · {form.package.place}"
    return [flat(name), *shown, points, whose, flat(form.told(1)) or "—"]


def _confidential(page: Drawn) -> None:
    """Which disclosures have confidential projects that no table lists."""
    stated = [one for one in page.five.values() if confidential(one)]
    box = page.one("./h2[@id='confidential']/following-sibling::div[1]")
    page.says(
        page.one("./p", box),
        f"上面只有附了自评表的项目。{len(stated)} 份公开另外列出涉密项目：",
    )
    items = page.all("./ul/li", box)
    assert len(items) == len(stated)
    for item in items:
        one = page.package_of(page.all("./a", item)[0].get("href"))
        assert one in stated
        page.says(item, f"{one.name}：{confidential(one)}")


def confidential(one: Package) -> str:
    """How many confidential projects it states, and their money; empty for none."""
    money, count = "confidential.projects", one.cell("confidential.project_count")
    if not count:
        return ""
    spent, budget = (one.cell(money, what) for what in ("actual", "annual_budget"))
    both = f"全年预算 {grouped(budget)} 万元，执行 " if budget else ""
    return f"{count} 个，{both}{grouped(spent)} 万元"
