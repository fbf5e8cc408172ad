"""Tables of a disclosure's page: its measures by section, its spending by function."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.disclosure.page_table import (
    COLUMNS,
    DERIVED_CODE,
    Column,
    Line,
    PageTable,
    figure_cells,
    printed_columns,
    reasons,
)
from juesuan.pages.evidence.figures import Evidence, Measures
from juesuan.pages.telling.reasons import beside_change
from juesuan.pages.telling.words import FUNDS
from juesuan.rows import FiguresColumns, FunctionsRow, MeasuresRow

GROUPS = (
    ("收支总体", ("overview",), "overview"),
    ("收入来源", ("revenue",), "revenue"),
    ("支出类别", ("expenditure",), "expenditure"),
    ("财政拨款", ("appropriation", "general_budget"), "appropriation"),
    ("基本支出", ("basic",), "basic"),
    ("“三公”经费", ("three_public",), "three-public"),
    ("机关运行经费", ("operating",), "operating"),
    ("政府采购", ("procurement",), "procurement"),
    ("国有资产", ("assets",), "assets"),
    ("政府性基金", ("government_fund",), "government-fund"),
    ("国有资本经营", ("state_capital",), "state-capital"),
    ("人员与机构", ("organisation",), "people"),
    ("绩效与涉密项目", ("performance", "other"), "performance"),
)
"""Title of each table of measures, the sections that it shows, and its anchor."""


_LINKED = {"class": "c", "item": "i"}
"""Levels of spending by function to the begin of their ids on the page over all disclosures."""


def measure_tables(facts: Facts, evidence: Evidence) -> list[PageTable]:
    """The tables of measures, one a group of sections, without those that would be empty."""
    found, whole = [], Measures(facts.rows("measures"), evidence)
    for title, sections, anchor in GROUPS:
        rows, notes = measures_of(facts, sections), _notes_of(facts, sections)
        if rows or notes:
            found.append(_table(title, anchor, rows, whole, notes))
    return found


def measures_of(facts: Facts, sections: tuple[str, ...]) -> list[MeasuresRow]:
    """The measures of sections, each with its parts right behind it."""
    return _under_parents(_rows_of(facts, sections))


def _rows_of(facts: Facts, sections: tuple[str, ...]) -> list[MeasuresRow]:
    """The measures of sections, in the order of the sections, then of the taxonomy."""
    order = list(terms.measures())
    return sorted(
        (row for row in facts.rows("measures") if _section(row) in sections),
        key=lambda row: (sections.index(_section(row)), order.index(row["measure"])),
    )


def _section(row: MeasuresRow) -> str:
    """The section of a measure, without the part of it."""
    return row["section"].split(".")[0]


def _notes_of(facts: Facts, sections: tuple[str, ...]) -> list[str]:
    """What a section prints instead of figures: that there are none."""
    return [
        row["text"]
        for row in facts.rows("texts")
        if row["section"] in sections and row["kind"] == "empty"
    ]


def _under_parents(rows: Sequence[MeasuresRow]) -> list[MeasuresRow]:
    """The rows with each one's parts right behind it."""
    parts: dict[str, list[MeasuresRow]] = {}
    present = {row["measure"] for row in rows}
    for row in rows:
        parent = terms.measures()[row["measure"]].parent
        parts.setdefault(parent if parent in present else "", []).append(row)

    def below(parent: str) -> Iterator[MeasuresRow]:
        for row in parts.pop(parent, []):
            yield row
            yield from below(row["measure"])

    return list(below(""))


def _table(
    title: str, anchor: str, rows: Sequence[MeasuresRow], whole: Measures, notes: list[str]
) -> PageTable:
    columns, units = printed_columns(rows), {row["unit"] for row in rows}
    present = {row["measure"] for row in rows}
    lines = []
    for row in rows:
        label = row["label"] + (f"（{row['unit']}）" if len(units) > 1 else "")
        known = known_of(row, whole)
        cells = figure_cells(whole.evidence, "measures", row, columns, known)
        why = reasons(row, compared=row["measure"] == "overall")
        lines.append(Line(escape(label), cells, depth(row["measure"], present), why))
    heads = [COLUMNS[name] for name in columns]
    return PageTable(title, anchor, _unit(units), heads, lines, notes)


def known_of(row: FiguresColumns, whole: Measures) -> str:
    """What must be known of the change of a row: :func:`beside_change` for a disclosure."""
    return beside_change(row, whole.printed("overall", "reason"), whole.is_new)


def _unit(units: set[str]) -> str:
    """What a table says of the units of its rows."""
    if len(units) > 1:
        return "单位见各行"
    return "".join(f"单位：{unit}" for unit in units)


def depth(measure: str, present: Collection[str]) -> int:
    """How many of the measures above a measure stand in the table."""
    parent = terms.measures()[measure].parent
    return 1 + depth(parent, present) if parent in present else 0


def function_tables(facts: Facts, evidence: Evidence, codes: str = "") -> list[PageTable]:
    """Spending by function: one table a fund, classes and below them their items.

    Args:
        facts: the package.
        evidence: links to its figures.
        codes: the way to the page on which each code has its place; empty for no links.
    """
    whole = Measures(facts.rows("measures"), evidence)
    return [
        _fund_table(fund, label, rows, whole, codes)
        for fund, label in FUNDS.items()
        if (rows := [row for row in facts.rows("functions") if row["fund"] == fund])
    ]


def _fund_table(
    fund: str, label: str, rows: Sequence[FunctionsRow], whole: Measures, codes: str
) -> PageTable:
    columns = printed_columns(rows)
    return PageTable(
        f"支出功能分类（{label}）",
        f"functions-{fund.replace('_', '-')}",
        "单位：万元",
        [COLUMNS[name] for name in columns],
        [_function(row, level, columns, whole, codes) for row, level in _ordered(rows)],
    )


def _ordered(rows: Sequence[FunctionsRow]) -> list[tuple[FunctionsRow, int]]:
    """Classes in the order of the document, each followed by its items, with their levels.

    Then come the items whose class has no line of its own.
    """
    named = {row["class"] for row in rows if row["level"] == "class"}
    items: dict[str, list[FunctionsRow]] = {}
    for row in rows:
        if row["level"] != "class":
            items.setdefault(row["class"], []).append(row)
    found: list[tuple[FunctionsRow, int]] = []
    for row in rows:
        if row["level"] == "class":
            found += [(row, 0), *((item, 1) for item in items.get(row["class"], ()))]
    alone = (row for row in rows if row["class"] not in named)
    return [*found, *((row, 0) for row in alone)]


def _function(
    row: FunctionsRow, level: int, columns: Iterable[Column], whole: Measures, codes: str
) -> Line:
    label = Markup("{} {}").format(_name(row, level), _code(row, codes))
    known = known_of(row, whole)
    cells = figure_cells(whole.evidence, "functions", row, columns, known)
    return Line(label, cells, level, reasons(row))


def _code(row: FunctionsRow, codes: str) -> Markup:
    """The code of a function, as a link to its place over all disclosures."""
    derived = DERIVED_CODE if row["code_derived"] else ""
    code = Markup("<code{}>{}</code>").format(derived, row["code"] or "无编码")
    if not codes or not row["code"] or row["level"] not in _LINKED or not row["actual"]:
        return code
    to = f"{codes}#{_LINKED[row['level']]}{row['code']}"
    return Markup('<a href="{}">{}</a>').format(to, code)


def _name(row: FunctionsRow, level: int) -> str:
    """The name of a function: below its class without it."""
    alone = level == 0 and row["level"] != "class"
    names = [row["class"] if alone else "", row["subclass"], row["item"]]
    return " · ".join(name for name in names if name) or row["class"]
