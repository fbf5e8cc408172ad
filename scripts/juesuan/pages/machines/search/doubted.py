"""Which figures of a disclosure a contradiction of the site concerns."""

from __future__ import annotations

from juesuan.pages.markup import anchor
from juesuan.pages.store.store import Store
from juesuan.pages.telling.doubt import is_side
from juesuan.rows import ChecksRow, FiguresRow


def doubted(store: Store, one: str) -> dict[str, str]:
    """The figures that contradictions set against another amount, each with the first of these.

    A term of a sum or of a difference is not marked: that 450.00 is not what two totals differ by
    says nothing against either of them.

    Args:
        store: the packages.
        one: the id of the disclosure.

    Returns:
        Id of a figure to the anchor of a contradiction on the page of checks.
    """
    found: dict[str, str] = {}
    rows = store.of(one, "state = 'fail'").rows("checks")
    figures = {row["figure_id"]: row for row in store.of(one, "status = 'bound'").rows("figures")}
    for row in rows:
        for figure in row["figures"].split():
            if figure in figures and _concerned(row, figures[figure]):
                found.setdefault(figure, anchor(row))
    return found


def _concerned(row: ChecksRow, figure: FiguresRow) -> bool:
    """Whether a figure is one of the two sides, or the check compares no amounts."""
    if not (row["left"] or row["right"]):
        return True
    return is_side(row, "left", figure) or is_side(row, "right", figure)
