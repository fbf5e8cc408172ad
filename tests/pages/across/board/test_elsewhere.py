"""Where the amounts of a contradiction are printed too."""

from __future__ import annotations

from decimal import Decimal

from juesuan.pages.across.board.elsewhere import elsewhere
from juesuan.pages.telling.doubt import Doubt
from tests.pages.made_facts import evidence_of, facts_with, measure

MONEY = Doubt("应当一致的数字不一致", Decimal("98.50"), None, Decimal(1))
GIVEN = [
    measure("revenue.total", "4512.30"),
    measure("expenditure.current", "4413.80"),
    measure("carryover.closing", "98.50"),
    measure("headcount.total", "4413.80"),
    measure("three_public.total", "5.00"),
]


def found(
    figures: str = "", doubt: Doubt = MONEY, **sides: str
) -> list[tuple[str, str, list[str]]]:
    facts = facts_with(measures=GIVEN)
    row = {"left": "4512.30", "right": "4413.80", "difference": "98.50", "figures": figures} | sides
    told = elsewhere(row, doubt, facts.rows("measures"), evidence_of(facts))
    return [(one.what, one.amount, [name.striptags() for name in one.names]) for one in told]


def test_a_side_that_is_another_measure_is_named_with_its_print() -> None:
    """The second measure is the right side itself, which is cited; 98.50 has three digits."""
    (whole,) = found("f00002")
    assert whole == ("", "4,512.30", ["收入总计"])


def test_a_difference_that_is_another_measure_is_named() -> None:
    told = found("f00001 f00002", difference="-4512.30", left="", right="")
    assert told == []
    told = found("f00002", difference="-4512.30", left="", right="")
    assert told == [("相差的 ", "4,512.30", ["收入总计"])]


def test_short_amounts_are_alike_by_chance() -> None:
    assert found("f00001 f00002", left="5.00", right="98.5") == []


def test_what_is_no_money_is_not_looked_for() -> None:
    assert found(doubt=Doubt("件数或人数对不上")) == []
