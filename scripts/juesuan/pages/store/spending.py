"""Spending by function of one disclosure, from its prose and its statutory tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from juesuan.pages.store.store import Store
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
    """An item of spending (项级科目), or a class (类) or subclass (款) of items.

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
    return _first_told(store, disclosure_id, ("item",))


def sums(store: Store, disclosure_id: str) -> Iterator[Item]:
    """The printed classes and subclasses of spending of one disclosure, as :func:`items`."""
    told = _first_told(store, disclosure_id, ("class", "subclass"))
    return (one for one in told if one.code)


def _first_told(store: Store, disclosure_id: str, levels: tuple[str, ...]) -> Iterator[Item]:
    """What stands on some levels: of the prose, then what only the statutory tables tell."""
    told = set()
    for item in _of_prose(store, disclosure_id, levels):
        told.add((item.fund, item.code))
        yield item
    for table in _TABLES:
        for item in _of_table(store, disclosure_id, table, levels):
            if (item.fund, item.code) not in told:
                yield item


def _of_prose(store: Store, disclosure_id: str, levels: tuple[str, ...]) -> Iterator[Item]:
    stated = store.of(disclosure_id, "actual IS NOT NULL")
    for row in stated.rows("functions"):
        if row["level"] in levels:
            names = (row["subclass"], row["item"]) if row["level"] == "item" else (row["class"],)
            name, derived = _joined(*names), bool(row["code_derived"])
            yield Item(row, "functions", "actual", row["fund"], row["code"], derived, name)


def _of_table(
    store: Store, disclosure_id: str, table: str, levels: tuple[str, ...]
) -> Iterator[Item]:
    fund, column = _TABLES[table]
    rows = store.of(disclosure_id).table(table)
    names = {row["code"]: row["name"] for row in rows}
    for row in rows:
        if row["kind"] in levels and row[column]:
            yield Item(row, table, column, fund, row["code"], False, _under(row, names))


def _under(row: Row, names: dict[str, str]) -> str:
    """The name of a line, an item's behind that of its subclass: the first five digits."""
    above = names.get(row["code"][:5], "") if row["kind"] == "item" else ""
    return _joined(above, row["name"])


def _joined(*names: str) -> str:
    return " · ".join(name for name in names if name)
