"""The nine statutory tables as tables of a page: printed order, codes, levels, blanks as blanks."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.disclosure.tables import Line, PageTable
from juesuan.pages.figures import Evidence
from juesuan.pages.words import FUNDS
from juesuan.rows import Row

_LEVELS = {"class": 0, "subclass": 1, "item": 2, "total": 0, "line": 1, "part": 2}
_SIDES = {"revenue": "收入", "expenditure": "支出"}


def statutory_pages(facts: Facts, evidence: Evidence) -> list[PageTable]:
    """The nine tables of a disclosure, those that the file contains, with their notes.

    The halves of a summary table stand one below the other, so that they can be read on a phone.
    """
    found: list[PageTable] = []
    for table in terms.statutory_tables():
        rows = facts.table(table.id)
        notes = [
            row["text"]
            for row in facts.rows("texts")
            if row["section"] == table.id and row["kind"] in ("empty", "note")
        ]
        if not rows:
            if notes:
                found.append(
                    PageTable(f"表{table.id[-1]} {table.label}", table.id, "", [], [], notes)
                )
        elif table.shape == "sides":
            found += [
                _half(facts, evidence, table, side)
                for side in _SIDES
                if any(row["side"] == side for row in rows)
            ]
            found[-1].notes.extend(notes)
        elif table.shape == "matrix":
            found.append(_table(evidence, table, rows, ["budget", "actual"], notes))
        else:
            names = [
                field.name
                for field in terms.resource_schemas()[table.id].fields
                if field.column_type == "value"
            ]
            found.append(_table(evidence, table, rows, names, notes))
    return found


def _table(
    evidence: Evidence,
    table: terms.StatutoryTable,
    rows: Sequence[Row],
    names: list[str],
    notes: list[str],
) -> PageTable:
    """A table with the columns that print something; the others are named below it."""
    titles = {field.name: field.title for field in terms.resource_schemas()[table.id].fields}
    used = [name for name in names if any(_printed(row, name) for row in rows)]
    empty = [titles[name] for name in names if name not in used]
    lines = (
        [_line(evidence, table.id, row, [(row, name) for name in used]) for row in rows]
        if used
        else []
    )
    if empty and used:
        notes = [*notes, f"（没有数字的栏不在这里列出：{'、'.join(empty)}）"]
    return PageTable(
        f"表{table.id[-1]} {table.label}",
        table.id,
        "单位：万元",
        [titles[name] for name in used],
        lines,
        notes,
    )


def _printed(row: Row, name: str) -> bool:
    """Whether a cell prints something: a number, a dash, or what cannot be read."""
    return bool(row[name]) or name in row["dashes"].split() or name in row["unreadable"].split()


def _half(facts: Facts, evidence: Evidence, table: terms.StatutoryTable, side: str) -> PageTable:
    rows = [row for row in facts.table(table.id) if row["side"] == side]
    funds = list(dict.fromkeys(row.get("fund", "all") for row in rows))
    lines = []
    for position in dict.fromkeys(row["position"] for row in rows):
        same = [row for row in rows if row["position"] == position]
        lines.append(_line(evidence, table.id, same[0], [(row, "actual") for row in same]))
    columns = [
        "合计" if len(funds) > 1 else "决算数",
        *(FUNDS[fund] for fund in funds if fund != "all"),
    ]
    return PageTable(
        f"表{table.id[-1]} {table.label}：{_SIDES[side]}",
        f"{table.id}-{side}",
        "单位：万元",
        columns,
        lines,
    )


def _line(evidence: Evidence, table: str, row: Row, cells: list[tuple[Row, str]]) -> Line:
    label = escape(row.get("name") or row.get("label") or "")
    if row.get("code"):
        title = Markup(' title="编码由名称推算"') if row.get("code_derived") else Markup()
        label = Markup("<code{}>{}</code> {}").format(title, row["code"], label)
    blank = not any(_printed(one, name) for one, name in cells)
    total = row.get("kind") in ("total", "current")
    return Line(
        label,
        [_cell(evidence, table, *one) for one in cells],
        _LEVELS.get(row.get("kind", ""), 0),
        [],
        blank,
        total,
    )


def _cell(evidence: Evidence, table: str, row: Row, name: str) -> Markup:
    if name in row["dashes"].split():
        return Markup('<span class="none" title="原文印为“-”">-</span>')
    if not _printed(row, name):
        return Markup()
    return evidence.number(table, row, name)
