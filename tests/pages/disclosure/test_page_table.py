"""What cells of the page's tables show of figures."""

from __future__ import annotations

from markupsafe import Markup

from juesuan import terms
from juesuan.pages.disclosure.page_table import (
    COLUMNS,
    Line,
    PageTable,
    figure_cell,
    figure_cells,
    printed_columns,
    reasons,
)
from juesuan.pages.evidence.figures import LOST, NONE
from juesuan.pages.telling.reasons import IN_ENGLISH, NOTHING_BEFORE, SEAM, ZERO_BEFORE
from tests.pages.made_facts import evidence_of, facts_with, measure


def test_a_derived_number_says_from_which_two_it_follows() -> None:
    row = measure("revenue.other", "1234.50", change="-10.00", prior_year_derived="1244.50")
    facts = facts_with(measures=[row])
    (whole,) = facts.rows("measures")
    assert figure_cell(evidence_of(facts), "measures", whole, "prior_year_derived") == (
        '<span class="derived" title="推算：决算数 1,234.50 − 比上年增减 -10.00">1,244.50</span>'
    )
    assert "#f0" in figure_cell(evidence_of(facts), "measures", whole, "change")
    assert figure_cell(evidence_of(facts), "measures", whole, "prior_year") == NONE


def test_a_percentage_on_a_base_of_nothing_is_said_to_mean_nothing() -> None:
    row = measure("revenue.other", "9.00", change="9.00", change_pct="100.00")
    facts = facts_with(measures=[row])
    (whole,) = facts.rows("measures")

    def rate(known: str) -> str:
        cells = figure_cells(evidence_of(facts), "measures", whole, ["change_pct"], known)
        return cells[0].striptags()

    assert rate(ZERO_BEFORE) == rate(NOTHING_BEFORE) == "100.00没有意义"
    assert rate(IN_ENGLISH[ZERO_BEFORE]) == "100.00no meaning"
    assert rate(SEAM) == rate("") == "100.00"


def test_only_columns_that_print_something_are_shown() -> None:
    rows = [measure("revenue.other", "1.00"), measure("revenue.total", "2", completion_pct="0.00")]
    facts = facts_with(measures=rows)
    assert printed_columns(facts.rows("measures")) == ["actual", "completion_pct"]


def test_a_column_that_is_damaged_in_each_row_is_shown_as_damaged() -> None:
    row = measure("revenue.other", "1.00", unreadable="share_pct")
    facts = facts_with(measures=[row])
    (whole,) = facts.rows("measures")
    assert printed_columns([whole]) == ["actual", "share_pct"]
    assert figure_cell(evidence_of(facts), "measures", whole, "share_pct") == LOST


def test_a_reason_is_of_a_change_or_the_department_s_word() -> None:
    facts = facts_with(
        measures=[
            measure("revenue.other", "1.00", reason="甲", variance_reason="乙"),
            measure("revenue.total", "1.00", change_word="持平", reason="甲"),
        ]
    )
    alone, compared = facts.rows("measures")
    assert reasons(alone) == ["部门的说明：甲", "预决算差异的原因：乙"]
    assert reasons(alone, compared=True)[0] == "比上年增减的原因：甲"
    assert reasons(compared) == ["比上年增减的原因：甲"]


def test_columns_are_those_of_measures_and_functions() -> None:
    for resource in ("measures", "functions"):
        fields = {field.name for field in terms.resource_schemas()[resource].fields}
        assert set(COLUMNS) <= fields


def test_a_table_tells_its_first_sums_and_how_long_it_is() -> None:
    lines = [
        Line(Markup("甲 <code>201</code>"), [Markup('<a href="#f1">9.00</a>')]),
        Line(Markup("乙"), [NONE]),
        Line(Markup("己"), [LOST]),
        Line(Markup("丙"), [Markup("1.00")], level=1),
        Line(Markup("丁"), [Markup("2.00")]),
        Line(Markup("戊"), [Markup("3.00")]),
    ]
    assert PageTable("表", "t", "单位：万元", ["决算数"], lines).told == (
        "甲 9.00 万元、丁 2.00 万元，共 6 行"
    )
    assert PageTable("表", "t", "单位见各行", ["决算数"], lines[4:5]).told == "丁 2.00，共 1 行"
    assert PageTable("表", "t", "", ["决算数"], lines[1:4]).told == "共 3 行"
