"""What a change compares with: nothing of its kind, no department, or another department."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any

from juesuan.pages.store.store import Store
from juesuan.pages.telling.reasons import is_seam
from juesuan.rows import DisclosureRow

NOTHING, NO_YEAR, OTHER_SCOPE = 1, 2, 3
"""Why a change does not compare: the value was 0, there was no such department, or it was divided,
joined or made anew."""


def other_scope(store: Store, about: DisclosureRow) -> bool:
    """Whether a disclosure says itself, as the reason of a change, that the department changed.

    Args:
        store: the packages.
        about: its row.
    """
    return store.made_of(about, "other scope", partial(_says, store, about["disclosure_id"]))


def _says(store: Store, one: str) -> bool:
    own = store.of(one)
    return any(
        is_seam(row["reason"] or "") for row in chain(own.rows("measures"), own.rows("functions"))
    )


def mark(found: Mapping[str, dict[str, Any]], changed: bool) -> None:
    """Mark the changes that do not compare: a change that is all there is, one of another scope.

    Args:
        found: measure to what is told of it: by column its value and the address of its figure.
        changed: whether the department itself changed.
    """
    whole = found.get("expenditure.total", {}).get("actual")
    for measure, cells in found.items():
        if _all_there_is(cells, whole if measure == "overall" else cells.get("actual")):
            cells["new"] = NOTHING
    if found.get("overall", {}).get("new"):
        for cells in found.values():
            if "new" in cells:
                cells["new"] = NO_YEAR
    for cells in found.values() if changed else ():
        if "change" in cells or "change_pct" in cells:
            cells.setdefault("new", OTHER_SCOPE)


def _all_there_is(cells: Mapping[str, Any], whole: Sequence[str] | None) -> bool:
    """Whether a change is all of what it changed."""
    if not whole or "change" not in cells or not Decimal(whole[0]):
        return False
    return Decimal(cells["change"][0]) == Decimal(whole[0])
