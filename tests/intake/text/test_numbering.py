"""Numbers of lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.text.numbering import HTML, WORD, chinese, circled, letters, roman


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (101, "一百〇一"),
     (110, "一百一十"), (115, "一百一十五"), (1000, "一千"), (1001, "一千〇一"), (1010, "一千〇一十"), (10000, "10000"), (0, "0")],
)  # fmt: skip
def test_chinese(number: int, said: str) -> None:
    assert chinese(number) == said


def test_others() -> None:
    assert [roman(one) for one in (1, 4, 9, 40, 1994, 0)] == ["i", "iv", "ix", "xl", "mcmxciv", "0"]
    assert [letters(one) for one in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    assert [circled(one) for one in (1, 20, 21)] == ["①", "⑳", "21"]
    assert (
        WORD["decimalZero"](3),
        WORD["decimalFullWidth"](12),
        WORD["ideographTraditional"](2),
    ) == ("03", "１２", "乙")
    assert (HTML["A"](3), HTML["cjk-heavenly-stem"](11), WORD["none"](4)) == ("C", "11", "")


@given(st.integers(1, 9999))
def test_every_number_is_said_in_its_own_way(number: int) -> None:
    assert len({kind(one) for kind in (chinese, roman) for one in (number, number % 9999 + 1)}) == 4
