"""Which value of a row of funds is which: by heading where the kinds fit, else by order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.fund_columns import (
    FUND_FIELDS,
    Bound,
    FundField,
    bind_values,
    by_order,
    values_of,
)
from tests.made_cells import row

UNDER: dict[FundField, int] = {name: i for i, name in enumerate(FUND_FIELDS, start=1)}
"""A form that prints a label and then all six columns."""

SHIFTED = "columns shifted against the headings"
AMOUNTS = st.lists(
    st.integers(0, 99_999_999).map(lambda cents: f"{cents / 100:,.2f}"),
    min_size=3,
    max_size=3,
    unique=True,
)


def texts(bound: Bound) -> dict[FundField, str]:
    return {name: cell.text for name, cell in bound[0].items()}


def in_order(printed: str) -> tuple[dict[FundField, str], str]:
    bound = by_order(values_of(row(printed)))
    return texts(bound), bound[1]


def below(printed: str, under: dict[FundField, int] = UNDER) -> tuple[dict[FundField, str], str]:
    made = row(printed)
    bound = bind_values(made, values_of(made), under)
    return texts(bound), bound[1]


def six(*printed: str) -> dict[FundField, str]:
    return dict(zip(FUND_FIELDS, printed, strict=True))


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("资金总额|100.00||1,100.00|10|95.45%|—", ["100.00", "1,100.00", "10", "95.45%", "—"]),
        ("资金总额|1O.00|9.5分", ["1O.00", "9.5分"]),
        ("得分|9.55|分", ["9.55"]),
        ("得分|分|9.55", ["分", "9.55"]),
        ("得分|95%|分", ["95%", "分"]),
        ("资金总额|12个|其他", []),
    ],
)
def test_values_are_numbers_rates_and_dashes_legible_or_not(
    printed: str, wanted: list[str]
) -> None:
    assert [cell.text for cell in values_of(row(printed))] == wanted


def test_values_below_their_headings_stay_there() -> None:
    whole = six("100.00", "110.00", "105.00", "10", "95.45%", "9.55")
    assert below("资金|100.00|110.00|105.00|10|95.45%|9.55") == (whole, "")


def test_a_heading_says_which_number_is_the_rate_where_no_sign_does() -> None:
    whole = six("50.00", "50.00", "40.00", "10", "80", "8")
    assert below("资金|50.00|50.00|40.00|10|80|8") == (whole, "")


def test_an_amount_may_be_blank_where_the_rate_stands_in_its_column() -> None:
    found, why = below("资金|100.00||105.00|10|95.45%|9.55")
    assert (found["initial_budget"], found["executed"]) == ("100.00", "105.00")
    assert "annual_budget" not in found and why == ""


def test_an_amount_may_be_a_dash_where_no_column_is_blank() -> None:
    whole = six("—", "110.00", "105.00", "10", "95.45%", "9.55")
    assert below("资金|—|110.00|105.00|10|95.45%|9.55") == (whole, "")


def test_what_is_illegible_fits_below_any_heading() -> None:
    found, why = below("资金|100.00|11O.00|105.00|10|95.45%|9.55")
    assert found["annual_budget"] == "11O.00" and why == ""


@pytest.mark.parametrize(
    "printed",
    [
        "资金||100.00|110.00|105.00|10|95.45%|9.55",
        "资金|100.00|110.00|105.00|95.45%|10|9.55",
        "资金|—||105.00|10|95.45%|9.55",
        "资金|100.00||105.00|10|80|8",
        "资金|100.00|110.00|105.00|10|95.45%|9.55|98.50",
    ],
)
def test_values_that_cannot_be_what_their_headings_say_leave_them(printed: str) -> None:
    assert below(printed)[1] == SHIFTED


def test_headings_of_which_one_is_missing_bind_nothing() -> None:
    lacking = {name: column for name, column in UNDER.items() if name != "score"}
    found, why = below("资金|100.00|110.00|105.00|10|95.45%|9.55", lacking)
    assert found == six("100.00", "110.00", "105.00", "10", "95.45%", "9.55") and why == SHIFTED
    assert below("资金|100.00|110.00|105.00|10|95.45%", lacking)[1] == SHIFTED


@pytest.mark.slow
@given(AMOUNTS, st.integers(1, 99), st.integers(0, 100), st.integers(0, 99))
def test_three_amounts_then_weight_rate_and_score(
    money: list[str], weight: int, rate: int, score: int
) -> None:
    ratios = [str(weight), f"{rate}%", str(score)]
    assert in_order("|".join([*money, *ratios])) == (six(*money, *ratios), SHIFTED)


@given(AMOUNTS, st.integers(0, 2), st.integers(1, 2))
def test_an_amount_that_is_printed_again_is_no_other_amount(
    money: list[str], at: int, more: int
) -> None:
    twice = [*money[:at], *[money[at]] * more, *money[at:]]
    found, why = in_order("|".join([*twice, "10", "95.45%", "9.55"]))
    assert found == six(*money, "10", "95.45%", "9.55") and why == "an amount is printed twice"


@given(AMOUNTS, st.integers(0, 2))
def test_where_an_amount_is_missing_none_is_guessed(money: list[str], at: int) -> None:
    left = [*money[:at], *money[at + 1 :]]
    found, _ = in_order("|".join([*left, "10", "95.45%", "9.55"]))
    assert found == {"execution_rate_pct": "95.45%", "score": "9.55"}


def test_four_different_amounts_are_none_and_the_ratios_stay() -> None:
    found, why = in_order("1.00|2.00|3.00|4.00|10|95.45%|9.55")
    assert found == {"weight": "10", "execution_rate_pct": "95.45%", "score": "9.55"}
    assert why == SHIFTED


def test_without_a_rate_the_first_dash_ends_the_amounts() -> None:
    wanted = six("5.00", "5.00", "4.00", "—", "—", "—")
    assert in_order("5.00|5.00|4.00|—|—|—")[0] == wanted


@pytest.mark.parametrize(
    ("printed", "bound"),
    [
        ("50.00|50.00|40.00|10|80|8", True),
        ("50.00|50.00|40.00|10|80.0|8", True),
        ("50.00|50.00|40.00|10|81|8", False),
        ("0.00|0.00|0.00|10|80|8", False),
        ("5.00|—|4.00|10|80|8", False),
    ],
)
def test_six_numbers_are_in_order_where_the_fifth_is_the_rate(printed: str, bound: bool) -> None:
    assert (in_order(printed)[0].get("score") == "8") is bound


@pytest.mark.parametrize("printed", ["110.00|105.00|10|—|—", "105.00|105.00|10|9", "—|5.00|—|9"])
def test_a_weight_is_no_amount(printed: str) -> None:
    assert in_order(printed)[0] == {}


def test_an_illegible_rate_is_known_as_the_fifth_of_six_only() -> None:
    assert in_order("5.00|6.00|4.00|10|8l.0.|8")[0] == six(
        "5.00", "6.00", "4.00", "10", "8l.0.", "8"
    )
    assert in_order("5.00|6.00|4.00|10|8l.0.")[0] == {}


def test_a_budget_that_is_a_dash_makes_no_rate_of_an_amount() -> None:
    found, _ = below("其他资金|—|100.00|90.00|—|—|—")
    assert "100.00" not in (found.get("execution_rate_pct"), found.get("score"))


def test_points_that_are_alike_are_no_amounts_that_are_printed_twice() -> None:
    assert in_order("10|10|10|10|100|10")[0].get("annual_budget") in ("10", None)


def test_a_weight_that_is_printed_twice_is_no_amount() -> None:
    found, _ = in_order("453.29|59.65|59.65|10|10|100.00%|10.00")
    assert found == {"weight": "10", "execution_rate_pct": "100.00%", "score": "10.00"}
