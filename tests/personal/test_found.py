"""What was found knows its place, and whether it is masked without being asked."""

from __future__ import annotations

import pytest

from juesuan.personal import LABELS, Found


def test_pieces_are_one_thing_with_gaps() -> None:
    found = Found("mobile", ((3, 6), (8, 10)))
    assert (found.start, found.end, [*found.offsets()]) == (3, 10, [3, 4, 5, 8, 9])


@pytest.mark.parametrize(
    ("kind", "is_masked"),
    [
        ("id", True),
        ("card", True),
        ("mobile", True),
        ("old_id", False),
        ("email", False),
        ("name", False),
    ],
)
def test_numbers_are_masked_and_the_rest_is_told(kind: str, is_masked: bool) -> None:
    assert Found(kind, ((0, 1),)).is_masked is is_masked and kind in LABELS
