"""Items of spending by function, as questions are answered from them."""

from __future__ import annotations

from juesuan.pages.store import spending
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import FUNDS
from juesuan.rows import DisclosureRow

ANSWERED = 40
"""Items of one disclosure that can be answered: the largest."""


def spent_on(store: Store, about: DisclosureRow) -> list[tuple[str, str, list[str]]]:
    """The largest items of spending of a disclosure.

    Args:
        store: the packages.
        about: its row.

    Returns:
        Of each its code and name, the budget that it is part of, its amount with the address of
        the figure below the disclosure.
    """
    evidence = store.evidence(about, "", *spending.RESOURCES)
    found = []
    for item in spending.items(store, about["disclosure_id"]):
        figure = evidence.figure(item.resource, item.row, item.column)
        value = str(item.row.get(item.column) or "")
        if figure and value:
            name = f"{item.code} {item.name}".strip()
            found.append((name, FUNDS[item.fund], [value, evidence.address(figure)]))
    return sorted(found, key=lambda one: (-float(one[2][0]), one[0]))[:ANSWERED]
