"""What the cell of an amount holds: one number, a dash, nothing, or what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from juesuan.parse.statutory.grid.cells import BLANK, Amount, SheetCell, is_decimal, texts
from tests.made_cells import view

CENTS = st.integers(-(10**10), 10**10)


def cell(text: str, begins: bool = True) -> SheetCell:
    return SheetCell(view(text), begins, 1)


def printed(cents: int) -> str:
    """Hundredths as a table prints them."""
    return f"{'-' * (cents < 0)}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def test_texts_of_the_cells_that_begin() -> None:
    row = (cell("201"), cell("一般"), cell("一般", begins=False), cell(""), BLANK, cell("1.00"))
    assert texts(row) == ["201", "一般", "1.00"]


@given(CENTS)
def test_a_number_is_kept_as_it_is_printed(cents: int) -> None:
    amount = Amount(cell(printed(cents)))
    assert amount.plain == printed(cents) and not amount.is_dash and not amount.is_lost


@pytest.mark.slow
@given(CENTS, st.data())
def test_a_number_that_extraction_wrapped_is_still_one(cents: int, data: st.DataObject) -> None:
    whole = printed(cents)
    at = data.draw(st.integers(1, len(whole) - 1))
    before, after = whole[:at], whole[at:]
    piece = before.lstrip("-")
    assume(piece and after not in piece and piece not in after)  # else a piece of it may be doubled
    assert Amount(cell(f"{before} {after}")).plain == whole


@given(CENTS, CENTS)
def test_two_numbers_below_one_another_are_not_one(first: int, second: int) -> None:
    for other in (printed(second), str(abs(second))):
        amount = Amount(cell(f"{printed(first)} {other}"))
        assert amount.plain == "" and amount.is_lost


@pytest.mark.parametrize("text", ["0", "12", "1234", "1,234", "-1,234,567.8", "0.00"])
def test_numbers(text: str) -> None:
    assert Amount(cell(text)).plain == text


@pytest.mark.parametrize(
    "text",
    [
        "4.0O",
        "1,200 300",
        "1,23.00",
        "12,3456",
        "1.2.3",
        "(1.00)",
        "1.00人",
        "无",
        "--1",
        "5.",
        ".5",
        "50%",
    ],
)
def test_what_is_no_number_is_lost(text: str) -> None:
    amount = Amount(cell(text))
    assert (amount.plain, amount.is_dash, amount.is_lost) == ("", False, True)


@pytest.mark.parametrize("text", ["-", "——", "–", "一", "/"])
def test_a_dash_is_neither_a_number_nor_lost(text: str) -> None:
    amount = Amount(cell(text))
    assert (amount.plain, amount.is_dash, amount.is_lost) == ("", True, False)


def test_a_blank_cell_is_nothing() -> None:
    amount = Amount(BLANK)
    assert (amount.plain, amount.is_dash, amount.is_lost) == ("", False, False)


@given(st.text("0123456789,.- —一/O元", max_size=12))
def test_a_cell_holds_exactly_one_of_the_four(text: str) -> None:
    amount = Amount(cell(text))
    blank = not amount.cell.text
    assert [bool(amount.plain), amount.is_dash, amount.is_lost, blank].count(True) == 1


@pytest.mark.parametrize(
    ("text", "begins", "wanted"),
    [
        ("1,234.50", True, True),
        ("1,234.50", False, False),
        ("201", True, False),
        ("1.2.3", True, False),
        ("一、收入", True, False),
        ("", True, False),
    ],
)
def test_an_amount_with_its_decimals(text: str, begins: bool, wanted: bool) -> None:
    assert is_decimal(cell(text, begins)) is wanted


def test_two_numbers_without_decimals_below_one_another_are_not_one() -> None:
    assert Amount(cell("1200 300")).plain == ""


@pytest.mark.parametrize(
    ("text", "plain", "unit"),
    [("31.50万元", "31.50", "万元"), ("￥-2.50", "-2.50", ""), ("8,000百元", "8,000", "百元")],
)
def test_an_amount_may_bring_its_unit(text: str, plain: str, unit: str) -> None:
    amount = Amount(SheetCell(view(text), True, 1))
    assert (amount.plain, amount.unit, amount.view.text) == (plain, unit, plain)


@pytest.mark.parametrize(
    ("text", "plain", "mark"),
    [("31.07①", "31.07", "①"), ("1,731.07**", "1,731.07", "**"), ("*31.07", "31.07", "*"),
     ("31.07 (2)", "31.07", "(2)"), ("-31.07注3", "-31.07", "注3"), ("31.07⁴", "31.07", "⁴")],
)  # fmt: skip
def test_the_mark_of_a_note_is_no_part_of_a_number(text: str, plain: str, mark: str) -> None:
    amount = Amount(cell(text))
    assert (amount.plain, amount.mark, amount.view.text) == (plain, mark, plain)
    assert not amount.is_lost


@pytest.mark.parametrize(
    "text", ["31.0*", "31①", "3*1.07", "①", "(2)", "*", "31.07①.2", "31.07万①"]
)
def test_a_mark_that_may_be_a_digit_is_no_mark(text: str) -> None:
    amount = Amount(cell(text))
    assert (amount.plain, amount.mark, amount.is_lost) == ("", "", True)


@pytest.mark.parametrize(
    ("text", "plain", "unit"),
    [("叁佰壹拾柒", "317", ""), ("四十二点零五", "42.05", ""), ("玖佰万元整", "900", "万元"),
     ("人民币陆仟零三元", "6003", "元")],
)  # fmt: skip
def test_a_number_in_chinese_numerals(text: str, plain: str, unit: str) -> None:
    amount = Amount(cell(text))
    assert (amount.plain, amount.unit) == (plain, unit) and not amount.is_lost


@pytest.mark.parametrize("text", ["七", "二〇二三", "三百零一亿二千", "九九", "数百", "百"])
def test_what_may_be_no_number_in_chinese_numerals(text: str) -> None:
    assert Amount(cell(text)).plain == "" and Amount(cell(text)).is_lost
