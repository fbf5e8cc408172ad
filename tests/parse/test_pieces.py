"""Numerals in pieces: one only where that is proven."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from juesuan.parse.pieces import damage_torn, has_torn_number, is_one, whole_numerals
from juesuan.parse.view import Reader
from tests.conftest import document_of
from tests.made_cells import view

LINE = "附属单位上缴收入0.00万元占0.00%其他收入"


def read(text: str) -> str:
    """The text without spaces, with its unproven numerals damaged."""
    reader = Reader(document_of(text))
    return whole_numerals(reader.prose(0, len(text)), text)


@pytest.mark.parametrize(
    ("printed", "one"),
    [
        ("1,234.50", True),
        ("1, 234. 50", True),
        ("1 , 234 .5", True),
        ("12 34.50", True),
        ("123.4 5", True),
        ("15. 82 82", False),
        ("22 22", False),
        ("1 1", False),
        ("12 34.5", False),
        ("1 2 34.50", True),
        ("7 79", True),
        ("20 23", True),
        ("22 22.50", False),
        ("315.45 45", False),
        ("12 34", False),
    ],
)
def test_pieces_beside_a_separator_or_of_one_amount_are_one(printed: str, one: bool) -> None:
    assert is_one(view(printed)) is one
    assert has_torn_number(view(f"约{printed}万元")) is not one
    assert ("□" in damage_torn(view(printed)).text) is not one


@given(st.integers(0, 10**12), st.integers(0, 99), st.data())
def test_an_amount_parted_once_is_whole(whole: int, cents: int, data: st.DataObject) -> None:
    printed = f"{whole}.{cents:02d}"
    at = data.draw(st.integers(1, len(printed) - 1))
    before, after = printed[:at], printed[at:]
    assume(after not in before and before not in after)  # else a piece of it may be doubled
    assert is_one(view(f"{before} {after}"))


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}65.8\n3万元比上年增加三分之一多一点点",
        f"{LINE}65\n.83万元",
        f"{LINE}6 5.83万元",
        f"{LINE}5\n8人其中在职人员共计若干名人员其他\n",
        f"{LINE}6**5**8人",
        f"{LINE}2\n- 1 -\n06.49万元",
    ],
)
def test_a_numeral_that_the_layout_proves_is_left(text: str) -> None:
    assert "□" not in read(text)


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        (f"{LINE}65.8\n52\n3万元", "□5.8523万元"),
        (f"{LINE}65\n52\n.83万元", "□552.83万元"),
        ("接待22 22人次", "□222人次"),
        ("占15. 82 82%", "□5.8282%"),
        (f"短行5\n8人{LINE}", "□8人"),
    ],
)
def test_a_numeral_that_nothing_proves_is_damaged(text: str, damaged: str) -> None:
    assert damaged in read(text)


@pytest.mark.parametrize(
    ("cell", "torn"),
    [("7 30%", True), ("1 00%", True), ("7 30", False), ("7.30 %", False), ("730%", False)],
)
def test_a_rate_that_may_lack_its_point_is_torn(cell: str, torn: bool) -> None:
    assert has_torn_number(Reader(document_of(cell)).view()) is torn
    assert ("□" in read(f"合计4.00万元，下降{cell}，主要是压减。")) is torn


@pytest.mark.slow
@given(st.text("0123456789,.万元 \n", max_size=60))
def test_nothing_but_first_digits_changes(text: str) -> None:
    plain, found = "".join(text.split()), read(text)
    assert len(found) <= len(plain)
    assert all(char in "□0123456789,.万元" for char in found)
