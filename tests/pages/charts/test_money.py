"""The money as a whole: drawn where it adds up, beside last year, beside the budget."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.charts import money
from juesuan.pages.charts.source import Source
from tests.pages.made_facts import Given, evidence_of, facts_with, measure

TOTAL = measure("revenue.total", "110.00")
FLOW = [
    TOTAL,
    measure("carryover.opening", "10.00"),
    measure("revenue.appropriation", "90.00"),
    measure("revenue.other", "10.00"),
    measure("revenue.operating", "0.00"),
    measure("expenditure.basic", "60.00"),
    measure("expenditure.project", "45.00"),
    measure("carryover.closing", "5.00"),
]


def source_with(measures: list[Given], **tables: list[Given]) -> Source:
    facts = facts_with(measures=measures, **tables)
    return Source(facts, evidence_of(facts))


def changed(name: str, actual: str) -> list[Given]:
    return [measure(name, actual) if row["measure"] == name else row for row in FLOW]


def test_a_flow_that_adds_up_is_drawn() -> None:
    chart = money.money_flow(source_with(FLOW))
    assert chart
    assert [[cell.text for cell in row] for row in chart.rows] == [
        ["从哪里来：年初结转和结余", "10.00"],
        ["从哪里来：财政拨款收入", "90.00"],
        ["从哪里来：经营收入", "0.00"],
        ["从哪里来：其他收入", "10.00"],
        ["到哪里去：基本支出", "60.00"],
        ["到哪里去：项目支出", "45.00"],
        ["到哪里去：年末结转和结余", "5.00"],
    ]
    assert "经营收入" not in chart.says, "zero is not drawn"
    assert chart.picture.linked[-1].text == "110.00"


@pytest.mark.parametrize(
    "rows",
    [
        changed("revenue.other", "99.99"),
        changed("expenditure.basic", "59.00"),
        [*changed("carryover.closing", "-5.00"), measure("expenditure.operating", "10.00")],
        [row for row in FLOW if row["measure"] != "revenue.total"],
        [row for row in FLOW if not row["measure"].startswith("expenditure.")],
        [TOTAL],
        [measure(row["measure"], "0.00") for row in FLOW],
    ],
    ids=["source", "use", "below zero", "no total", "no uses", "total alone", "all zero"],
)
def test_a_flow_that_does_not_add_up_is_not_drawn(rows: list[Given]) -> None:
    assert money.money_flow(source_with(rows)) is None


def test_rounding_of_each_printed_amount_may_part_a_side_from_the_total() -> None:
    """Three sources and the total: four times half a cent. Two uses and the total: three times."""
    assert money.money_flow(source_with(changed("revenue.other", "10.02")))
    assert money.money_flow(source_with(changed("revenue.other", "10.03"))) is None
    two = [row for row in changed("expenditure.basic", "105.01") if "project" not in row["measure"]]
    assert money.money_flow(source_with(two))
    two = [row for row in changed("expenditure.basic", "105.02") if "project" not in row["measure"]]
    assert money.money_flow(source_with(two)) is None


@pytest.mark.parametrize(("other", "drawn"), [("12.00", True), ("13.00", False)])
def test_a_flow_in_the_largest_unit_is_drawn_within_its_own_rounding(
    other: str, drawn: bool
) -> None:
    """Of 1.10 亿元 the last digit is 100 万元: three sources and the total may miss 200."""
    facts = facts_with(measures=changed("revenue.other", other))
    tables = {name: [dict(row) for row in facts.table(name)] for name in ("measures", "figures")}
    for row in tables["measures"]:
        row["actual"] = f"{Decimal(row['actual']) * 100:.2f}"
    for row in tables["figures"]:
        row["text"], row["unit"] = f"{Decimal(row['text']) / 100:.2f}", "亿元"
    rows = {name: tuple(some) for name, some in tables.items()}
    made = Facts(facts.disclosure_id, {**facts.tables, **rows})
    assert bool(money.money_flow(Source(made, evidence_of(made)))) == drawn


@pytest.mark.slow
@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=len(money.SOURCES)))
def test_any_amounts_that_add_up_are_drawn(cents: list[int]) -> None:
    total = f"{sum(cents) / 100:.2f}"
    rows = [
        measure("revenue.total", total),
        *(
            measure(name, f"{one / 100:.2f}")
            for name, one in zip(money.SOURCES, cents, strict=False)
        ),
        measure("expenditure.basic", total),
    ]
    chart = money.money_flow(source_with(rows))
    assert chart and len(chart.picture.linked) == len(cents) + 2


def test_one_total_of_revenue_and_expenditure_is_the_total() -> None:
    rows = [measure("overall", "110.00") if row is TOTAL else row for row in FLOW]
    assert money.money_flow(source_with(rows))


def test_last_year_is_printed_or_derived_or_not_compared() -> None:
    rows = [
        TOTAL,
        measure("overall", change="10.00", reason="人员增加"),
        measure("appropriation.overall", "95.00", prior_year="90.00"),
        measure("general_budget.expenditure", "92.00", prior_year_derived="100.00"),
    ]
    chart = money.against_last_year(source_with(rows))
    assert chart
    assert [(row[0].text, row[1].text, row[1].derived, row[2].text) for row in chart.rows] == [
        ("收入支出总体", "100.00", True, "110.00"),
        ("财政拨款收入支出总体", "90.00", False, "95.00"),
        ("一般公共预算财政拨款支出", "100.00", True, "92.00"),
    ]
    assert chart.notes == (
        "上年数原文没有印，由本年数减去比上年增减得出。",
        "部门说明的原因：“人员增加”",
    )
    printed = money.against_last_year(source_with([rows[2]]))
    assert printed and printed.notes == ()


def test_a_new_department_has_no_last_year() -> None:
    rows = [TOTAL, measure("overall", change="110.00"), measure("appropriation.overall", "95.00")]
    assert money.against_last_year(source_with(rows)) is None


def test_the_budget_of_the_whole_form_stands_first() -> None:
    funds = {"project_id": "overall", "position": "1", "source": "total", "label": "年度资金总额"}
    budget = {"initial_budget": "100.00", "annual_budget": "110.00", "executed": "105.00"}
    other = {**funds, **budget, "position": "2", "source": "other", "executed": "1.00"}
    rows = [measure("appropriation.overall", "95.00", initial_budget="98.00")]
    chart = money.from_budget(source_with(rows, project_funds=[{**funds, **budget}, other]))
    assert chart
    assert [[cell.text for cell in row] for row in chart.rows] == [
        ["部门整体支出", "100.00", "110.00", "105.00"],
        ["财政拨款收入支出总体", "98.00", "", "95.00"],
    ]


def test_no_budget_is_no_chart() -> None:
    assert money.from_budget(source_with([measure("appropriation.overall", "95.00")])) is None


def test_measures_are_those_of_the_taxonomy() -> None:
    assert {*money.SOURCES, *money.USES, *money.COMPARED} <= set(terms.measures())
