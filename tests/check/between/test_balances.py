"""What a year leaves behind is what the next one begins with."""

from __future__ import annotations

from juesuan.check.between import Years
from tests.check.between.conftest import amounts, found, of_year, states
from tests.pages.made_facts import Given


def test_the_prose_carries_its_balance_over() -> None:
    for closing, state in (("5.00", "pass"), ("5.01", "rounding"), ("5.02", "fail")):
        later = of_year(2024, measures=amounts(carryover__opening="5.00"))
        earlier = of_year(2023, measures=amounts(carryover__closing=closing))
        assert states(Years(later, earlier), "B05") == {"carryover.opening": state}


def test_a_balance_that_last_year_did_not_print_is_not_judged() -> None:
    later = of_year(2024, measures=amounts(appropriation__opening="5.00"))
    assert states(Years(later, of_year(2023)), "B05") == {"appropriation.opening": "not_applicable"}


def test_the_prose_takes_over_from_last_years_table() -> None:
    later = of_year(2024, measures=amounts(carryover__opening="5.00"))
    earlier = of_year(2023, table1=[summary("expenditure", "closing", "6.00")])
    row = found(Years(later, earlier))["B05", "carryover.opening"]
    assert row["state"] == "fail" and "表1" in row["statement"]
    seam = Years(later, earlier, ("名称由“甲局”变为“乙局”",))
    assert states(seam, "B05") == {"carryover.opening": "not_applicable"}


def summary(side: str, kind: str, actual: str, **more: str) -> Given:
    return {
        "side": side,
        "position": "9",
        "kind": kind,
        "label": "结转和结余",
        "actual": actual,
        **more,
    }


def test_the_tables_carry_their_balances_over_by_fund() -> None:
    funds = ("all", "general_public_budget")
    opening = [summary("revenue", "opening", "5.00", fund=one) for one in funds]
    closing = [
        summary("expenditure", "closing", amount, fund=one)
        for one, amount in zip(funds, ("5.00", "4.00"), strict=True)
    ]
    case = Years(of_year(2024, table4=opening), of_year(2023, table4=closing))
    assert states(case, "B06") == {
        "table4/all": "pass",
        "table4/general_public_budget": "fail",
        "table4/government_fund": "not_applicable",
        "table4/state_capital": "not_applicable",
    }
    assert states(Years(of_year(2024, table4=opening), of_year(2023)), "B06") == {}


def test_a_blank_balance_contradicts_nothing() -> None:
    later = of_year(2024, table1=[summary("revenue", "opening", "5.00")])
    earlier = of_year(2023, table1=[summary("expenditure", "closing", "")])
    assert states(Years(later, earlier), "B06") == {"table1/all": "not_applicable"}
