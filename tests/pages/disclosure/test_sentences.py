"""读懂这份决算: a sentence without its figure is left out, what is printed is linked, texts are escaped."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from juesuan.model import Facts
from juesuan.pages.disclosure.sentences import Sentence, Teller
from juesuan.pages.evidence.figures import Evidence
from tests.conftest import IDS
from tests.pages.made_facts import Given, evidence_of, facts_with, measure


def told(*measures: Given, **tables: list[Given]) -> dict[str, Sentence]:
    """The sentences of a made package, by their headings; that of the checks is always there."""
    facts = facts_with(measures=list(measures), **tables)
    return {one.head: one for one in Teller(facts, evidence_of(facts)).sentences()}


def plain(text: Markup) -> str:
    return text.striptags()


@pytest.mark.slow
@pytest.mark.parametrize("name", IDS)
def test_a_published_summary_has_eight_to_twelve_sentences(
    name: str, published: dict[str, Facts]
) -> None:
    facts = published[name]
    sentences = Teller(facts, Evidence.of(facts, "")).sentences()
    assert 8 <= len(sentences) <= 12
    assert all("#f0" in one.text or one.head == "对得上吗" for one in sentences)
    assert all(one.picture for one in sentences if one.head in ("收入", "支出", "“三公”经费"))
    assert all(one.text.endswith("。") and "。。" not in one.text for one in sentences)


def test_an_empty_package_has_only_the_checks() -> None:
    assert list(told()) == ["对得上吗"]
    assert (
        plain(told()["对得上吗"].text)
        == "本站核对了 0 处勾稽关系：0 处相符，没有发现对不上的地方。"
    )


REVENUE = [
    measure("revenue.total", "12345.60"),
    measure("revenue.current", "12000.00"),
    measure("carryover.opening", "345.60"),
    measure("revenue.appropriation", "9000.00", share_pct="75.00"),
]


def test_revenue_says_what_came_in_and_from_whom() -> None:
    sentence = told(*REVENUE)["收入"]
    assert plain(sentence.text) == (
        "这一年可用的钱共 12,345.60 万元（约 1.23 亿元），其中本年收入 12,000.00 万元（约 1.20 亿元），"
        "上年结转下来 345.60 万元；财政拨款 9,000.00 万元，占本年收入的 75.00%。"
    )
    assert sentence.text.count("#f0") == 5
    assert sentence.picture == "", "not all parts are printed"


def test_a_sentence_without_its_figure_is_left_out() -> None:
    assert "收入" not in told(*REVENUE[2:])
    assert "收入" not in told(REVENUE[0], measure("revenue.current", ""))


def test_a_part_without_its_figure_is_left_out() -> None:
    sentence = told(*REVENUE[:2], measure("carryover.opening", "0.00"))["收入"]
    assert "上年结转" not in sentence.text and "占本年收入" not in sentence.text
    share = measure("revenue.general_public_budget", "9000.00", share_pct="75.00")
    both = told(*REVENUE[:2], measure("revenue.appropriation", "9000.00"), share)["收入"]
    assert "一般公共预算财政拨款 9,000.00 万元，占本年收入的 75.00%" in plain(both.text)


def test_a_picture_needs_all_of_its_parts() -> None:
    parts = [
        measure("expenditure.current", "105.00"),
        measure("expenditure.basic", "60.00", share_pct="57.14"),
        measure("expenditure.project", "45.00", share_pct="42.86"),
    ]
    sentence = told(*parts)["支出"]
    assert "基本支出" in sentence.picture and "项目支出" in sentence.picture
    assert plain(sentence.text) == (
        "本年花了 105.00 万元：维持机构运转的基本支出 60.00 万元（占 57.14%），"
        "办具体事情的项目支出 45.00 万元（占 42.86%）。"
    )
    assert "支出" not in told(*parts[:2])


def function(position: int, name: str, actual: str, share: str, **more: str) -> Given:
    fund, level = "general_public_budget", "class"
    about = {"fund": fund, "level": level, "position": f"{position}", "class": name}
    return {**about, "actual": actual, "share_pct": share, **more}


def test_the_three_largest_functions_are_named() -> None:
    rows = [
        function(1, "教育支出", "1.00", "1.00"),
        function(2, "一般公共服务支出", "80.00", "80.00"),
        function(3, "卫生健康支出", "4.00", "4.00"),
        function(4, "住房保障支出", "15.00", "15.00"),
        function(5, "城乡社区支出", "900.00", "90.00", fund="government_fund"),
        function(6, "没有占比支出", "70.00", ""),
    ]
    assert plain(told(functions=rows)["用在哪些方面"].text) == (
        "一般公共预算的钱最多用在：一般公共服务 80.00 万元（占 80.00%）、"
        "住房保障 15.00 万元（占 15.00%）、卫生健康 4.00 万元（占 4.00%）。"
    )
    assert "用在哪些方面" not in told(functions=rows[4:])


TOTAL = measure("revenue.total", "110.00")


def test_more_and_less_are_said_without_signs() -> None:
    less = told(TOTAL, measure("overall", change="-10.00", change_pct="-8.33", reason="压减"))
    sentence = less["与上年相比"]
    assert plain(sentence.text) == (
        "收支总体比上年减少 10.00 万元（下降 8.33%）。部门说明的原因：压减。"
    )
    assert "<q>压减</q>" in sentence.text and "上年" in sentence.picture
    more = told(TOTAL, measure("overall", change="10.00"))["与上年相比"]
    assert plain(more.text) == "收支总体比上年增加 10.00 万元。没有读到部门说明的原因。"


def test_there_is_no_percentage_of_a_last_year_of_zero() -> None:
    new = told(TOTAL, measure("overall", change="110.00", change_pct="100.00"))["与上年相比"]
    assert "不计百分比" in new.text and "100.00%" not in plain(new.text)
    assert new.picture == ""


def test_a_change_without_a_total_cannot_be_told() -> None:
    assert "与上年相比" not in told(measure("overall", change="10.00"))


def test_the_budget_is_that_of_all_appropriations_or_of_the_general_budget() -> None:
    whole = measure("appropriation.overall", "95.00", initial_budget="100.00", variance_pct="-5.00")
    general = measure("general_budget.expenditure", "92.00", initial_budget="90.00")
    sentence = told(whole, general)["与预算相比"]
    assert (
        plain(sentence.text)
        == "财政拨款年初预算 100.00 万元，决算 95.00 万元，预决算差异率 -5.00%。"
    )
    assert "glossary/#p-预决算差异率" in sentence.text
    assert "年初预算" in sentence.picture
    alone = told(measure("appropriation.overall", "95.00"), general)["与预算相比"]
    assert plain(alone.text) == "一般公共预算财政拨款支出年初预算 90.00 万元，决算 92.00 万元。"


def test_a_completion_without_the_budget_is_told_alone() -> None:
    row = measure("general_budget.expenditure", "92.00", completion_pct="102.22")
    assert plain(told(row)["与预算相比"].text) == (
        "一般公共预算财政拨款支出决算 92.00 万元，完成预算的 102.22%。"
    )


def test_there_is_no_rate_on_a_budget_of_zero() -> None:
    row = measure("appropriation.overall", "5.00", initial_budget="0.00", variance_pct="100.00")
    assert plain(told(row)["与预算相比"].text) == "财政拨款年初预算 0.00 万元，决算 5.00 万元。"


def test_procurement_of_zero_says_nothing_of_firms() -> None:
    firms = measure("procurement.sme", "0.00", share_pct="0.00")
    assert (
        plain(told(measure("procurement.total", "0.00"), firms)["政府采购"].text)
        == "政府采购 0.00 万元。"
    )
    firms = measure("procurement.sme", "10.00", share_pct="50.00")
    sentence = told(measure("procurement.total", "20.00"), firms)["政府采购"]
    assert plain(sentence.text) == (
        "政府采购 20.00 万元，其中授予中小企业的合同 10.00 万元（占 50.00%）。"
    )
    assert "中小企业" in sentence.picture and "其他" in sentence.picture


def test_people_and_cars() -> None:
    counts = [
        measure("headcount.total", "12"),
        measure("headcount.serving", "10"),
        measure("headcount.retired_cadre", "0"),
        measure("headcount.retired", "2"),
        measure("assets.vehicles", "3"),
    ]
    sentences = told(*counts)
    assert plain(sentences["人员"].text) == "实有 12 人，其中在职 10 人、离休 0 人、退休 2 人。"
    assert plain(sentences["车辆"].text) == "年末账面有车辆 3 辆。"
    kept = told(*counts, measure("three_public.vehicles_kept", "2"))["车辆"]
    assert plain(kept.text).endswith("公务用车保有量 2 辆。")


def test_why_vehicles_are_more_or_fewer_than_are_kept() -> None:
    owned = measure("three_public.asset_vehicles", "3", reason="一辆是借来的")
    counts = [measure("assets.vehicles", "3"), owned]
    kept = told(*counts, measure("three_public.vehicles_kept", "2"))["车辆"]
    assert plain(kept.text).endswith("。两数不同，部门说明的原因：一辆是借来的。")
    same = told(*counts, measure("three_public.vehicles_kept", "3"))["车辆"]
    assert "部门说明的原因" not in plain(same.text)
    assert "部门说明的原因" not in plain(told(*counts)["车辆"].text)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"change": "-2.50", "prior_year": "6.50"}, "，比上年减少 2.50 万元："),
        (
            {"change": "4.00", "prior_year_derived": "0.00"},
            "，比上年增加 4.00 万元（由增减推算，上年为 0）：",
        ),
        ({"change": "0.00"}, "4.00 万元："),
        ({}, "4.00 万元："),
    ],
)
def test_the_three_costs_are_compared_with_the_year_before(more: Given, said: str) -> None:
    rows = [measure("three_public.total", "4.00", **more)]
    parts = ("abroad", "vehicles", "reception")
    rows += [measure(f"three_public.{one}", "1.00") for one in parts]
    assert said in plain(told(*rows)["“三公”经费"].text)


def test_a_department_that_is_new_has_nothing_to_compare_with() -> None:
    """Its whole money is more than the year before by all of it: there was no such department."""
    rows = [
        measure("revenue.total", "90.00"),
        measure("overall", change="90.00"),
        measure("three_public.total", "4.00", change="4.00", prior_year_derived="0.00"),
    ]
    rows += [measure(f"three_public.{one}", "1.00") for one in ("abroad", "vehicles", "reception")]
    said = plain(told(*rows)["“三公”经费"].text)
    assert "，比上年增加 4.00 万元（没有可比的上年数）" in said and "上年为 0" not in said


def form(number: int, score: str, name: str = "", kind: str = "project") -> Given:
    about = {"project_id": f"p{number:02}", "kind": kind, "position": f"{number}"}
    return {**about, "name": name, "total_score": score}


def test_the_lowest_score_names_its_project() -> None:
    rows = [
        form(1, "98.50"),
        form(2, "71.00", "<b>甲</b>"),
        form(3, ""),
        form(4, "9", kind="overall"),
    ]
    text = told(projects=rows)["项目绩效"].text
    assert "&lt;b&gt;甲&lt;/b&gt;" in text and "<b>" not in text
    assert re.sub(r"<[^>]+>", "", text) == (
        "公开了 3 张项目自评表，自评总分最高 98.50，最低 71.00（&lt;b&gt;甲&lt;/b&gt;）。自评分由部门自己打出。"
    )
    assert "项目绩效" not in told(projects=[form(1, "")])


def test_confidential_projects_are_told_beside_the_forms() -> None:
    rows = (
        measure("confidential.project_count", "7"),
        measure("confidential.projects", "1320.50"),
    )
    text = plain(told(*rows, projects=[form(1, "98.50"), form(2, "90")])["项目绩效"].text)
    assert text == (
        "公开了 2 张项目自评表，自评总分最高 98.50，最低 90；另有涉密项目 7 个，1,320.50 万元。"
        "自评分由部门自己打出。"
    )
    assert plain(told(*rows)["项目绩效"].text) == (
        "没有收录项目自评表；另有涉密项目 7 个，1,320.50 万元。"
    )
    assert plain(told(*rows, projects=[form(1, "")])["项目绩效"].text).startswith(
        "公开了 1 张项目自评表，没有读出自评总分；另有涉密项目 7 个"
    )
    none = (measure("confidential.project_count", "0"), measure("confidential.projects", "0"))
    assert "涉密" not in told(*none, projects=[form(1, "98.50")])["项目绩效"].text


def test_one_project_is_not_named_as_the_lowest() -> None:
    assert "（" not in plain(told(projects=[form(1, "98.50", "甲")])["项目绩效"].text)


def test_checks_are_counted_by_state() -> None:
    states = ["pass"] * 5 + ["rounding"] + ["fail"] * 2 + ["unreadable"] + ["not_applicable"] * 9
    rows = [{"rule": "A01", "subject": f"{i}", "state": state} for i, state in enumerate(states)]
    sentence = told(checks=rows)["对得上吗"]
    assert sentence.text == (
        "本站核对了 8 处勾稽关系：5 处相符，1 处只差四舍五入，2 处对不上；另有 1 处因为有数没有取出或无法辨认，没能核对。"
    )
    assert "对不上" in sentence.picture


def test_hostile_reasons_are_text() -> None:
    reason = "<script>alert('x')</script>"
    text = told(TOTAL, measure("overall", change="1.00", reason=reason))["与上年相比"].text
    assert "<script" not in text and "&lt;script&gt;" in text


def test_what_cannot_be_read_is_said() -> None:
    rows = [
        measure("basic.personnel", "50.00"),
        measure("basic.public", "10.00", unreadable="actual"),
    ]
    assert plain(told(*rows)["人员与公用"].text) == (
        "一般公共预算的基本支出中，人员经费 50.00 万元，公用经费 无法辨认 万元。"
    )
