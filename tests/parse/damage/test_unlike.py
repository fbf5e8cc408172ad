"""What is unlike all others of its document is told, and what varies by custom is not."""

from __future__ import annotations

import pytest

from juesuan.model import Facts, Figure
from juesuan.parse.damage.unlike import unlike
from tests.conftest import document_of

EMPTY = dict.fromkeys(
    [
        "item",
        "subclass",
        "class",
        "level",
        "fund",
        "change",
        "change_pct",
        "actual",
        "share_pct",
        "initial_budget",
        "completion_pct",
        "variance",
        "variance_pct",
        "unreadable",
        "section",
        "measure",
    ],
    "",
)
DOCUMENT = document_of("示例\n" * 60)


def figures(*printed: str, unit: str = "万元") -> tuple[Figure, ...]:
    """Figures as printed, each on its line, behind twenty usual ones."""
    every = (*("12.34" for _ in range(20)), *printed)
    return tuple(
        Figure(3 * i, 3 * i + 1, one, one, unit, "bound", "measures", "a/b", "actual")
        for i, one in enumerate(every)
    )


def told(*printed: str, unit: str = "万元") -> list[str]:
    return [*unlike(DOCUMENT, Facts("a-2024", {}, figures(*printed, unit=unit)))]


@pytest.mark.parametrize(
    ("unit", "printed"), [("万元", "12.3"), ("万元", "12.344"), ("万元", "1234"), ("%", "12.3")]
)
def test_a_figure_with_other_decimals_is_told(unit: str, printed: str) -> None:
    (one,) = told(printed, unit=unit)
    assert one.startswith(f"made.txt:21: {printed}{unit} has another number of decimals")


def test_the_one_with_most_decimals_is_told_where_zeros_at_the_end_are_left_out() -> None:
    (one,) = told("12.3", "14.5", "12.345")
    assert one.startswith("made.txt:23: 12.345万元 has another number of decimals")
    assert told("12.3", "14.5", "12.34") == []


@pytest.mark.parametrize(
    ("unit", "printed"),
    [("万元", "0"), ("万元", "12.34"), ("%", "100"), ("%", "3"), ("%", "0.034")],
)
def test_round_values_and_rates_without_decimals_are_not_told(unit: str, printed: str) -> None:
    assert told(printed, unit=unit) == []


def test_decimals_that_vary_are_a_custom() -> None:
    assert told("12.3", "12.5") == []
    assert told("12.3", "12.345", "20") != [] and told("12.3", "12.5", "20", "30") == []


def test_few_figures_show_no_custom() -> None:
    facts = Facts("a-2024", {}, figures("12.3")[10:])
    assert [*unlike(DOCUMENT, facts)] == []


def test_the_only_amount_in_yuan_is_told() -> None:
    one = Figure(60, 61, "12.34", "12.34", "元", "bound", "measures", "a/b", "actual")
    (said,) = unlike(DOCUMENT, Facts("a-2024", {}, (*figures(), one)))
    assert "made.txt:21: 12.34元 is the only amount in 元" in said
    assert [*unlike(DOCUMENT, Facts("a-2024", {}, (*figures(), one, one)))] == []


def changes(*lone: str) -> Facts:
    """Six changes with their rates, and rates alone."""
    both = [EMPTY | {"change": "1.00", "change_pct": "2.00"} for _ in range(6)]
    alone = [EMPTY | {"change": "", "change_pct": one} for one in lone]
    return Facts("a-2024", {"measures": (*both, *alone)})


def test_a_rate_without_its_amount_is_told_where_all_others_have_theirs() -> None:
    (one,) = unlike(DOCUMENT, changes("3.00"))
    assert "a change of 3.00% without its amount" in one
    assert [*unlike(DOCUMENT, changes("3.00", "4.00"))] == []


def lines(**last: str) -> Facts:
    """Lines of spending, the last of which is written otherwise."""
    usual = {"fund": "general_public_budget", "level": "item", "actual": "5.00"}
    usual |= {"initial_budget": "4.00", "completion_pct": "125", "share_pct": ""}
    rows = [EMPTY | usual | {"item": name} for name in "甲乙丙"]
    return Facts("a-2024", {"functions": (*rows, EMPTY | usual | {"item": "丁"} | last)})


def test_a_line_without_what_all_others_have_is_told() -> None:
    (one,) = unlike(DOCUMENT, lines(completion_pct=""))
    assert one.startswith("丁: no completion_pct")
    assert [*unlike(DOCUMENT, lines())] == []
    assert [*unlike(DOCUMENT, lines(completion_pct="", unreadable="completion_pct"))] == []


@pytest.mark.parametrize("budget", ["0.00", "5.00"])
def test_a_line_without_a_budget_or_as_budgeted_owes_no_rate(budget: str) -> None:
    assert [*unlike(DOCUMENT, lines(completion_pct="", initial_budget=budget))] == []


def total(measure: str, **cells: str) -> dict[str, str]:
    told = {"measure": measure, "section": "overview", "actual": "5.00", "change_pct": ""}
    return {**EMPTY, **told, **cells}


def test_one_total_without_the_other_is_told() -> None:
    def said(*rows: dict[str, str]) -> list[str]:
        return [*unlike(DOCUMENT, Facts("a-2024", {"measures": rows}))]

    revenue, expenditure = total("revenue.total"), total("expenditure.total")
    (one,) = said(revenue)
    assert one.startswith("no 支出总计, though the other total is told")
    assert said(revenue, expenditure) == said(revenue, total("overall")) == said() == []
    assert said(revenue, total("expenditure.total", actual="", unreadable="actual")) == []


def column(resource: str, field: str, unit: str, *printed: str) -> list[str]:
    """What is told of a column of forms, each figure on its line."""
    every = tuple(
        Figure(3 * i, 3 * i + 1, one, one, unit, "bound", resource, f"p01/{i}", field)
        for i, one in enumerate(printed)
    )
    return [*unlike(DOCUMENT, Facts("a-2024", {}, every))]


def test_a_form_that_prints_other_decimals_than_all_others_is_told() -> None:
    (one,) = column("project_funds", "score", "", *["9.00"] * 12, "9.000")
    assert one.startswith("made.txt:13: 9.000 has another number of decimals than all other")
    (one,) = column("project_funds", "executed", "万元", *["12.30"] * 12, "12.3")
    assert "project_funds.executed" in one


def test_a_score_that_was_lowered_among_whole_ones_is_none_of_damage() -> None:
    assert column("indicators", "score", "", *["10"] * 12, "9.55") == []
    assert column("indicators", "target_value", "个", *["10.00"] * 12, "9.5") == []


def test_a_shorter_figure_is_told_where_zeros_are_kept_and_few_are_whole() -> None:
    """Of 29 figures three end in 0, so that zeros are kept; one is whole."""
    (one,) = told("12.30", "14.50", "16.10", "9.45", "8.15", "7.65", "6.25", "5", "12.3")
    assert one.startswith("made.txt:29: 12.3万元 has another number of decimals")
    assert told("12.30", "14.50", "16.10", "5", "6", "7", "8", "9", "12.3") == []


def measures(*rows: dict[str, str]) -> list[str]:
    """What is told of rows of measures that differ in these columns."""
    return [
        *unlike(DOCUMENT, Facts("a-2024", {"measures": tuple({**EMPTY, **row} for row in rows)}))
    ]


def test_a_budget_without_its_rate_of_completion_is_told_where_all_others_have_it() -> None:
    whole = [
        {"measure": f"a.{i}", "initial_budget": "12.00", "actual": "6.00", "completion_pct": "50"}
        for i in range(5)
    ]
    lone = {"measure": "b", "initial_budget": "8.00", "actual": "6.00"}
    (one,) = measures(*whole, lone)
    assert "initial_budget 8.00 without its completion_pct, which all others have" in one
    assert measures(*whole, {**lone, "initial_budget": "6.00"}) == [], "the budget was met"
    assert measures(*whole, {**lone, "initial_budget": "0.00"}) == []
    assert measures(*whole, lone, {**lone, "measure": "c"}) == [], "not all others have it"
    assert measures(*whole, {**lone, "unreadable": "completion_pct"}) == [], "told already"
