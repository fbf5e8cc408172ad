"""An amount beside the same one rounded: the exact one is the figure."""

import pytest

from juesuan.parse.prose.lexer.events import Numeral
from juesuan.parse.prose.lexer.numerals import numerals
from juesuan.parse.prose.walk.rounded import begin_of_both, is_rounded
from tests.parse.prose.walk.test_grammar import figures


def amounts(text: str) -> list[Numeral]:
    return sorted(numerals(text), key=lambda one: one.start)


@pytest.mark.parametrize(
    ("text", "rounded"),
    [
        ("收入总计3.15亿元(31,462.80万元)", "3.15"),
        ("收入总计3.15亿元(即31,462.80万元)", "3.15"),
        ("收入总计31,462.80万元(约3.15亿元)", "3.15"),
        ("收入总计31.46万元(314,628.05元)", "31.46"),
    ],
)
def test_the_rounded_one(text: str, rounded: str) -> None:
    assert [one.value for one in amounts(text) if is_rounded(text, one)] == [rounded]


@pytest.mark.parametrize(
    "text",
    [
        "收入总计3.15亿元(31,562.80万元)",
        "收入总计3.15亿元(其中上年结转31,462.80万元)",
        "收入总计31,462.80万元(31,462.80万元)",
        "收入总计3.15亿元,支出31,462.80万元",
        "增长3.15%(31,462.80万元)",
    ],
)
def test_another_amount_is_none(text: str) -> None:
    assert [one for one in amounts(text) if is_rounded(text, one)] == []


def test_what_introduces_both_stands_before_the_first() -> None:
    text = "收入总计3.15亿元(31,462.80万元)"
    first, exact = amounts(text)
    assert begin_of_both(text, exact) == first.start
    assert begin_of_both(text, first) is None


def test_what_follows_the_bracket_speaks_of_the_exact_one() -> None:
    text = "本年收入合计3.15亿元(31,462.80万元),其中:事业收入1.20亿元(12,004.10万元),占38.15%。"
    assert figures("revenue", text) == [
        ("revenue.current", "actual", "31,462.80"),
        ("revenue.undertaking", "actual", "12,004.10"),
        ("revenue.undertaking", "share_pct", "38.15"),
    ]
