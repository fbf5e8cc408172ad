"""Made tables with a cell a line: the same rows with tabs between their cells are what they say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from juesuan import terms
from juesuan.intake.text.characters import clean
from juesuan.intake.typed.typed_tables import with_typed_tables
from juesuan.model import Document, Facts
from tests.made import understood

Rows = list[list[str]]
Cells = set[tuple[str, ...]]

COVER = "甲县乙局2023年度部门决算公开说明"
TABLES = tuple(one.id for one in terms.statutory_tables())


def facts(text: str) -> Facts:
    document = Document("made.txt", "0", 1, "utf-8", text, clean(text))
    return understood(with_typed_tables(document))


def typed(title: str, rows: Rows) -> Facts:
    """The table with tabs between its cells."""
    return facts("\n".join([COVER, title, "单位：万元", *("\t".join(row) for row in rows), ""]))


def singly(title: str, rows: Rows, keeps: Collection[tuple[int, int]] | None = ()) -> Facts:
    """The table with a cell a line.

    Args:
        title: of it.
        rows: its cells.
        keeps: the places of the blank cells that are kept as empty lines; None for all.
    """
    lines = [
        cell
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        if cell or keeps is None or (i, j) in keeps
    ]
    return facts("\n".join([COVER, title, "单位：万元", *lines, ""]))


def spaced(title: str, rows: Rows) -> Facts:
    """The table with single blanks between its cells; nothing is left of the empty ones."""
    lines = [" ".join(cell for cell in row if cell) for row in rows]
    return facts(
        "\n".join([COVER, title, "公开03表", "单位：万元", *lines, "注：数据为四舍五入。"])
    )


def cells(of: Facts) -> Cells:
    """What is published of the statutory tables, whatever the order of its rows."""
    return {
        (table, row.get("side", ""), row.get("fund", ""), row.get("measure", ""), row.get("code", ""),
         "" if "measure" in row else row.get("label") or row.get("name", ""), column.name, row[column.name])
        for table in TABLES
        for row in of.table(table)
        for column in terms.resource_schemas()[table].fields
        if column.column_type == "value" and row[column.name]
    }  # fmt: skip


def money(cents: int) -> str:
    return f"{Decimal(cents) / 100:,.2f}" if cents else ""


def total(amounts: Sequence[int]) -> list[str]:
    """A total and its parts."""
    return [money(sum(amounts)), *map(money, amounts)]
