"""Amounts whose sign no character says."""

from __future__ import annotations

import pytest

from juesuan.intake.text.doubted import DRAWN, RED, doubtful, is_red, is_unsigned, plain, reds_in


@pytest.mark.parametrize(
    ("colour", "red"),
    [
        ("red", True), (" #F00 ", True), ("#c00000", True), ("FFEE0000", True), ("EE0000", True),
        ("rgb(255, 0, 0)", True), ("rgba(200,10,10,.9)", True), ("#ff8800", False), ("#fff", False),
        ("000000", False), ("FFFF0000", True), ("rgb(255,200,200)", False), ("auto", False), ("", False),
    ],
)  # fmt: skip
def test_reds(colour: str, red: bool) -> None:
    assert is_red(colour) is red


def test_few_red_amounts_of_a_table_are_in_doubt_and_many_are_an_ornament() -> None:
    few = ["合计", "3.10", f"2.00{RED}", "1.00", f"-1.00{RED}", f"其他{RED}"]
    assert doubtful(few) == ({2}, set())
    assert doubtful(["合计", f"3.10{RED}", f"2.00{RED}", "1.00"]) == (set(), set())


def test_what_is_drawn_beside_an_amount_puts_it_in_doubt() -> None:
    assert doubtful([f"{DRAWN}3.10", f"{DRAWN}合计", f"2{RED}.1{RED}0"]) == (set(), {0})


def test_texts_without_marks() -> None:
    assert plain(f"1{RED}2.5{RED}{DRAWN}") == "12.5"
    assert is_unsigned(f" 1,2{RED}12.5 ") and not is_unsigned("-1.5") and not is_unsigned("2024")
    assert reds_in(f"收入1.20{RED}万元，-3.40{RED}，（5.60{RED}），2024{RED}年") == 1
