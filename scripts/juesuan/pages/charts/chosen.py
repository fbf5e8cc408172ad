"""Which charts a disclosure has: from its printed figures; a chart whose figures are not printed is left out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from juesuan.model import Facts
from juesuan.pages.charts import shapes
from juesuan.pages.charts.model import Cell, Chart
from juesuan.pages.figures import Evidence
from juesuan.rows import Row

_SOURCES = (
    "carryover.opening",
    "revenue.nonfiscal_surplus_used",
    "revenue.appropriation",
    "revenue.general_public_budget",
    "revenue.government_fund",
    "revenue.state_capital",
    "revenue.superior_subsidy",
    "revenue.undertaking",
    "revenue.operating",
    "revenue.affiliated_remittance",
    "revenue.other",
)
_USES = (
    "expenditure.basic",
    "expenditure.project",
    "expenditure.remitted_superior",
    "expenditure.operating",
    "expenditure.affiliated_subsidy",
    "surplus.distributed",
    "carryover.closing",
)
_COMPARED = ("appropriation.overall", "general_budget.expenditure")
_SHORT = {
    "财政拨款“三公”经费": "“三公”经费",
    "使用非财政拨款结余": "使用结余",
    "公务用车购置及运行维护费": "公务用车购置及运行",
}
_MOST = 12
"""Bars of one chart; its table and its CSV hold all."""

_HALF_CENT = Decimal("0.005")


class _Source:
    """Cells of one package for charts."""

    def __init__(self, facts: Facts, evidence: Evidence) -> None:
        self.facts = facts
        self.evidence = evidence
        self.measures: dict[str, Row] = {}
        for row in facts.rows("measures"):
            self.measures.setdefault(row["measure"], row)

    def cell(self, resource: str, row: Row, column: str) -> Cell | None:
        """A printed number; None where nothing is printed."""
        return (
            Cell(row[column], self.evidence.figure(resource, row, column)) if row[column] else None
        )

    def measure(self, name: str, column: str = "actual") -> Cell | None:
        """A printed number of a measure; None where it is not printed."""
        return self.cell("measures", self.measures[name], column) if name in self.measures else None

    def total(self) -> Cell | None:
        """Revenue in total; where a template prints one total of revenue and expenditure, that one."""
        return self.measure("revenue.total") or self.measure("overall")

    def last_year(self) -> Decimal | None:
        """The total of the year before, as total and change imply; 0 where the department did not exist."""
        whole, total = self.measures.get("overall"), self.total()
        return (
            total.value - Decimal(whole["change"]) if whole and whole["change"] and total else None
        )

    def label(self, name: str) -> str:
        label = self.measures[name]["label"]
        return _SHORT.get(label, label)


def charts_of(facts: Facts, evidence: Evidence, page_of_form: Callable[[Row], str]) -> list[Chart]:
    """All charts of a disclosure.

    Args:
        facts: its package.
        evidence: its links.
        page_of_form: address of a form's page, from the disclosure's folder.
    """
    source = _Source(facts, evidence)
    made = (
        _flow(source),
        _functions(source),
        _against_last_year(source),
        _items(source),
        _budget(source),
        _three_public(source),
        _projects(source, page_of_form),
    )
    return [chart for chart in made if chart]


def _listed(source: _Source, names: Iterable[str]) -> list[tuple[str, Cell]]:
    """Labels and printed amounts of measures."""
    return [(source.label(name), cell) for name in names if (cell := source.measure(name))]


def _flow(source: _Source) -> Chart | None:
    total = source.total()
    sources, uses = _listed(source, _SOURCES), _listed(source, _USES)
    if total is None or not sources or not uses or not total.value:
        return None
    sides = [[(label, cell) for label, cell in side if cell.value] for side in (sources, uses)]
    for side in sides:
        short = abs(total.value - sum(cell.value for _, cell in side))
        if any(cell.value < 0 for _, cell in side) or short > _HALF_CENT * (len(side) + 1):
            return None
    spec, linked = shapes.flow(sides[0], sides[1], ("收入总计 ＝ 支出总计", total))
    rows = [(Cell(label), Cell("从哪里来"), cell) for label, cell in sources] + [
        (Cell(label), Cell("到哪里去"), cell) for label, cell in uses
    ]
    told = "，".join(
        f"{label} {shapes.shown(cell.value)}" for side in sides for label, cell in side
    )
    table = tuple((Cell(f"{way.text}：{label.text}"), cell) for label, way, cell in rows)
    return Chart(
        "flow",
        "钱从哪里来，到哪里去",
        "万元",
        f"左边是来源，右边是去向：{told}（万元）",
        ("项目", "金额"),
        table,
        spec,
        linked,
    )


def _functions(source: _Source) -> Chart | None:
    rows = [
        row
        for row in source.facts.rows("functions")
        if row["level"] == "class" and row["fund"] == "general_public_budget"
    ]
    found = [
        (row["class"], cell) for row in rows if (cell := source.cell("functions", row, "actual"))
    ]
    if not found:
        found = [
            (row["name"], cell)
            for row in source.facts.rows("table5")
            if row["kind"] == "class" and (cell := source.cell("table5", row, "total"))
        ]
    if len(found) < 2:
        return None
    found.sort(key=lambda one: -one[1].value)
    return _single(
        "functions", "一般公共预算的钱用在哪些方面", "万元", "功能分类", "决算数", found, 0
    )


def _single(
    name: str,
    title: str,
    unit: str,
    head: str,
    column: str,
    found: Sequence[tuple[str, Cell]],
    colour: int,
) -> Chart:
    """A chart of one bar a label; only the largest are drawn, the table holds all."""
    drawn = found[:_MOST]
    spec, linked = shapes.bars([(label, [("", cell, colour)]) for label, cell in drawn])
    says = (
        f"{title}："
        + "，".join(f"{label} {shapes.shown(cell.value)}" for label, cell in drawn)
        + f"（{unit}）"
    )
    notes = (
        (f"图中画出前 {_MOST} 项，其余 {len(found) - _MOST} 项见表。",)
        if len(found) > _MOST
        else ()
    )
    return Chart(
        name,
        title,
        unit,
        says,
        (head, column),
        tuple((Cell(label), cell) for label, cell in found),
        spec,
        linked,
        notes,
    )


def _several(
    name: str,
    title: str,
    head: str,
    columns: Sequence[str],
    groups: Sequence[tuple[str, Sequence[Cell | None]]],
    colours: Sequence[int],
    notes: tuple[str, ...] = (),
) -> Chart | None:
    """A chart of several bars a label."""
    whole = [
        (
            label,
            [
                (column, cell, colour)
                for column, cell, colour in zip(columns, cells, colours, strict=True)
                if cell
            ],
        )
        for label, cells in groups
    ]
    whole = [(label, bars) for label, bars in whole if len(bars) > 1]
    if not whole:
        return None
    spec, linked = shapes.bars(whole)
    told = "；".join(
        f"{label}：" + "，".join(f"{column} {shapes.shown(cell.value)}" for column, cell, _ in bars)
        for label, bars in whole
    )
    rows = tuple((Cell(label), *(cell or Cell("") for cell in cells)) for label, cells in groups)
    return Chart(
        name, title, "万元", f"{title}。{told}（万元）", (head, *columns), rows, spec, linked, notes
    )


def _against_last_year(source: _Source) -> Chart | None:
    groups: list[tuple[str, Sequence[Cell | None]]] = []
    for name in _COMPARED:
        row = source.measures.get(name)
        if row and row["actual"]:
            last = source.cell("measures", row, "prior_year") or (
                Cell(row["prior_year_derived"], derived=True) if row["prior_year_derived"] else None
            )
            groups.append((source.label(name), (last, source.measure(name))))
    whole, total, before = source.measures.get("overall"), source.total(), source.last_year()
    if before == 0:
        return None
    if before is not None and total:
        groups.insert(0, ("收入支出总体", (Cell(f"{before}", derived=True), total)))
    derived = any(cell and cell.derived for _, cells in groups for cell in cells)
    notes: tuple[str, ...] = ("上年数原文没有印，由本年数减去比上年增减得出。",) if derived else ()
    if whole and whole["reason"]:
        notes += (f"部门说明的原因：“{whole['reason']}”",)
    return _several("last-year", "今年与上年", "项目", ("上年", "今年"), groups, (2, 0), notes)


def _items(source: _Source) -> Chart | None:
    rows = [
        row
        for row in source.facts.rows("functions")
        if row["level"] == "item" and row["change"] and Decimal(row["change"])
    ]
    names = [row["item"] for row in rows]
    found = [
        (
            row["item"] if names.count(row["item"]) == 1 else f"{row['item']}（{row['subclass']}）",
            cell,
        )
        for row in rows
        if (cell := source.cell("functions", row, "change"))
    ]
    if len(found) < 2 or source.last_year() == 0:
        return None
    found.sort(key=lambda one: -abs(one[1].value))
    made = _single(
        "changes", "哪些支出比上年增减最多", "万元", "支出项目（项）", "比上年增减", found, 1
    )
    reason = source.measures.get("overall", {}).get("reason", "")
    return replace(
        made, notes=(*made.notes, *([f"部门说明的总体原因：“{reason}”"] if reason else []))
    )


def _budget(source: _Source) -> Chart | None:
    total = next(
        (
            row
            for row in source.facts.rows("project_funds")
            if row["project_id"] == "overall" and row["source"] == "total"
        ),
        None,
    )
    groups: list[tuple[str, Sequence[Cell | None]]] = []
    columns = ("年初预算", "全年预算", "决算")
    if total:
        found = [
            source.cell("project_funds", total, name)
            for name in ("initial_budget", "annual_budget", "executed")
        ]
        groups.append(("部门整体支出", found))
    for name in ("appropriation.overall", "general_budget.expenditure"):
        if name in source.measures:
            found = [
                source.measure(name, column)
                for column in ("initial_budget", "annual_budget", "actual")
            ]
            groups.append((source.label(name), found))
    return _several("budget", "从预算到决算", "项目", columns, groups, (2, 1, 0))


def _three_public(source: _Source) -> Chart | None:
    names: tuple[str, ...] = ("abroad", "vehicle_purchase", "vehicle_running", "reception")
    if any(source.measure(f"three_public.{name}") is None for name in names):
        names = ("abroad", "vehicles", "reception")
    groups = [
        (
            source.label(f"three_public.{name}"),
            (
                source.measure(f"three_public.{name}", "annual_budget"),
                source.measure(f"three_public.{name}"),
            ),
        )
        for name in names
        if f"three_public.{name}" in source.measures
    ]
    made = _several("three-public", "“三公”经费", "项目", ("全年预算", "决算"), groups, (1, 0))
    if made:
        return made
    found = [(label, cells[1]) for label, cells in groups if cells[1]]
    return (
        _single("three-public", "“三公”经费", "万元", "项目", "决算数", found, 0)
        if len(found) > 1
        else None
    )


def _projects(source: _Source, page_of_form: Callable[[Row], str]) -> Chart | None:
    rated = {
        row["project_id"]: row
        for row in source.facts.rows("project_funds")
        if row["execution_rate_pct"]
    }
    rows = []
    for form in source.facts.rows("projects"):
        if form["kind"] == "project" and form["total_score"] and form["project_id"] in rated:
            rate = source.cell("project_funds", rated[form["project_id"]], "execution_rate_pct")
            score = source.cell("projects", form, "total_score")
            if rate and score:
                rows.append(
                    (Cell(form["name"] or form["project_id"], href=page_of_form(form)), rate, score)
                )
    if len(rows) < 3:
        return None
    rows.sort(key=lambda row: (row[2].value, row[1].value))
    spec, linked = shapes.scatter(_apart(rows), "预算执行率（%）", "自评总分")
    low = rows[0]
    says = f"{len(rows)} 个项目的预算执行率和自评总分，一点一个项目；总分最低的是{low[0].text}，{shapes.shown(low[2].value)} 分"
    notes = ["一个点是一个项目，点开看它的自评表。自评分由部门自己打出。"]
    if len({(rate.value, score.value) for _, rate, score in rows}) < len(rows):
        notes.append("位置相同的点向左下方散开来画，以免互相遮住。")
    missing = sum(row["kind"] == "project" for row in source.facts.rows("projects")) - len(rows)
    if missing:
        notes.append(f"另有 {missing} 个项目缺执行率或总分，没有画出。")
    return Chart(
        "projects",
        "项目：预算执行率与自评总分",
        "",
        says,
        ("项目", "执行率（%）", "总分"),
        tuple(rows),
        spec,
        linked,
        tuple(notes),
    )


def _apart(
    rows: Sequence[tuple[Cell, Cell, Cell]],
) -> list[tuple[Cell, float, float, float, float]]:
    """Dots of one place spread to its lower left, never beyond what is printed: pixels right and up."""
    seen: dict[tuple[Decimal, Decimal], int] = {}
    found = []
    for label, rate, score in rows:
        place = (rate.value, score.value)
        number = seen.get(place, 0)
        seen[place] = number + 1
        far, turn = 8 * math.sqrt(number), (2.39996 * number) % (math.pi / 2)
        found.append(
            (
                label,
                float(rate.value),
                float(score.value),
                -far * math.cos(turn),
                -far * math.sin(turn),
            )
        )
    return found
