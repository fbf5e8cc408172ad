"""What is spoken of: an amount or a count, one side of the accounts or both."""

import pytest

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.walk.figures import Spoken
from juesuan.parse.prose.walk.subjects import companion, is_amount, is_balance, is_other_side


def of(measure: str) -> Subject:
    return Subject(terms.measures()[measure])


def test_amounts_and_balances() -> None:
    assert is_amount(of("revenue.total")) and not is_amount(of("headcount.serving"))
    assert is_balance(of("carryover.opening")) and not is_balance(of("revenue.total"))


@pytest.mark.parametrize(
    ("words", "measure", "is_other"),
    [
        ("支出决算为", "revenue.total", True),
        ("支出决算为", "expenditure.total", False),
        ("支出决算为", "overall", True),
        ("上年支出", "revenue.current", True),
        ("决算数为", "revenue.total", False),
    ],
)
def test_the_other_side(words: str, measure: str, is_other: bool) -> None:
    assert is_other_side(words, of(measure)) is is_other


def test_an_amount_behind_a_count_is_of_what_was_spoken_of_before() -> None:
    spoken = Spoken(of("headcount.serving"), money=of("revenue.total"))
    assert companion(spoken, "money") == of("revenue.total")
    assert companion(spoken, "count") == of("headcount.serving")
