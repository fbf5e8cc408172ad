"""Amounts are placed where their sums allow one way alone."""

from __future__ import annotations

import time

from juesuan.intake.singly.placing import Line, are_settled, first_is_sum, settle
from juesuan.intake.singly.tokens import Token


def line(width: int, *amounts: str) -> Line:
    return Line([Token(one, 0, len(one)) for one in amounts], width)


def test_columns_that_add_up_decide() -> None:
    whole, one, other = (
        line(3, "9.00", "5.00", "4.00"),
        line(3, "5.00", "5.00"),
        line(3, "4.00", "4.00"),
    )
    for each in (one, other):
        each.keep(first_is_sum)
    settle([(whole, [one, other])])
    assert are_settled([whole, one, other]) and one.ways == [(0, 1)] and other.ways == [(0, 2)]


def test_two_ways_or_none_decide_nothing() -> None:
    whole, one, other = (
        line(3, "8.00", "4.00", "4.00"),
        line(3, "4.00", "4.00"),
        line(3, "4.00", "4.00"),
    )
    for each in (one, other):
        each.keep(first_is_sum)
    settle([(whole, [one, other])])
    assert not are_settled([whole, one, other])
    wrong = line(3, "7.00")
    wrong.keep(first_is_sum)
    assert not are_settled([wrong])


def test_ways_without_end_are_not_tried() -> None:
    lines = [line(9, "1.00", "1.00", "1.00") for _ in range(40)]
    start = time.process_time()
    settle([(lines[0], lines[1:])] * 50)
    assert time.process_time() - start < 1 and not are_settled(lines)
