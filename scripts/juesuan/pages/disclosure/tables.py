"""Tables of a disclosure's page: rows of label and numbers, made from the package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.figures import Evidence, grouped
from juesuan.pages.words import FUNDS
from juesuan.rows import Row

_COLUMNS = {
    "actual": "决算数",
    "share_pct": "占比（%）",
    "change": "比上年增减",
    "change_pct": "增减（%）",
    "prior_year": "上年",
    "prior_year_derived": "上年（推算）",
    "initial_budget": "年初预算",
    "annual_budget": "全年预算",
    "variance": "与预算差额",
    "variance_pct": "差异率（%）",
    "completion_pct": "完成预算（%）",
}
_TABLES = (
    ("收支总体", ("overview",), "overview"), ("收入来源", ("revenue",), "revenue"), ("支出类别", ("expenditure",), "expenditure"),
    ("财政拨款", ("appropriation", "general_budget"), "appropriation"), ("基本支出", ("basic",), "basic"),
    ("“三公”经费", ("three_public",), "three-public"), ("机关运行经费", ("operating",), "operating"),
    ("政府采购", ("procurement",), "procurement"), ("国有资产", ("assets",), "assets"),
    ("政府性基金", ("government_fund",), "government-fund"), ("国有资本经营", ("state_capital",), "state-capital"),
    ("人员与机构", ("organisation",), "people"), ("绩效与涉密项目", ("performance", "other"), "performance"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A row of a table: its label, its level of indentation, its cells, the department's reasons.

    ``blank``: no cell of it is printed; ``total``: it sums others up.
    """

    label: Markup
    cells: list[Markup]
    level: int = 0
    reasons: list[str] = field(default_factory=list)
    blank: bool = False
    total: bool = False


@dataclass(frozen=True)
class PageTable:
    """A table of the page."""

    title: str
    anchor: str
    unit: str
    columns: list[str]
    lines: list[Line]
    notes: list[str] = field(default_factory=list)


def measure_tables(facts: Facts, evidence: Evidence) -> list[PageTable]:
    """The tables of measures, one a group of sections; those without rows are left out."""
    found, order = [], list(terms.measures())
    for title, sections, anchor in _TABLES:
        rows = [row for row in facts.rows("measures") if row["section"].split(".")[0] in sections]
        rows.sort(
            key=lambda row: (
                sections.index(row["section"].split(".")[0]),
                order.index(row["measure"]),
            )
        )
        rows = _under_parents(rows)
        notes = [
            row["text"]
            for row in facts.rows("texts")
            if row["section"] in sections and row["kind"] == "empty"
        ]
        if rows or notes:
            found.append(_table(title, anchor, rows, evidence, notes))
    return found


def _under_parents(rows: Sequence[Row]) -> list[Row]:
    """The rows with each one's parts right behind it."""
    present = {row["measure"] for row in rows}
    parents = {row["measure"]: terms.measures()[row["measure"]].parent for row in rows}
    found: list[Row] = []

    def place(parent: str) -> None:
        for row in rows:
            above = parents[row["measure"]]
            if (above if above in present else "") == parent and all(
                row is not other for other in found
            ):
                found.append(row)
                place(row["measure"])

    place("")
    return found


def _table(
    title: str, anchor: str, rows: Sequence[Row], evidence: Evidence, notes: list[str]
) -> PageTable:
    columns = [name for name in _COLUMNS if any(row[name] for row in rows)]
    units = {row["unit"] for row in rows}
    lines = []
    for row in rows:
        unit = f"（{row['unit']}）" if len(units) > 1 else ""
        cells = [_cell(evidence, "measures", row, name) for name in columns]
        level = _depth(row["measure"], {other["measure"] for other in rows})
        lines.append(Line(escape(row["label"] + unit), cells, level, _reasons(row)))
    unit = f"单位：{units.pop()}" if len(units) == 1 else "单位见各行"
    return PageTable(
        title, anchor, unit if rows else "", [_COLUMNS[name] for name in columns], lines, notes
    )


def _depth(measure: str, present: set[str]) -> int:
    """How many of the measures above a measure stand in the table."""
    parent = terms.measures()[measure].parent
    return 1 + _depth(parent, present) if parent in present else 0


def _cell(evidence: Evidence, resource: str, row: Row, name: str) -> Markup:
    """A cell of a table; a derived one says from which two figures it follows."""
    if name != "prior_year_derived" or not row[name]:
        return evidence.number(resource, row, name)
    how = f"推算：决算数 {grouped(row['actual'])} − 比上年增减 {grouped(row['change'])}"
    return Markup('<span class="derived" title="{}">{}</span>').format(how, grouped(row[name]))


def _reasons(row: Row) -> list[str]:
    compared = (
        any(row.get(name) for name in ("change", "change_pct", "change_word"))
        or row.get("measure") == "overall"
    )
    named = (
        ("reason", "比上年增减的原因" if compared else "部门的说明"),
        ("variance_reason", "预决算差异的原因"),
    )
    return [f"{label}：{row[name]}" for name, label in named if row[name]]


def function_tables(facts: Facts, evidence: Evidence) -> list[PageTable]:
    """Spending by function: one table a fund, classes and below them their items."""
    found = []
    for fund, label in FUNDS.items():
        rows = [row for row in facts.rows("functions") if row["fund"] == fund]
        if not rows:
            continue
        columns = [name for name in _COLUMNS if any(row[name] for row in rows)]
        lines = [_function(row, level, columns, evidence) for row, level in _ordered(rows)]
        title = f"支出功能分类（{label}）"
        found.append(
            PageTable(
                title,
                f"functions-{fund.replace('_', '-')}",
                "单位：万元",
                [_COLUMNS[n] for n in columns],
                lines,
            )
        )
    return found


def _ordered(rows: Sequence[Row]) -> list[tuple[Row, int]]:
    """Classes in the order of the document, each followed by its items; then items whose class has no line of its own."""
    classes = [row for row in rows if row["level"] == "class"]
    items = [row for row in rows if row["level"] != "class"]
    found: list[tuple[Row, int]] = []
    for row in classes:
        found += [(row, 0), *((item, 1) for item in items if item["class"] == row["class"])]
    named = {row["class"] for row in classes}
    return found + [(item, 0) for item in items if item["class"] not in named]


def _function(row: Row, level: int, columns: list[str], evidence: Evidence) -> Line:
    above = () if level or row["level"] == "class" else ("class",)
    names = [row[name] for name in (*above, "subclass", "item") if row[name]]
    label = Markup("{} <code{}>{}</code>").format(
        " · ".join(names) or row["class"],
        Markup(' title="编码由名称推算"') if row["code_derived"] else "",
        row["code"] or "无编码",
    )
    cells = [_cell(evidence, "functions", row, name) for name in columns]
    return Line(label, cells, level, _reasons(row))
