"""The rules of the statutory tables: each with a case that passes, one that fails, one without its figure, one unreadable."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import check, collection, package, terms
from juesuan.model import Facts
from tests.check.conftest import PDF, Edit, edited

ITEM = "general_public_budget/item/1"


@pytest.fixture
def base(printed: Facts) -> Facts:
    """The made-up disclosure with its tables."""
    return printed


def state(facts: Facts, rule: str, subject: str = "all") -> str:
    rows = [row for row in check.run(facts) if row["rule"] == rule and row["subject"] == subject]
    return rows[0]["state"] if rows else "no subject"


def gone(resource: str) -> Edit:
    return (resource, "", "--", "")


CASES: list[tuple[str, str, Edit, Edit]] = [
    ("T01", "revenue", ("table1", "revenue/8", "actual", "1.92"), ("table1", "revenue/9", "-", "")),
    ("T02", "all", ("table1", "revenue/12", "actual", "4490.79"), ("table1", "revenue/12", "-", "")),
    ("T03", "expenditure", ("table1", "expenditure/29", "actual", "40.00"), ("table1", "expenditure/30", "-", "")),
    ("T04", "table2/2", ("table2", "2", "other", "2.29"), ("table2", "2", "-", "")),
    ("T05", "table2/2", ("table2", "3", "appropriation", "1413.15"), gone("table2")),
    ("T06", "table3/1", ("table3", "1", "basic", "1.00"), ("table3", "1", "-", "")),
    ("T06-5", "table5/4", ("table5", "4", "project", "1.00"), ("table5", "4", "-", "")),
    ("T06-8", "table8/2", ("table8", "2", "revenue", "43.94"), ("table8", "2", "-", "")),
    ("T07", "table3/1", ("table3", "2", "total", "1.00"), gone("table3")),
    ("T08", "expenditure", ("table3", "1", "total", "4442.58"), ("table3", "1", "-", "")),
    ("T09", "table1/201", ("table1", "expenditure/1", "actual", "1415.65"), gone("table3")),
    ("T09-4", "table4/201", ("table4", "expenditure/1/general_public_budget", "actual", "1413.50"), gone("table5")),
    ("T10", "table4/1", ("table4", "expenditure/1/all", "actual", "1413.50"), gone("table4")),
    ("T11", "table4/general_public_budget", ("table4", "expenditure/27/general_public_budget", "actual", "4282.58"), gone("table4")),
    ("T11-r", "all", ("table4", "revenue/5/all", "actual", "21.36"), ("table4", "revenue/4/all", "-", "")),
    ("T12", "table4/all", ("table4", "expenditure/29/all", "actual", "4461.89"), ("table4", "expenditure/29/all", "-", "")),
    ("T13", "table8", ("table8", "1", "expenditure", "157.05"), ("table8", "1", "-", "")),
    ("T14", "all", ("table2", "1", "appropriation", "4440.53"), ("table2", "1", "-", "")),
    ("T15", "table5/4", ("table5", "4", "total", "600.00"), gone("table3")),
    ("T16", "table5/1", ("table5", "2", "total", "1413.50"), gone("table5")),
    ("T16-8", "table8/1", ("table8", "2", "expenditure", "43.94"), gone("table8")),
    ("T17", "table6/301", ("table6", "2", "actual", "3379.75"), gone("table6")),
    ("T18", "table6/public", ("table6", "13", "actual", "1.00"), gone("table6")),
    ("T19", "all", ("table5", "1", "basic", "1.00"), ("table5", "1", "-", "")),
    ("T20", "table7/actual", ("table7", "three_public.reception", "actual", "0.63"), gone("table7")),
    ("T21", "table6/30217", ("table7", "three_public.reception", "actual", "0.30"), gone("table7")),
    ("T22", "state_capital", ("table9", "1", "expenditure", "1.00"), ("table9", "1", "-", "")),
    ("T23", "overview/overall/actual", ("measures", "overview/overall", "actual", "4490.87"), ("table1", "revenue/12", "-", "")),
    ("T23-f", ITEM, ("functions", ITEM, "actual", "445.98"), gone("table5")),
    ("T24", "revenue/revenue.other", ("measures", "revenue/revenue.other", "share_pct", "0.30"), gone("table2")),
    ("T24-7", "three_public/three_public.reception", ("measures", "three_public/three_public.reception", "completion_pct", "63.00"), gone("table7")),
    ("T25", "general_public_budget", ("functions", ITEM, "item", "行政管理"), gone("table5")),
    ("T26", "public", ("table6", "14", "actual", "0.00"), gone("table6")),
    ("T27", "all", ("functions", ITEM, "initial_budget", "99999.00"), ("measures", "general_budget/general_budget.expenditure", "initial_budget", "")),
    ("T30", "government_fund", ("functions", "government_fund/item/1", "item", "城市建设支出"), gone("table8")),
    ("N52", ITEM, ("functions", ITEM, "variance_word", "超过"), ("functions", ITEM, "initial_budget", "")),
    ("N53", "all", ("figures", "f00001", "text", "2022"), gone("figures")),
    ("N61", "three_public/three_public.total", ("measures", "three_public/three_public.total", "completion_pct", "64.00"), ("measures", "three_public/three_public.total", "initial_budget", "")),
    ("N64", "procurement/procurement.reserved_sme_awarded", ("measures", "procurement/procurement.reserved_sme_awarded", "actual", "188.00"), ("measures", "procurement/procurement.total", "-", "")),
    ("X15", "all", ("measures", "operating/operating.agency", "actual", "9999.00"), ("measures", "operating/operating.agency", "-", "")),
    ("N62", "all", ("measures", "performance/performance.rated_good", "actual", "2"), ("measures", "performance/performance.rated_good", "-", "")),
    ("N63", "all", ("measures", "performance/performance.problems_open", "actual", "2"), ("measures", "performance/performance.problems_open", "-", "")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "subject", "fail", "absent"), CASES, ids=[case[0] for case in CASES]
)
def test_pass_fail_and_not_applicable(
    base: Facts, rule: str, subject: str, fail: Edit, absent: Edit
) -> None:
    first = next(
        (
            row["figure_id"]
            for row in base.rows("figures")
            if row["unit"] == "年度" and row["status"] == "reference"
        ),
        "",
    )
    fail = (fail[0], first, *fail[2:]) if fail[0] == "figures" else fail
    assert state(base, rule, subject) == "pass"
    assert state(edited(base, fail), rule, subject) == "fail"
    assert state(edited(base, absent), rule, subject) in ("not_applicable", "no subject", "pass")
    if absent[2] != "-":
        assert state(edited(base, absent), rule, subject) in ("not_applicable", "no subject")


@pytest.mark.parametrize("producer", ["chromium", "chromium-codes", "calc", "reportlab"])
def test_consistent_documents_raise_no_alarm(tmp_path: Path, producer: str) -> None:
    folder = tmp_path / "shanghai-putuo-made-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.pdf").write_bytes((PDF.parent / f"{producer}.pdf").read_bytes())
    collection.convert(folder)
    rows = package.load(folder).rows("checks")
    assert [row["statement"] for row in rows if row["state"] in ("fail", "unreadable")] == []
    assert sum(row["state"] == "pass" for row in rows) > 300


def test_blank_and_dash_count_as_nothing_and_the_unreadable_is_told(base: Facts) -> None:
    lost = edited(base, ("table2", "1", "other", ""), ("table2", "1", "unreadable", "other"))
    assert state(lost, "T04", "table2/1") == "unreadable"
    dashed = edited(base, ("table2", "20", "other", ""), ("table2", "20", "dashes", "other"))
    assert state(dashed, "T04", "table2/20") == "pass"


def test_rounding_is_told_from_contradiction(base: Facts) -> None:
    assert state(edited(base, ("table5", "1", "total", "4282.86")), "T16", "table5/1") == "rounding"
    assert state(edited(base, ("table5", "1", "total", "4282.99")), "T16", "table5/1") == "fail"
    assert (
        state(edited(base, ("table1", "expenditure/1", "actual", "1415.56")), "T09", "table1/201")
        == "rounding"
    )


def test_a_missing_table_and_other_units_are_told(base: Facts) -> None:
    missing = edited(
        base,
        gone("table9"),
        ("texts", "table9/title/1", "-", ""),
        ("texts", "table9/empty/1", "-", ""),
    )
    assert state(base, "T28") == "pass" and state(missing, "T28") == "fail"
    assert state(base, "T29") == "pass"
    assert state(edited(base, ("texts", "table3/unit/1", "-", "")), "T29") == "fail"
    assert (
        state(edited(base, ("texts", "table3/unit/1", "text", "单位：元")), "T29") == "information"
    )
    assert (
        state(edited(base, ("texts", "table3/title/1", "text", "2023年度支出决算表")), "T29")
        == "fail"
    )
    none = edited(base, *(gone(f"table{i}") for i in range(1, 10)), gone("texts"))
    assert state(none, "T28") == state(none, "T29") == "not_applicable"


def test_a_prior_year_in_place_of_this_year_is_told(base: Facts) -> None:
    key = "revenue/revenue.current"
    value = next(
        row["actual"] for row in base.rows("measures") if row["measure"] == "revenue.current"
    )
    swapped = edited(base, ("measures", key, "actual", ""), ("measures", key, "prior_year", value))
    assert state(swapped, "N53") == "fail"


def test_about_the_same_is_information_where_the_figures_differ(base: Facts) -> None:
    near = edited(base, ("functions", ITEM, "variance_word", "基本持平"))
    assert state(near, "N52", ITEM) in ("information", "pass")
    assert (
        state(
            edited(
                base,
                ("functions", ITEM, "variance_word", "持平"),
                ("functions", ITEM, "initial_budget", "1.00"),
            ),
            "N52",
            ITEM,
        )
        == "fail"
    )


@pytest.mark.parametrize(("rule", "column"), [("N65", "prior_year"), ("N66", "initial_budget")])
def test_differences_of_printed_figures(base: Facts, rule: str, column: str) -> None:
    key, difference = "operating/operating.agency", "change" if rule == "N65" else "variance"
    actual = next(
        row["actual"] for row in base.rows("measures") if row["measure"] == "operating.agency"
    )
    printed = edited(
        base,
        ("measures", key, difference, "1.00"),
        ("measures", key, column, f"{Decimal(actual) - 1:.2f}"),
    )
    assert state(base, rule, key) == "no subject" and state(printed, rule, key) == "pass"
    assert state(edited(printed, ("measures", key, difference, "2.00")), rule, key) == "fail"


def test_a_list_need_not_be_whole(base: Facts) -> None:
    """Abbreviations and omissions behind 主要包括, and items without spending, contradict nothing."""
    assert (
        state(edited(base, ("economic", "public/1", "name", "办公用品")), "T26", "public")
        == "information"
    )
    assert (
        state(edited(base, ("functions", ITEM, "initial_budget", "1.00")), "T27") == "information"
    )


def test_a_blank_total_contradicts_nothing(base: Facts) -> None:
    for rule, subject, cell in (
        ("T16", "table5/1", ("table5", "1", "total", "")),
        ("T13", "table8", ("table8", "1", "expenditure", "")),
        ("T23", "general_budget/general_budget.expenditure/actual", ("table5", "1", "total", "")),
    ):
        blank = (
            [cell]
            if rule != "T16"
            else [("table5", "1", name, "") for name in ("total", "basic", "project")]
        )
        assert state(edited(base, *blank), rule, subject) == "not_applicable", rule
    blank = ("table7", "three_public.reception", "actual", "")
    assert state(edited(base, blank), "T20", "table7/actual") == "information"
    assert state(edited(base, blank), "T21", "table6/30217") == "not_applicable"


def test_a_class_by_its_former_name_is_the_same_class(base: Facts) -> None:
    names = {row["class"] for row in base.rows("functions")}
    code, old = next(
        (code, old)
        for old, code in terms.former_classes().items()
        if terms.class_code(old) in {terms.class_code(name) for name in names}
    )
    rows = tuple(
        {**row, "class": old}
        if row["level"] == "item" and terms.class_code(row["class"]) == code
        else row
        for row in base.rows("functions")
    )
    renamed = replace(base, tables={**base.tables, "functions": rows})
    assert state(renamed, "N30") == "information"
    assert {row["state"] for row in check.run(renamed) if row["rule"] == "N28"} <= {
        "pass",
        "rounding",
    }
    told = [row for row in check.run(renamed) if row["rule"] == "T25"]
    assert (
        [row["state"] for row in told] == ["fail"]
        and old in told[0]["statement"]
        and "而表5没有" not in told[0]["statement"]
    )


@pytest.mark.slow
def test_one_wrong_digit_in_a_table_is_seen(tmp_path: Path) -> None:
    """The first digit of every seventh figure of the tables is changed; the figure that no rule guards is named."""
    folder = tmp_path / "shanghai-putuo-made-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.pdf").write_bytes(PDF.read_bytes())
    collection.convert(folder)
    facts = package.load(folder)
    cells = [
        (name, terms.resource_schemas()[name].row_key(row), field.name, row[field.name])
        for name in (f"table{i}" for i in range(1, 10))
        for row in facts.rows(name)
        for field in terms.resource_schemas()[name].fields
        if field.column_type == "value" and row[field.name]
    ]
    silent = []
    for resource, key, field, value in cells[::7]:
        wrong = str(int(value[0]) % 9 + 1) + value[1:]
        found = check.run(edited(facts, (resource, key, field, wrong)))
        if not any(row["state"] == "fail" for row in found):
            silent.append((resource, key, field, value))
    assert len(cells) > 250 and silent == []
