"""Spending by function: a table a class (类) of the functional classification."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.pages import addresses, spending
from juesuan.pages.across.table import PLACE_HEADS, TopicTable, department, place
from juesuan.pages.figures import Evidence
from juesuan.pages.spending import Item
from juesuan.pages.store import Store
from juesuan.pages.words import FUNDS
from juesuan.rows import DisclosureRow

_HEADS = [
    ("科目（款 · 项）", False),
    ("决算数", True),
    ("部门", False),
    *PLACE_HEADS,
    ("预算", False),
]
_UNCODED = "9"
"""What stands for a code that is not known: behind all that are."""


class _Entry(NamedTuple):
    """An item of one disclosure as a row, with what it is ordered by."""

    key: tuple[str, str, str, str]
    cells: list[Markup]


def class_tables(store: Store, here: str) -> dict[str, TopicTable]:
    """The items of all disclosures: a table a class, by code, then by department.

    Args:
        store: the packages.
        here: the page on which the tables stand.

    Returns:
        The tables by the code of their class; empty for items without a code.
    """
    names = _class_names(store)
    tables: dict[str, TopicTable] = {}
    entries = [
        (key, cells)
        for about in store.disclosures()
        for key, cells in store.made_of(about, f"{here}#", partial(_told, store, about, here))
    ]
    for key, cells in sorted(entries, key=lambda one: one[0]):
        own = "" if key[0] == _UNCODED else key[0][:3]
        title = f"{names.get(own, '没有编码的科目')} {own}".strip()
        table = TopicTable(title, f"c{own or 'none'}", "万元", _HEADS)
        tables.setdefault(own, table).add([*map(Markup, cells)])  # nosec B704
    return tables


def _class_names(store: Store) -> dict[str, str]:
    """Names of the codes in force in the years of the disclosures; the newest name of each."""
    years = sorted({int(about["fiscal_year"]) for about in store.disclosures()})
    return {
        code: name
        for year in years
        for code, name in terms.classification("functional", year).items()
    }


def _told(store: Store, about: DisclosureRow, here: str) -> list[tuple[list[str], list[str]]]:
    """The items of one disclosure, to be kept."""
    return [([*one.key], [*map(str, one.cells)]) for one in _entries(store, about, here)]


def _entries(store: Store, about: DisclosureRow, here: str) -> Iterator[_Entry]:
    """The items of one disclosure."""
    one = about["disclosure_id"]
    up = addresses.way(here, addresses.disclosure(one))
    evidence = store.evidence(about, up, *spending.RESOURCES)
    for item in spending.items(store, one):
        cells = [
            *_named(item, evidence),
            department(about, here),
            *place(about),
            escape(FUNDS[item.fund]),
        ]
        yield _Entry((item.code or _UNCODED, item.name, one, item.fund), cells)


def _named(item: Item, evidence: Evidence) -> tuple[Markup, Markup]:
    """An item with its code, and its amount."""
    derived = Markup(' title="编码由名称推算"') if item.derived else Markup()
    code = Markup("<code{}>{}</code> ").format(derived, item.code) if item.code else Markup()
    return code + escape(item.name), evidence.number(item.resource, item.row, item.column)
