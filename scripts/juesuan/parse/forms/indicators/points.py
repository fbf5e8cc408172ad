"""A row with one number where weight and score are printed: which of the two it is.

The weights, which make 100 with that of the funds, and how the form writes points tell it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from juesuan.amount import NUMERAL, Amount
from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.vocabulary import without_sign
from juesuan.parse.view import View

_ALL = 100
"""What the weights of a form make."""


def decide_points(found: Sequence[Aligned], funds_weight: str) -> None:
    """Decide for each row with one number; a row that nothing tells keeps it as its weight.

    Args:
        found: the indicators of a form.
        funds_weight: points of the execution rate; empty where they are not known.
    """
    doubtful = [one for one in found if _is_doubtful(one)]
    others = [one for one in found if not _is_doubtful(one)]
    missing = _missing_weight(doubtful, others, funds_weight)
    styled = _write_only_scores_with_point(others)
    for aligned in doubtful:
        if not _parted(aligned, missing) and _is_score(aligned.cells["weight"], missing, styled):
            _take_as_score(aligned)


def points_of(view: View) -> Decimal:
    """The number of a cell of points."""
    return Amount.of(without_sign(view).text).value


def _is_doubtful(aligned: Aligned) -> bool:
    return "score" in aligned.lost and "weight" in aligned.cells and not aligned.damaged


def _missing_weight(
    doubtful: Sequence[Aligned], others: Sequence[Aligned], funds_weight: str
) -> Decimal | None:
    """The weight of the only doubtful row, where all others are known."""
    if len(doubtful) != 1 or not funds_weight or any(one.lacks("weight") for one in others):
        return None
    return _ALL - sum((points_of(one.cells["weight"]) for one in others), Decimal(funds_weight))


def _write_only_scores_with_point(others: Sequence[Aligned]) -> bool:
    """Whether a form writes its scores with a decimal point and its weights without."""
    whole = [one.cells for one in others if {"weight", "score"} <= set(one.cells)]
    return bool(whole) and all(
        "." in cells["score"].text and "." not in cells["weight"].text for cells in whole
    )


def _is_score(number: View, missing: Decimal | None, styled: bool) -> bool:
    """Whether the one number is no weight: not the missing one, or written as only scores are."""
    denied = missing is not None and points_of(number) != missing
    return denied or (styled and "." in number.text)


def _parted(aligned: Aligned, weight: Decimal | None) -> bool:
    """Part weight and score where they stand in one cell and the missing weight proves it."""
    view, head = aligned.cells["weight"], str(weight)
    if weight is None or not view.text.startswith(head):
        return False
    rest = view[len(head) :]
    if not re.fullmatch(NUMERAL, without_sign(rest).text) or points_of(rest) > weight:
        return False
    aligned.cells |= {"weight": view[: len(head)], "score": rest}
    aligned.lost.remove("score")
    aligned.realigned = "weight and score stand in one cell"
    return True


def _take_as_score(aligned: Aligned) -> None:
    aligned.cells["score"] = aligned.cells.pop("weight")
    aligned.lost = ["weight" if name == "score" else name for name in aligned.lost]
