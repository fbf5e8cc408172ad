"""The nine statutory tables as tables of a page: printed order, codes, levels, blanks as blanks.

The columns with numbers are known from the schema of a table, when the program runs. The others say
what a row is about; not every table has each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.disclosure.page_table import DERIVED_CODE, Line, PageTable
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.telling.words import FUNDS
from juesuan.rows import Row, Table1Column, Table2Column, Table4Column, Table7Column, is_lost

_LEVELS = {"class": 0, "subclass": 1, "item": 2, "total": 0, "line": 1, "part": 2}
"""Kind of a row to its level of indentation."""

_SIDES = {"revenue": "收入", "expenditure": "支出"}
"""The halves of a summary table, in the order in which they are shown."""

_UNIT = "单位：万元"

_DASH = Markup('<span class="none" title="原文印为“-”">-</span>')
"""A cell in which a dash is printed."""

_Column = Table1Column | Table2Column | Table4Column | Table7Column
"""A column of any shape of table."""

_Place = tuple[Row, str]
"""A cell: its row and its column."""


def statutory_pages(facts: Facts, evidence: Evidence) -> list[PageTable]:
    """The nine tables of a disclosure, those that the file contains, with their notes.

    The halves of a summary table stand one below the other, so that they can be read on a phone.
    """
    return [
        page
        for table in terms.statutory_tables()
        for page in _pages_of(table, facts.table(table.id), _notes_of(facts, table.id), evidence)
    ]


def _notes_of(facts: Facts, table: str) -> list[str]:
    """What is printed below a table: that it is empty, or remarks."""
    return [
        row["text"]
        for row in facts.rows("texts")
        if row["section"] == table and row["kind"] in ("empty", "note")
    ]


def _pages_of(
    table: terms.StatutoryTable, rows: Sequence[Row], notes: list[str], evidence: Evidence
) -> list[PageTable]:
    """A statutory table as tables of the page: none where nothing of it is printed."""
    if rows and table.shape == "sides":
        return _halves(table, rows, notes, evidence)
    if rows:
        return [_table(table, rows, notes, evidence)]
    return [PageTable(_title(table), table.id, "", [], [], notes)] if notes else []


def _title(table: terms.StatutoryTable) -> str:
    return f"表{table.id[-1]} {table.label}"


def _table(
    table: terms.StatutoryTable, rows: Sequence[Row], notes: list[str], evidence: Evidence
) -> PageTable:
    """A table with the columns that print something; the others are named below it."""
    titles = _amounts(table.id)
    used = [name for name in titles if any(_is_printed(row, name) for row in rows)]
    if not used:
        return PageTable(_title(table), table.id, _UNIT, [], [], notes)
    lines = [_line(table.id, [(row, name) for name in used], evidence) for row in rows]
    unused = "、".join(titles[name] for name in titles if name not in used)
    if unused:
        notes = [*notes, f"（没有数字的栏不在这里列出：{unused}）"]
    heads = [titles[name] for name in used]
    return PageTable(_title(table), table.id, _UNIT, heads, lines, notes)


def _amounts(table: str) -> dict[str, str]:
    """The columns of a table that hold amounts, and their titles."""
    fields = terms.resource_schemas()[table].fields
    return {field.name: field.title for field in fields if field.column_type == "value"}


def _halves(
    table: terms.StatutoryTable, rows: Sequence[Row], notes: list[str], evidence: Evidence
) -> list[PageTable]:
    """The halves of a summary table, with its notes below the last one."""
    found = [
        _half(table, side, own, evidence)
        for side in _SIDES
        if (own := [row for row in rows if _text(row, "side") == side])
    ]
    found[-1].notes.extend(notes)
    return found


def _half(
    table: terms.StatutoryTable, side: str, rows: Sequence[Row], evidence: Evidence
) -> PageTable:
    """One side of a summary table: a line a position, with a column a fund."""
    lines: dict[str, list[_Place]] = {}
    for row in rows:
        lines.setdefault(_text(row, "position"), []).append((row, "actual"))
    return PageTable(
        f"{_title(table)}：{_SIDES[side]}",
        f"{table.id}-{side}",
        _UNIT,
        _funds(rows),
        [_line(table.id, cells, evidence) for cells in lines.values()],
    )


def _funds(rows: Sequence[Row]) -> list[str]:
    """Heads of the columns of a half: the whole, then the funds that are printed."""
    funds = list(dict.fromkeys(_text(row, "fund") or "all" for row in rows))
    whole = "合计" if len(funds) > 1 else "决算数"
    return [whole, *(FUNDS[fund] for fund in funds if fund != "all")]


def _line(table: str, cells: Sequence[_Place], evidence: Evidence) -> Line:
    """A line of the page; what it is about is said by the row of its first cell."""
    row = cells[0][0]
    kind = _text(row, "kind")
    return Line(
        _label(row),
        [_cell(table, *place, evidence) for place in cells],
        _LEVELS.get(kind, 0),
        blank=not any(_is_printed(*place) for place in cells),
        total=kind in ("total", "current"),
    )


def _label(row: Row) -> Markup:
    """The name of a row, behind its code where it has one."""
    name = escape(_text(row, "name") or _text(row, "label"))
    code = _text(row, "code")
    if not code:
        return name
    derived = DERIVED_CODE if _text(row, "code_derived") else Markup()
    return Markup("<code{}>{}</code> {}").format(derived, code, name)


def _cell(table: str, row: Row, column: str, evidence: Evidence) -> Markup:
    """A number, a mark where it cannot be read, a dash where one is printed; else a blank."""
    if _is_dash(row, column):
        return _DASH
    return evidence.number_of(table, row, column) if _is_printed(row, column) else Markup()


def _text(row: Row, column: _Column) -> str:
    """What a row says in a column; empty where its table has no such column."""
    return row.get(column, "")


def _is_dash(row: Row, column: str) -> bool:
    return column in _text(row, "dashes").split()


def _is_printed(row: Row, column: str) -> bool:
    """Whether a cell prints something: a number, a dash, or what cannot be read."""
    return bool(row[column]) or _is_dash(row, column) or is_lost(row, column)
