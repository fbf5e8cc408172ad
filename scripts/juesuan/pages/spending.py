"""Items of spending by function of one disclosure, from its prose and its statutory tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from juesuan.pages.store import Store
from juesuan.rows import AnyColumn, AnyRow, Row

_TABLES: dict[str, tuple[str, Literal["total", "expenditure"]]] = {
    "table5": ("general_public_budget", "total"),
    "table8": ("government_fund", "expenditure"),
    "table9": ("state_capital", "expenditure"),
}
"""Statutory table to its fund and the column of what was spent."""

RESOURCES = ("functions", *_TABLES)
"""Resources in which items of spending stand."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of spending (项级科目).

    Attributes:
        row, resource, column: the cell in which its amount stands.
        fund: of which budget.
        code: of the classification; empty if it is not known.
        derived: whether the code follows from the name, because the source prints none.
        name: subclass and item.
    """

    row: AnyRow
    resource: str
    column: AnyColumn
    fund: str
    code: str
    derived: bool
    name: str


def items(store: Store, disclosure_id: str) -> Iterator[Item]:
    """Items of spending of one disclosure.

    The prose comes first; of the statutory tables only what the prose does not tell.
    """
    told = set()
    for item in _of_prose(store, disclosure_id):
        told.add((item.fund, item.code))
        yield item
    for table in _TABLES:
        for item in _of_table(store, disclosure_id, table):
            if (item.fund, item.code) not in told:
                yield item


def _of_prose(store: Store, disclosure_id: str) -> Iterator[Item]:
    stated = store.of(disclosure_id, "level = 'item' AND actual IS NOT NULL")
    for row in stated.rows("functions"):
        name, derived = _joined(row["subclass"], row["item"]), bool(row["code_derived"])
        yield Item(row, "functions", "actual", row["fund"], row["code"], derived, name)


def _of_table(store: Store, disclosure_id: str, table: str) -> Iterator[Item]:
    fund, column = _TABLES[table]
    rows = store.of(disclosure_id).table(table)
    names = {row["code"]: row["name"] for row in rows}
    for row in rows:
        if row["kind"] == "item" and row[column]:
            yield Item(row, table, column, fund, row["code"], False, _under(row, names))


def _under(row: Row, names: dict[str, str]) -> str:
    """The name of an item behind that of its subclass, whose code is the first five digits."""
    return _joined(names.get(row["code"][:5], ""), row["name"])


def _joined(*names: str) -> str:
    return " · ".join(name for name in names if name)
