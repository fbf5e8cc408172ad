"""Parts of a bar stand one behind the other and fill it exactly."""

from __future__ import annotations

from decimal import Decimal

from juesuan.pages.across.topics.strips import Segment, segments


def test_parts_stand_one_behind_the_other() -> None:
    parts = [(Decimal("1.5"), 1, "甲"), (Decimal(0), 2, "乙"), (Decimal("4.5"), 3, "丙")]
    assert [*segments(parts, Decimal(12))] == [
        Segment("0.00", "12.50", 1, "甲"),
        Segment("12.50", "37.50", 3, "丙"),
    ]


def test_many_small_parts_add_up() -> None:
    parts = [(Decimal("0.1"), 0, "")] * 1000
    last = [*segments(parts, Decimal(100))][-1]
    assert Decimal(last.start) + Decimal(last.width) == 100
