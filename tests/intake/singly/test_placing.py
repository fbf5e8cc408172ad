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


def test_sums_hold_by_the_digits_that_are_printed() -> None:
    """Of 1.2345 (亿元) the last digit is smaller than of 1.2, and a blank cell is exact."""
    rows = [("3.3", "1.2", "2.0"), ("3.20", "1.20", "2.02"), ("3.2001", "1.2000", "2.0003")]
    lines = [line(3, *row) for row in rows]
    for one in lines:
        one.ways = [(0, 1, 2), (0, 1, 2)]
        one.keep(first_is_sum)
    assert [len(one.ways) for one in lines] == [2, 0, 0]
    whole, parts = line(1, "3.01"), [line(1, "3.00"), Line([], 1)]
    settle([(whole, parts)])
    assert are_settled([whole])
    whole = line(1, "3.02")
    whole.ways = [(0,), (0,)]
    settle([(whole, parts)])
    assert not whole.ways
