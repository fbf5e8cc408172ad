"""What makes a figure one of another."""

import pytest

from juesuan import terms
from juesuan.parse.prose.lexer.events import Numeral, Subject
from juesuan.parse.prose.walk.apart import (
    about,
    is_apart,
    is_brief,
    is_estranged,
    is_led,
    is_of_part,
    is_part,
    whole_of,
)
from tests.parse.prose.walk.test_grammar import figures


@pytest.mark.parametrize(
    ("text", "said"), [("收入约5", "约"), ("收入近5", "近"), ("附近5", ""), ("收入5", "")]
)
def test_what_says_that_a_figure_is_not_exact(text: str, said: str) -> None:
    place = text.index("5")
    found = about(text, Numeral(place, place + 1, "5", ""))
    assert (found[0] if found else "") == said


@pytest.mark.parametrize(
    ("before", "unit", "expected"),
    [(",来客", "人次", True), (",陪同", "人次", False), (",来客", "万元", False)],
)
def test_a_word_or_two_before_a_count(before: str, unit: str, expected: bool) -> None:
    assert is_brief(before, unit) is expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("其中:下属科技馆", True),
        ("其中:下属科技馆编制15名,", True),
        ("本级及所属单位", False),
        ("某局所属各预算单位", False),
        ("剔除一次性因素后,", True),
        ("2024年拟安排", True),
        ("全县", True),
        ("2023年度", False),
    ],
)
def test_of_another(lead: str, expected: bool) -> None:
    assert is_apart(lead) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("2024年拟对", True), ("。计划组织", True), ("计划生育服务", False), ("全局共", False)],
)
def test_of_a_plan_or_of_all(before: str, expected: bool) -> None:
    assert is_estranged(before) is expected


def test_a_part_that_is_called_as_its_whole() -> None:
    agency = terms.measures()["operating.agency"]
    assert is_part(agency, "。其中:", Subject(agency), "。其中:机关运行经费")
    assert not is_part(agency, "。其中:", Subject(), "。其中:机关运行经费")
    assert not is_part(agency, "。", Subject(agency), "。机关运行经费")
    general = terms.measures()["general_budget.expenditure"]
    before = ",其中:一般公共预算财政拨款支出"
    assert not is_part(general, ",其中:", Subject(general), before)


def test_what_leads_to_a_count() -> None:
    numeral = Numeral(3, 5, "2", "个")
    assert is_of_part("其中:2个项目", numeral)
    assert is_led("其中:2个项目", numeral)
    assert not is_led("项目支2个", numeral)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (",其中:本年收入4.00万元", "revenue.total"),
        ("(其中本年收入合计4.00万元)", "revenue.total"),
        (",其中:本年支出4.00万元", "revenue.current"),
        (",其中:财政拨款收入4.00万元", "revenue.current"),
        ("。本年收入4.00万元", "revenue.current"),
    ],
)
def test_what_holds_the_amount_of_the_year_is_a_total(behind: str, expected: str) -> None:
    text = f"收入决算5.00万元{behind}"
    numeral = Numeral(4, 10, "5.00", "万元")
    assert whole_of(terms.measures()["revenue.current"], text, numeral).id == expected


def test_an_amount_behind_last_year_without_a_word_is_unread() -> None:
    assert figures("expenditure", "支出合计80.00万元,比上年3.00万元,增长3.90%。") == [
        ("expenditure.current", "actual", "80.00")
    ]
    assert figures("expenditure", "支出合计80.00万元,比上年77.00万元增加3.00万元。")[1:] == [
        ("expenditure.current", "prior_year", "77.00"),
        ("expenditure.current", "change", "3.00"),
    ]


def test_economic_classes_of_all_spending_are_none_of_basic_expenditure() -> None:
    text = "财政拨款支出80.00万元,按经济科目分类:工资福利支出50.00万元。"
    assert [one[0] for one in figures("general_budget", text)] == ["general_budget.expenditure"]
