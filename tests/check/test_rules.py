"""Rules by hand: a case that passes, one that fails, one without its figure; test_states sweeps all rules and all states."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from juesuan import check
from juesuan.check.book import Cell
from juesuan.check.compare import adds_up, plus
from juesuan.model import Facts
from tests.check.conftest import Edit, added, edited, found, state


def m(key: str, field: str, value: str) -> Edit:
    return ("measures", key, field, value)


CASES: list[tuple[str, str, Edit, Edit]] = [
    ("N01", "all", m("overview/revenue.total", "actual", "111.00"), m("overview/revenue.total", "-", "")),
    ("N02", "all", m("overview/expenditure.total", "actual", "111.00"), m("overview/expenditure.total", "-", "")),
    ("N03", "all", m("overview/revenue.total", "actual", "110.01"), m("overview/expenditure.total", "-", "")),
    ("N04", "all", m("overview/carryover.closing", "actual", "5.10"), m("overview/carryover.closing", "-", "")),
    ("N05", "all", m("overview/overall", "change_pct", "11.00"), m("overview/overall", "-", "")),
    ("N06", "all", m("revenue/revenue.current", "actual", "100.10"), m("revenue/revenue.current", "-", "")),
    ("N07", "all", m("revenue/revenue.current", "actual", "100.01"), m("revenue/revenue.current", "-", "")),
    ("N08", "revenue/revenue.other", m("revenue/revenue.other", "share_pct", "10.10"), m("revenue/revenue.current", "-", "")),
    ("N09", "all", m("revenue/revenue.other", "share_pct", "10.10"), m("revenue/revenue.other", "share_pct", "")),
    ("N10", "all", m("expenditure/expenditure.basic", "actual", "60.50"), m("expenditure/expenditure.current", "-", "")),
    ("N11", "all", m("overview/expenditure.current", "actual", "105.01"), m("overview/expenditure.current", "-", "")),
    ("N12", "expenditure/expenditure.basic", m("expenditure/expenditure.basic", "share_pct", "57.41"), m("expenditure/expenditure.current", "-", "")),
    ("N13", "all", m("expenditure/expenditure.basic", "share_pct", "57.41"), m("expenditure/expenditure.basic", "share_pct", "")),
    ("N14", "appropriation", m("appropriation/appropriation.opening", "actual", "6.00"), m("appropriation/appropriation.opening", "-", "")),
    ("N15", "appropriation", m("appropriation/appropriation.closing", "actual", "4.00"), m("appropriation/appropriation.closing", "-", "")),
    ("N16", "appropriation", m("appropriation/appropriation.revenue_total", "actual", "95.01"), m("appropriation/appropriation.expenditure_total", "-", "")),
    ("N17", "all", m("revenue/revenue.appropriation", "actual", "90.01"), m("revenue/revenue.appropriation", "-", "")),
    ("N18", "all", m("appropriation/appropriation.opening", "actual", "10.01"), m("overview/carryover.opening", "-", "")),
    ("N19", "all", m("appropriation/appropriation.expenditure_current", "actual", "93.00"), m("appropriation/appropriation.expenditure_current", "-", "")),
    ("N20", "all", m("appropriation/appropriation.overall", "change_pct", "5.00"), m("appropriation/appropriation.overall", "change", "")),
    ("N21", "appropriation/appropriation.overall", m("appropriation/appropriation.overall", "variance_pct", "-5.10"), m("appropriation/appropriation.overall", "initial_budget", "")),
    ("N22", "all", m("appropriation/appropriation.overall", "actual", "95.01"), m("appropriation/appropriation.overall", "actual", "")),
    ("N23", "all", m("general_budget/general_budget.expenditure", "share_pct", "87.26"), m("general_budget/general_budget.expenditure", "share_pct", "")),
    ("N24", "operating/operating.agency", m("operating/operating.agency", "change_pct", "-9.90"), m("operating/operating.agency", "actual", "")),
    ("N25", "all", m("appropriation/appropriation.expenditure_current", "actual", "92.10"), ("texts", "government_fund/empty/1", "-", "")),
    ("N77", "all", m("general_budget/general_budget.expenditure", "initial_budget", "100.01"), m("appropriation/appropriation.overall", "initial_budget", "")),
    ("N26", "all", ("functions", "general_public_budget/class/1", "actual", "80.10"), ("functions", "general_public_budget/class/1", "actual", "")),
    ("N27", "general_public_budget/class/1", ("functions", "general_public_budget/class/1", "share_pct", "68.96"), ("functions", "general_public_budget/class/1", "share_pct", "")),
    ("N27-100", "all", ("functions", "general_public_budget/class/1", "share_pct", "68.96"), ("functions", "general_public_budget/class/1", "share_pct", "")),
    ("N28", "general_public_budget/class/2", ("functions", "general_public_budget/item/2", "actual", "12.10"), ("functions", "general_public_budget/item/2", "-", "")),
    ("N29", "general_public_budget", ("functions", "general_public_budget/item/2", "actual", "12.10"), ("functions", "general_public_budget/item/2", "actual", "")),
    ("N30", "all", ("functions", "general_public_budget/item/2", "position", "3"), m("overview/overall", "-", "")),
    ("N31", "general_public_budget/item/2", ("functions", "general_public_budget/item/2", "change_pct", "-20.00"), ("functions", "general_public_budget/item/2", "change_pct", "")),
    ("N32", "general_public_budget/item/2", ("functions", "general_public_budget/item/2", "change_pct", "21.00"), ("functions", "general_public_budget/item/2", "change", "")),
    ("N33", "general_public_budget/item/2", ("functions", "general_public_budget/item/2", "change", "12.10"), ("functions", "general_public_budget/item/2", "change", "")),
    ("N34", "all", ("functions", "general_public_budget/item/2", "change", "1.90"), ("functions", "general_public_budget/item/2", "change", "")),
    ("N35", "all", m("basic/basic.public", "actual", "11.00"), m("basic/basic.public", "-", "")),
    ("N36", "all", m("basic/basic.total", "actual", "60.01"), m("expenditure/expenditure.basic", "-", "")),
    ("N37", "all", m("three_public/three_public.reception", "actual", "1.10"), m("three_public/three_public.reception", "-", "")),
    ("N38", "three_public/three_public.reception", m("three_public/three_public.reception", "share_pct", "52.00"), m("three_public/three_public.total", "-", "")),
    ("N39", "all", m("three_public/three_public.reception", "change", "0.10"), m("three_public/three_public.reception", "change", "")),
    ("N40", "all", m("three_public/three_public.vehicle_running", "actual", "3.10"), m("three_public/three_public.vehicle_running", "-", "")),
    ("N41", "all", m("three_public/three_public.abroad_groups", "actual", "1"), m("three_public/three_public.abroad_groups", "-", "")),
    ("N42", "all", m("assets/assets.vehicles", "actual", "3"), m("assets/assets.vehicles", "-", "")),
    ("N43", "all", m("assets/assets.vehicles", "actual", "3"), m("three_public/three_public.asset_vehicles", "-", "")),
    ("N45", "all", m("procurement/procurement.works", "actual", "1.00"), m("procurement/procurement.works", "-", "")),
    ("N46", "procurement/procurement.sme", m("procurement/procurement.sme", "actual", "21.00"), m("procurement/procurement.total", "-", "")),
    ("N47", "all", m("organisation/headcount.total", "actual", "13"), m("organisation/headcount.total", "-", "")),
    ("N48", "all", m("organisation/organisation.offices", "actual", "3"), m("organisation/organisation.offices", "-", "")),
    ("P01", "p01", ("project_funds", "p01/1", "execution_rate_pct", "99.00"), ("project_funds", "p01/1", "execution_rate_pct", "")),
    ("P02", "p01", ("project_funds", "p01/1", "score", "9.90"), ("project_funds", "p01/1", "score", "")),
    ("P03", "p01/executed", ("project_funds", "p01/3", "executed", "1.00"), ("project_funds", "p01/2", "executed", "")),
    ("P04", "p01", ("project_funds", "p01/1", "executed", "50.01"), ("project_funds", "p01/1", "executed", "")),
    ("P05", "p01", ("indicators", "p01/1", "weight", "40"), ("indicators", "p01/1", "weight", "")),
    ("P06", "p01", ("indicators", "p01/1", "score", "40.00"), ("projects", "p01", "total_score", "")),
    ("P07", "p01", ("indicators", "p01/1", "score", "50.10"), ("indicators", "p01/1", "score", "")),
    ("N49", "government_fund", ("functions", "general_public_budget/item/2", "fund", "government_fund"), ("texts", "government_fund/empty/1", "-", "")),
    ("P27", "p01/2", ("indicators", "p01/2", "actual_value", "100.5"), ("indicators", "p01/2", "actual_value", "")),
    ("N56", "overall", ("projects", "overall", "name", "别的局"), ("projects", "overall", "name", "")),
    ("N58", "revenue/revenue.other", m("revenue/revenue.other", "share_pct", "110.00"), m("revenue/revenue.other", "-", "")),
    ("N59", "three_public/three_public.total", m("three_public/three_public.total", "annual_budget", "3.99"), m("three_public/three_public.total", "annual_budget", "")),
    ("P08", "p01/1", ("indicators", "p01/1", "score", "40.00"), ("indicators", "p01/1", "actual_value", "")),
    ("X06", "all", ("project_funds", "overall/3", "executed", "14.00"), ("project_funds", "overall/3", "-", "")),
    ("X11", "all", ("project_funds", "p01/3", "executed", "14.00"), m("expenditure/expenditure.project", "-", "")),
    ("X18", "all", ("project_funds", "p01/2", "executed", "32.10"), m("general_budget/general_budget.expenditure", "-", "")),
    ("X19", "executed", ("project_funds", "p01/3", "executed", "13.10"), ("project_funds", "p01/3", "-", "")),
    ("X02", "all", m("performance/performance.overall", "annual_budget", "109.00"), m("performance/performance.overall", "-", "")),
    ("X03", "all", ("project_funds", "overall/1", "annual_budget", "120.00"), ("project_funds", "overall/1", "annual_budget", "")),
    ("X04", "all", ("project_funds", "overall/1", "executed", "106.00"), ("project_funds", "overall/1", "executed", "")),
    ("X05", "all", ("project_funds", "overall/1", "initial_budget", "99.00"), ("project_funds", "overall/1", "initial_budget", "")),
    ("X07", "all", m("performance/performance.project_count", "actual", "2"), m("performance/performance.project_count", "-", "")),
    ("X08", "all", m("performance/performance.projects", "annual_budget", "51.00"), m("performance/performance.projects", "annual_budget", "")),
    ("X09", "all", m("performance/performance.projects", "actual", "46.00"), m("performance/performance.projects", "actual", "")),
    ("X16", "performance/performance.projects", m("performance/performance.projects", "actual", "50.01"), m("performance/performance.projects", "annual_budget", "")),
    ("X10", "all", m("expenditure/expenditure.project", "actual", "44.00"), m("expenditure/expenditure.project", "-", "")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "subject", "fail", "absent"), CASES, ids=[case[0] for case in CASES]
)
def test_pass_fail_and_not_applicable(
    base: Facts, rule: str, subject: str, fail: Edit, absent: Edit
) -> None:
    assert state(base, rule, subject) in ("pass", "information")
    assert state(edited(base, fail), rule, subject) == "fail"
    assert rule == "N30" or state(edited(base, absent), rule, subject) in (
        "not_applicable",
        "no subject",
    )


def test_a_project_of_carried_over_money_needs_a_carryover(base: Facts) -> None:
    named = edited(base, ("projects", "p01", "name", "设备费（上年结转资金）"))
    assert state(base, "X12") == "not_applicable"
    assert state(named, "X12") == "pass"
    assert state(edited(named, m("overview/carryover.opening", "actual", "0.00")), "X12") == "fail"


def test_two_projects_of_one_name(base: Facts) -> None:
    assert state(base, "P16", "p01") == "pass"
    twin = edited(base, ("projects", "overall", "kind", "project"), ("projects", "overall", "name", "示例项目"), ("projects", "overall", "implementer", "某某市示例中心"))  # fmt: skip
    assert state(twin, "P16", "p01") == "information"
    assert state(edited(base, ("projects", "p01", "name", "")), "P16", "p01") == "unreadable"


def test_a_target_that_was_met_or_missed(base: Facts) -> None:
    def row(operator: str, target: str, actual: str, score: str) -> str:
        values = {
            "target_operator": operator,
            "target_value": target,
            "actual_value": actual,
            "score": score,
        }
        return state(
            edited(base, *(("indicators", "p01/1", name, value) for name, value in values.items())),
            "P08",
            "p01/1",
        )

    assert row("≥", "10", "9", "50.00") == "fail"
    assert row("≥", "10", "9", "45.00") == "pass"
    assert row("≤", "10", "11", "50.00") == "fail"
    assert row("≤", "10", "8", "40.00") == "pass", "an undercut limit is scored by convention"
    assert row("=", "10", "12", "50.00") == "pass"
    assert row("=", "10", "10", "49.00") == "fail"
    assert row("≥", "10", "31", "50.00") == "pass"


def test_a_value_far_beyond_its_target_is_information(base: Facts) -> None:
    assert state(base, "P13", "p01/1") == "pass"
    assert (
        state(edited(base, ("indicators", "p01/1", "actual_value", "31")), "P13", "p01/1")
        == "information"
    )


def test_cost_items_against_what_was_executed(base: Facts) -> None:
    cost = [
        ("indicators", "p01/1", name, value)
        for name, value in (
            ("level1", "成本指标"),
            ("target_value", "50"),
            ("target_unit", "万元"),
            ("actual_value", "45"),
            ("actual_unit", "万元"),
        )
    ]
    assert state(base, "P11", "p01") == "not_applicable"
    assert (
        state(
            edited(base, *cost, ("indicators", "p01/1", "level3", "单个工作室专项经费")),
            "P11",
            "p01",
        )
        == "not_applicable"
    )
    yuan = [("indicators", "p01/1", name, value) for name, value in (("target_value", "500000"), ("target_unit", "元"),
            ("actual_value", "450000"), ("actual_unit", "元"))]  # fmt: skip
    assert state(edited(base, *cost, *yuan), "P11", "p01") == "pass"
    assert (
        state(
            edited(base, *cost, *yuan, ("indicators", "p01/1", "actual_value", "449900")),
            "P11",
            "p01",
        )
        == "fail"
    )
    assert (
        state(edited(base, *cost, ("indicators", "p01/2", "level1", "")), "P11", "p01")
        == "unreadable"
    )
    assert state(edited(base, *cost), "P11", "p01") == "pass"
    assert (
        state(edited(base, *cost, ("indicators", "p01/1", "actual_value", "44")), "P11", "p01")
        == "fail"
    )
    partly = [*cost, ("indicators", "p01/1", "target_value", "30")]
    assert (
        state(edited(base, *partly, ("indicators", "p01/1", "actual_value", "20")), "P11", "p01")
        == "pass"
    )
    assert (
        state(edited(base, *partly, ("indicators", "p01/1", "actual_value", "46")), "P11", "p01")
        == "fail"
    )


def test_cost_targets_against_the_budget(base: Facts) -> None:
    def cost(first: tuple[str, str], second: tuple[str, str]) -> str:
        cells = [
            ("indicators", f"p01/{number}", name, value)
            for number, values in ((1, first), (2, second))
            for name, value in (("level1", "成本指标"), ("target_value", values[0]), ("actual_value", values[1]),
                                ("target_unit", "万元"), ("actual_unit", "万元"))
        ]  # fmt: skip
        return state(edited(base, *cells), "P25", "p01")

    assert cost(("30", "25"), ("20", "20")) == "pass"
    assert cost(("30.70", "25"), ("20", "20")) == "fail"
    assert cost(("30.70", "25"), ("20", "10")) == "not_applicable", (
        "the items do not cover what was executed"
    )


def test_placeholders(base: Facts) -> None:
    assert state(base, "N54") == "pass"
    left = edited(base, ("projects", "p01", "actual_goal", "完成了对XX篇文档的审读"))
    assert state(left, "N54", "projects/p01/actual_goal") == "fail"
    assert (
        state(
            edited(base, ("projects", "p01", "actual_goal", "XXL号服装")),
            "N54",
            "projects/p01/actual_goal",
        )
        == "no subject"
    )


def test_completion_of_a_budget_of_zero(base: Facts) -> None:
    key = "general_budget/general_budget.expenditure"
    with_rate = edited(base, m(key, "completion_pct", "92.00"))
    assert state(with_rate, "N51", key) == "pass"
    assert state(edited(with_rate, m(key, "initial_budget", "0.00")), "N51", key) == "fail"
    assert state(base, "N51", key) == "no subject"


def test_a_figure_printed_twice(base: Facts) -> None:
    rows = [
        *base.rows("measures"),
        {**base.rows("measures")[0], "section": "organisation.2", "actual": "13"},
    ]
    assert (
        state(
            replace(base, tables={**base.tables, "measures": tuple(rows)}),
            "N55",
            "organisation.2/headcount.total",
        )
        == "fail"
    )
    assert state(base, "N55", "organisation.2/headcount.total") == "no subject"
    part = {
        **base.rows("measures")[0],
        "section": "general_budget_total.1",
        "measure": "general_budget.expenditure",
        "actual": "91.00",
    }
    split = replace(base, tables={**base.tables, "measures": (*base.rows("measures"), part)})
    key = "general_budget_total.1/general_budget.expenditure"
    assert state(split, "N55", key) == "fail", "a part of a section is compared with the section"
    assert state(edited(split, m(key, "actual", "92.00")), "N55", key) == "pass"
    again = edited(base, m("organisation/headcount.total", "-", ""))
    lone = replace(again, tables={**again.tables, "measures": (*again.rows("measures"), rows[-1])})
    assert state(lone, "N55", "organisation.2/headcount.total") == "not_applicable"


def test_a_rate_on_a_budget_of_zero(base: Facts) -> None:
    key = "appropriation/appropriation.overall"
    nothing = edited(base, m(key, "initial_budget", "0.00"))
    assert state(edited(nothing, m(key, "variance_pct", "0.00")), "N21", key) == "information"
    assert state(edited(nothing, m(key, "variance_pct", "100.00")), "N21", key) == "information"
    assert state(edited(nothing, m(key, "variance_pct", "15.00")), "N21", key) == "fail"


def test_the_expenditure_of_a_fund_is_told_twice(base: Facts) -> None:
    def fund(first: str, second: str) -> str:
        rows = (
            ("appropriation/appropriation.revenue_total", "government_fund.expenditure", first),
            ("appropriation/appropriation.closing", "government_fund.expenditure_current", second),
        )
        facts = base
        for like, measure, actual in rows:
            facts = added(
                facts, "measures", like, section="government_fund", measure=measure, actual=actual
            )
        return state(facts, "N74", "government_fund")

    assert fund("3.00", "3.00") == "pass"
    assert fund("3.00", "3.01") == "fail"
    assert fund("3.00", "") == "not_applicable"
    assert state(base, "N74", "government_fund") == "no subject"


def test_the_budgets_of_three_public_add_up(base: Facts) -> None:
    names = ("abroad", "vehicle_purchase", "vehicle_running", "reception")
    budgets = [
        m(f"three_public/three_public.{name}", "annual_budget", value)
        for name, value in zip(names, ("0.00", "0.00", "3.50", "1.50"), strict=True)
    ]
    assert state(base, "N75") == "not_applicable"
    assert state(edited(base, *budgets), "N75") == "pass"
    assert (
        state(
            edited(
                base, *budgets, m("three_public/three_public.reception", "annual_budget", "1.60")
            ),
            "N75",
        )
        == "fail"
    )


def test_confidential_projects_are_projects(base: Facts) -> None:
    like = "performance/performance.project_count"
    facts = added(
        base, "measures", like, section="other", measure="confidential.project_count", actual="1"
    )
    assert state(facts, "X10") == "not_applicable", "their amount is not told"
    assert state(facts, "X08") == "pass"
    other = edited(facts, m("performance/performance.projects", "annual_budget", "51.00"))
    assert state(other, "X08") == "fail", "the prose counts the projects with forms only"
    assert state(edited(other, m(like, "actual", "2")), "X08") == "not_applicable"
    facts = added(
        facts,
        "measures",
        like,
        section="other",
        measure="confidential.projects",
        unit="万元",
        actual="0.00",
    )
    assert state(facts, "X10") == "pass"
    assert state(edited(facts, m("other/confidential.projects", "actual", "1.00")), "X10") == "fail"


@pytest.mark.parametrize(
    ("rule", "subject", "resource", "key", "field"),
    [
        ("P01", "p01", "project_funds", "p01/1", "annual_budget"),
        ("P02", "p01", "project_funds", "p01/1", "weight"),
        ("P03", "p01/executed", "project_funds", "p01/2", "executed"),
        ("P04", "p01", "project_funds", "p01/1", "executed"),
        ("P05", "p01", "indicators", "p01/1", "weight"),
        ("P06", "p01", "indicators", "p01/1", "score"),
        ("X03", "all", "project_funds", "overall/1", "annual_budget"),
        ("X09", "all", "project_funds", "p01/1", "executed"),
    ],
)
def test_unreadable(
    base: Facts, rule: str, subject: str, resource: str, key: str, field: str
) -> None:
    lost = edited(base, (resource, key, field, ""), (resource, key, "unreadable", field))
    assert state(lost, rule, subject) == "unreadable"


def test_points_are_doubted_where_the_scores_do_not_add_up_either(base: Facts) -> None:
    """A row that was not read takes its weight and its score along; one weight alone is what the form prints."""
    weight, score = (
        ("indicators", "p01/2", "weight", "20"),
        ("indicators", "p01/2", "score", "20.00"),
    )
    assert [state(edited(base, weight, score), rule, "p01") for rule in ("P05", "P06")] == [
        "unreadable",
        "unreadable",
    ]
    assert [state(edited(base, weight), rule, "p01") for rule in ("P05", "P06")] == ["fail", "pass"]
    assert [state(edited(base, score), rule, "p01") for rule in ("P05", "P06")] == ["pass", "fail"]


def test_assets_are_counted_at_the_end_of_the_year(base: Facts) -> None:
    rows = base.rows("figures")
    texts = [row["text"] for row in rows]
    at = next(i for i in range(len(rows)) if texts[i : i + 3] == ["2024", "12", "31"])
    other = edited(base, ("figures", rows[at]["figure_id"], "text", "2023"))
    assert [state(one, "N53") for one in (base, other)] == ["pass", "fail"]
    assert "写作 2023 年 12 月 31 日" in found(other, "N53")["statement"]


def test_items_of_last_year_alone_need_not_be_listed(base: Facts) -> None:
    """A smaller sum of the year before may lack an item without expenditure this year, unless such items are listed."""
    less = edited(base, ("functions", "general_public_budget/item/2", "change", "2.10"))
    assert state(less, "N34") == "information"
    like = "general_public_budget/item/2"
    gone = added(
        less,
        "functions",
        like,
        position="3",
        item="别的项",
        actual="0.00",
        change="-0.00",
        change_pct="",
    )
    assert state(gone, "N34") == "fail"


def test_an_amount_counts_wherever_it_is_printed(base: Facts) -> None:
    """Other regions tell what was distributed and carried forward with the expenditure and not with the totals."""
    moved = [
        m("overview/surplus.distributed", "actual", "1.00"), m("overview/carryover.closing", "actual", "4.00"),
        m("overview/surplus.distributed", "section", "expenditure"), m("overview/carryover.closing", "section", "expenditure"),
    ]  # fmt: skip
    assert [state(edited(base, *moved), rule) for rule in ("N02", "N04")] == ["pass", "pass"]
    wrong = edited(base, *moved, m("expenditure/surplus.distributed", "actual", "2.00"))
    assert [state(wrong, rule) for rule in ("N02", "N04")] == ["fail", "fail"]


def test_computed_figures_show_their_arithmetic(base: Facts) -> None:
    facts = edited(
        base,
        ("project_funds", "p01/3", "executed", "5.00"),
        m("expenditure/expenditure.project", "actual", "34.50"),
    )
    assert found(facts, "X11")["statement"] == (
        "各项目其他资金执行数之和 5.00 万元 ＞ 非财政拨款项目支出 34.50 −（92.00 − 60.00）＝ 2.50 万元，相差 2.50 万元，按通常口径部分不应超过全部"
    )
    costs = [plus_cell("10.00"), plus_cell("0.00"), plus_cell("5.50")]
    assert adds_up(plus_cell("15.00"), [plus(costs, "各项之和")]).statement == (
        "示例 15.00 万元 ≠ 各项之和 10.00 + 5.50（另 1 个为 0）＝ 15.50 万元，相差 0.50 万元，两处数字不能同时成立"
    )


def plus_cell(value: str) -> Cell:
    return Cell(Decimal(value), Decimal("0.005"), "示例", f"{value} 万元", (), "万元")


def test_a_share_counts_in_its_own_section_alone(base: Facts) -> None:
    """Told with the appropriation it is a share of the appropriation."""
    facts = edited(base, m("general_budget/general_budget.expenditure", "section", "appropriation"))
    assert state(facts, "N23") == "not_applicable"


def test_arithmetic_with_two_sums_is_written_out(base: Facts) -> None:
    assert found(base, "N04")["statement"] == (
        "年末结转和结余 5.00 万元 ＝ 年初结转和结余 10.00 万元 + 本年收入合计 100.00 万元 + 使用非财政拨款结余 0.00 万元"
        " −（本年支出合计 105.00 万元 + 结余分配 0.00 万元）＝ 5.00 万元"
    )


def test_a_lost_score_is_reported_with_what_the_total_implies(base: Facts) -> None:
    lost = edited(
        base, ("indicators", "p01/2", "score", ""), ("indicators", "p01/2", "unreadable", "score")
    )
    row = next(one for one in check.run(lost) if one["rule"] == "P06" and one["subject"] == "p01")
    assert "第 2 项得分无法辨认；总分 97.50 隐含 28.50" in row["statement"]


@pytest.mark.parametrize(
    ("value", "expected"), [("60.00", "pass"), ("60.01", "rounding"), ("60.02", "fail")]
)
def test_the_envelope_comes_from_the_written_digits(base: Facts, value: str, expected: str) -> None:
    """Two addends and a total with two decimals: 0.005 for each of the three figures."""
    assert state(edited(base, m("basic/basic.total", "actual", value)), "N35") == expected


def test_a_percentage_may_differ_inside_the_interval_of_its_operands(base: Facts) -> None:
    small = edited(
        base,
        m("operating/operating.agency", "actual", "0.02"),
        m("operating/operating.agency", "change", "-0.01"),
    )
    for rate, expected in (
        ("-33.33", "pass"),
        ("-30.00", "rounding"),
        ("-90.00", "fail"),
        ("33.33", "fail"),
    ):
        assert (
            state(
                edited(small, m("operating/operating.agency", "change_pct", rate)),
                "N24",
                "operating/operating.agency",
            )
            == expected
        )


def test_a_zero_base_is_information_and_never_a_fault(base: Facts) -> None:
    new = edited(
        base,
        m("operating/operating.agency", "change", "10.00"),
        m("operating/operating.agency", "change_pct", "100.00"),
    )
    row = next(
        one
        for one in check.run(new)
        if one["rule"] == "N24" and one["subject"] == "operating/operating.agency"
    )
    assert (row["state"], "本年数减去增减额为 0" in row["statement"]) == ("information", True)
    odd = edited(new, m("operating/operating.agency", "change_pct", "170.00"))
    assert state(odd, "N24", "operating/operating.agency") == "fail", (
        "no convention gives this rate"
    )


def test_no_contradiction_is_concluded_beside_a_numeral_that_was_not_understood(
    base: Facts,
) -> None:
    """A part that was not read looks like a sum that does not add up; a comparison of two printed figures stands."""
    wrong = edited(
        base,
        m("expenditure/expenditure.basic", "actual", "60.50"),
        m("expenditure/expenditure.current", "actual", "99.00"),
    )
    assert (state(wrong, "N10"), state(wrong, "N11")) == ("fail", "fail")
    place = next(
        row["start"]
        for row in base.rows("figures")
        if row["row"] == "expenditure/expenditure.project"
    )
    for at, expected in ((int(place) + 20, "unreadable"), (int(place) + 5000, "fail")):
        lone = {
            **base.rows("figures")[0],
            "status": "unread",
            "start": str(at),
            "text": "7.77",
            "resource": "",
            "row": "",
            "field": "",
        }
        beside = replace(wrong, tables={**wrong.tables, "figures": (*wrong.rows("figures"), lone)})
        assert (state(beside, "N10"), state(beside, "N11")) == (expected, "fail")


def test_a_part_that_is_illegible_is_not_left_out_of_a_sum(base: Facts) -> None:
    key = "revenue/revenue.appropriation"
    assert (
        state(edited(base, m(key, "actual", ""), m(key, "unreadable", "actual")), "N06")
        == "unreadable"
    )


def test_an_execution_beyond_a_hundred_needs_more_than_its_budget(base: Facts) -> None:
    fund = "p01/1"
    edits = [
        ("project_funds", fund, name, value)
        for name, value in (("executed", "0.05"), ("annual_budget", "0.05"))
    ]
    assert (
        state(
            edited(base, *edits, ("project_funds", fund, "execution_rate_pct", "100.00")),
            "P01",
            "p01",
        )
        == "pass"
    )
    assert (
        state(
            edited(base, *edits, ("project_funds", fund, "execution_rate_pct", "100.08")),
            "P01",
            "p01",
        )
        == "fail"
    )


@pytest.mark.parametrize(
    ("scores", "total", "expected"),
    [
        (("50", "28.50", "9.00"), "97.50", "pass"),
        (("50", "28.50", "9.01"), "97.50", "rounding"),  # two scores that may have been rounded
        (("50", "30", "7.50"), "97.51", "fail"),  # only one: it rounds like the total
    ],
)
def test_full_scores_were_not_rounded(
    base: Facts, scores: tuple[str, str, str], total: str, expected: str
) -> None:
    first, second, rated = scores
    facts = edited(
        base,
        ("indicators", "p01/1", "score", first), ("indicators", "p01/2", "score", second), ("project_funds", "p01/1", "score", rated),
        ("projects", "p01", "total_score", total),
    )  # fmt: skip
    assert state(facts, "P06", "p01") == expected


def test_scheme_b(base: Facts) -> None:
    edits = [
        ("project_funds", "p01/1", name, value)
        for name, value in (
            ("executed", "38.16"),
            ("execution_rate_pct", "76.32"),
            ("score", "4.08"),
        )
    ]
    assert state(edited(base, *edits), "P02", "p01") == "pass"


def test_figures_of_a_finding_are_those_that_were_printed(base: Facts) -> None:
    row = next(one for one in check.run(base) if one["rule"] == "N03")
    texts = {figure["figure_id"]: figure["text"] for figure in base.rows("figures")}
    assert [texts[one] for one in row["figures"].split()] == ["110.00", "110.00"]


FAILS = {
    ("changji-government-office-2023", "X06", "61.08", "58.84"),
    ("changji-government-office-2023", "X10", "572.47", "525.22"),
    ("changji-government-office-2023", "X11", "61.08", "58.84"),
    ("changji-government-office-2023", "X17", "600", "20.45"),
    ("changji-government-office-2023", "X18", "511.39", "466.38"),
    ("urumqi-government-office-2024", "N56", "", ""),
    ("urumqi-government-office-2024", "X06", "0.00", "59.65"),
    ("urumqi-government-office-2024", "X11", "59.75", "59.65"),
    ("urumqi-government-office-2024", "X12", "0.00", ""),
    ("urumqi-government-office-2024", "X19", "463.29", "0.00"),
    ("urumqi-government-office-2024", "X19", "59.75", "0.00"),
    ("urumqi-human-resources-2023", "P11", "186.89", "181.85"),
    ("urumqi-human-resources-2023", "P11", "361.96", "361.47"),
    ("urumqi-human-resources-2023", "P11", "9.58", "9.57444"),
    ("urumqi-human-resources-2023", "P21", "50", "53"),
    ("urumqi-human-resources-2023", "P21", "52", "53"),
    ("urumqi-human-resources-2023", "P26", "3000", "3739.6"),
    ("urumqi-human-resources-2023", "X03", "36358.83", "36327.53"),
    ("urumqi-human-resources-2023", "X05", "36802.50", "36751.12"),
    ("urumqi-human-resources-2023", "X06", "450.00", "383.84"),
    ("urumqi-party-committee-2023", "N54", "", ""),
    ("urumqi-party-committee-2023", "P01", "100.00", "99.36"),
    ("urumqi-party-committee-2023", "P08", "0.00", "4"),
    ("urumqi-party-committee-2023", "P08", "9.68", "10"),
    ("urumqi-party-committee-2023", "P11", "1.70", "0.97"),
    ("urumqi-party-committee-2023", "P11", "26.5", "10.37"),
    ("urumqi-party-committee-2023", "P18", "20000", "40000"),
    ("urumqi-party-committee-2023", "P22", "161.95", "161.27"),
    ("urumqi-party-committee-2023", "P25", "102.00", "102.70"),
    ("urumqi-party-committee-2023", "X03", "22094.21", "21952.66"),
    ("urumqi-party-committee-2023", "X04", "21952.66", "21273.97"),
    ("urumqi-party-committee-2023", "X06", "0.00", "327.19"),
}
"""Contradictions of the five disclosures, each compared with its source by a person."""


def test_no_false_alarm(published) -> None:
    found = {
        (name, row["rule"], row["left"], row["right"])
        for name, facts in published.items()
        for row in facts.rows("checks")
        if row["state"] == "fail"
    }
    assert found == FAILS
