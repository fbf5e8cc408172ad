"""What a seam makes of a finding: two bodies need not print the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.check.comparing.compare import FAIL, NOT_APPLICABLE, Outcome, by_convention


def unless_seam(outcome: Outcome, seams: Sequence[str], wanted: str) -> Outcome:
    """A finding, worded neutrally; at a seam a difference is no contradiction.

    Args:
        outcome: what a comparison found.
        seams: why the two need not agree, in words.
        wanted: what is usual where there is no seam.
    """
    if outcome.state != FAIL:
        return outcome
    if not seams:
        return by_convention(outcome, wanted)
    compared = outcome.statement.rpartition("，")[0]
    return replace(
        outcome, state=NOT_APPLICABLE, statement=f"{'；'.join(seams)}，不作比较（{compared}）"
    )
