"""What a year's disclosure prints of the year before, against what that year's printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan.check.between import Years
from tests.check.between.conftest import ITEM, amounts, found, of_year, states
from tests.pages.made_facts import Given, measure

KEY = "revenue/revenue.appropriation"


def pair(now: Given, then: str, seams: tuple[str, ...] = ()) -> Years:
    row = measure("revenue.appropriation", **now)
    earlier = of_year(2023, measures=amounts(revenue__appropriation=then) if then else [])
    return Years(of_year(2024, measures=[row]), earlier, seams)


def test_a_printed_prior_year_is_what_last_year_printed() -> None:
    printed = {"actual": "90.00", "prior_year": "81.20"}
    assert states(pair(printed, "81.20"), "B02") == {KEY: "pass"}
    assert states(pair(printed, "81.21"), "B02") == {KEY: "rounding"}
    assert states(pair(printed, "81.30"), "B02") == {KEY: "fail"}
    assert states(pair(printed, ""), "B02") == {KEY: "not_applicable"}
    assert states(pair({"actual": "90.00"}, "81.20"), "B02") == {}


def test_a_prior_year_follows_from_the_change() -> None:
    told = {"actual": "90.00", "change": "-5.50"}
    assert states(pair(told, "95.50"), "B03") == {KEY: "pass"}
    assert states(pair(told, "95.51"), "B03") == {KEY: "rounding"}
    assert states(pair(told, "95.52"), "B03") == {KEY: "fail"}
    assert states(pair(told, ""), "B03") == {KEY: "not_applicable"}


def test_a_bare_rate_is_recomputed_from_both() -> None:
    told = {"actual": "90.00", "change_pct": "20.00"}
    assert states(pair(told, "75.00"), "B04") == {KEY: "pass"}
    assert states(pair(told, "80.00"), "B04") == {KEY: "fail"}
    assert states(pair(told, "0.00"), "B04") == {KEY: "not_applicable"}
    assert states(pair({**told, "change": "15.00"}, "75.00"), "B04") == {}


def test_a_finding_quotes_both_disclosures() -> None:
    row = found(pair({"actual": "90.00", "change": "-5.50"}, "99.00"))["B03", KEY]
    assert row["disclosure_id"] == "made-up-2024" and row["other_id"] == "made-up-2023"
    assert row["figures"] == "f00001 f00002" and row["other_figures"] == "made-up-2023/f00001"
    assert (row["left"], row["right"], row["difference"]) == ("95.50", "99.00", "-3.50")
    for said in ("2024年度公开的财政拨款收入 90.00 万元", "2023年度公开的财政拨款收入 99.00 万元"):
        assert said in row["statement"]
    assert "错" not in row["statement"]


def test_a_difference_at_a_seam_is_no_contradiction() -> None:
    case = pair({"actual": "90.00", "prior_year": "81.20"}, "70.00", ("口径由“单位”变为“汇总”",))
    row = found(case)["B02", KEY]
    assert row["state"] == "not_applicable"
    assert row["statement"].startswith("口径由“单位”变为“汇总”，不作比较（")
    assert "81.20" in row["statement"] and "70.00" in row["statement"]
    assert states(case, "B01") == {"all": "information"}
    assert states(pair({"actual": "90.00"}, "70.00"), "B01") == {"all": "pass"}


def test_a_reason_that_names_another_scope_is_a_seam() -> None:
    told = {"actual": "90.00", "change": "-5.50", "reason": "统计口径调整"}
    assert states(pair(told, "99.00"), "B03") == {KEY: "not_applicable"}


def test_what_cannot_be_read_is_not_judged() -> None:
    now = of_year(2024, measures=[measure("revenue.appropriation", "90.00", change="1.00")])
    lost = measure("revenue.appropriation", unreadable="actual")
    assert states(Years(now, of_year(2023, measures=[lost])), "B03") == {KEY: "unreadable"}


def test_another_unit_of_print_widens_the_envelope() -> None:
    """What last year printed in whole 万元 may lie half a 万元 away."""
    earlier = of_year(2023, measures=[measure("revenue.appropriation", "81.0")])
    later = of_year(2024, measures=[measure("revenue.appropriation", "90.00", prior_year="81.04")])
    assert states(Years(later, earlier), "B02") == {KEY: "rounding"}


def test_the_overall_change_is_of_the_total() -> None:
    later = of_year(
        2024, measures=[*amounts(revenue__total="110.00"), measure("overall", change="10.00")]
    )
    for total, state in (("100.00", "pass"), ("101.00", "fail")):
        earlier = of_year(2023, measures=amounts(revenue__total=total))
        assert states(Years(later, earlier), "B03") == {"overview/overall": state}


Amount = st.integers(1, 10**8).map(lambda cents: Decimal(cents).scaleb(-2))
Change = st.integers(-(10**6), 10**6).map(lambda cents: Decimal(cents).scaleb(-2))
NAMES = ("revenue.appropriation", "general_budget.expenditure", "three_public.total")


@st.composite
def consistent(draw: st.DrawFn) -> tuple[list[Given], list[Given]]:
    """Measures and the balance of two years that agree; the later one prints all that it may."""
    now, then = [], []
    for name in NAMES:
        actual, change = draw(Amount), draw(Change)
        before = actual - change
        now.append(measure(name, f"{actual}", prior_year=f"{before}", change=f"{change}"))
        then.append(measure(name, f"{before}"))
    left = draw(Amount)
    now.append(measure("carryover.opening", f"{left}"))
    then.append(measure("carryover.closing", f"{left}"))
    return now, then


def fails(now: list[Given], then: list[Given]) -> set[tuple[str, str]]:
    case = Years(of_year(2024, measures=now), of_year(2023, measures=then))
    return {key for key, row in found(case).items() if row["state"] == "fail"}


def moved(rows: list[Given], at: int, column: str, by: Decimal) -> list[Given]:
    changed = {**rows[at], column: f"{Decimal(rows[at][column]) + by}"}
    return [*rows[:at], changed, *rows[at + 1 :]]


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(both=consistent(), at=st.integers(0, len(NAMES) - 1), by=Amount)
def test_one_figure_that_moves_fails_the_rules_that_touch_it_and_no_other(
    both: tuple[list[Given], list[Given]], at: int, by: Decimal
) -> None:
    now, then = both
    far = by + Decimal("0.02")  # beyond the envelope of three figures of two decimals
    key = f"{now[at]['section']}/{now[at]['measure']}"
    assert fails(now, then) == set()
    assert fails(now, moved(then, at, "actual", far)) == {("B02", key), ("B03", key)}
    assert fails(moved(now, at, "prior_year", far), then) == {("B02", key)}
    assert fails(moved(now, at, "change", far), then) == {("B03", key)}
    assert fails(moved(now, at, "actual", far), then) == {("B03", key)}
    last = len(NAMES)
    assert fails(moved(now, last, "actual", far), then) == {("B05", "carryover.opening")}
    assert fails(now, moved(then, last, "actual", far)) == {("B05", "carryover.opening")}


def test_lines_of_spending_are_compared_by_name_and_code() -> None:
    later = of_year(2024, functions=[{**ITEM, "actual": "80.00", "change": "-10.00"}])
    earlier = of_year(2023, functions=[{**ITEM, "position": "7", "actual": "90.00"}])
    subject = "general_public_budget/item/1"
    assert states(Years(later, earlier), "B03") == {subject: "pass"}
    other = of_year(2023, functions=[{**ITEM, "actual": "91.00"}])
    assert states(Years(later, other), "B03") == {subject: "fail"}
