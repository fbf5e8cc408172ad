"""Which figures of a disclosure a contradiction of the site concerns."""

from __future__ import annotations

from juesuan.pages.markup import anchor
from juesuan.pages.store.store import Store


def doubted(store: Store, one: str) -> dict[str, str]:
    """The figures that contradictions cite, each with the first of these.

    Args:
        store: the packages.
        one: the id of the disclosure.

    Returns:
        Id of a figure to the anchor of a contradiction on the page of checks.
    """
    found: dict[str, str] = {}
    for row in store.of(one, "state = 'fail'").rows("checks"):
        for figure in row["figures"].split():
            found.setdefault(figure, anchor(row))
    return found
