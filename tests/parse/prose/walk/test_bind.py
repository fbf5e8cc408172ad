"""A numeral and what introduces it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.parse.prose.lexer.events import Figure, Subject
from juesuan.parse.prose.lexer.numerals import numerals
from juesuan.parse.prose.walk.bind import binder
from juesuan.parse.prose.walk.figures import Spoken
from tests.parse.prose.walk.test_grammar import figures


def bound(section: str, text: str, measure: str = "", **spoken) -> Figure | None:
    """The figure at the last numeral of a text, when a measure was spoken of before it."""
    subject = Subject(terms.measures()[measure]) if measure else Subject()
    numeral = list(numerals(text))[-1]
    return binder(section).figure(text, numeral, Spoken(subject, **spoken))


@pytest.mark.parametrize(
    ("section", "text", "before", "expected"),
    [
        ("overview", "收入总计为5.00万元", "", ("revenue.total", "actual", "5.00")),
        ("overview", ",比上年减少5.00万元", "revenue.total", ("revenue.total", "change", "-5.00")),
        ("overview", "支出总计比上年增加5.00万元", "revenue.total", ("expenditure.total", "change", "5.00")),
        ("overview", "收入、支出总计各增加5.00万元", "", ("overall", "change", "5.00")),
        ("revenue", ",占9.10%", "revenue.other", ("revenue.other", "share_pct", "9.10")),
        ("three_public", "决算数小于预算数5.00万元", "three_public.total", ("three_public.total", "variance", "-5.00")),
        ("three_public", "超过年初预算数5.00万元", "three_public.total", ("three_public.total", "variance", "5.00")),
        ("expenditure", "本单位支出为5.00万元", "", ("expenditure.current", "actual", "5.00")),
        ("organisation", "(离休3人", "headcount.pensioners", ("headcount.pensioners.retired_cadre", "actual", "3")),
        ("procurement", ",工程5.00万元", "procurement.goods", ("procurement.works", "actual", "5.00")),
        ("three_public", ":全年支出5.00万元", "three_public.reception", ("three_public.reception", "actual", "5.00")),
        ("three_public", ",来客12人", "three_public.reception_batches", ("three_public.reception_visitors", "actual", "12")),
        ("assets", "其中1辆其他用车,", "assets.vehicles", ("assets.vehicles.other", "actual", "1")),
        ("overview", "决算支出5.00万元", "revenue.current", ("expenditure.current", "actual", "5.00")),
        ("organisation", "设办公室、财务科等9个科室", "", ("organisation.offices", "actual", "9")),
        ("organisation", "由本级决算和4家直属单位", "", ("organisation.units", "actual", "4")),
        ("three_public", ",购买新能源车1辆", "three_public.vehicle_purchase", ("three_public.vehicles_bought", "actual", "1")),
        ("assets", "单位价值在100万元及以上的设备有2台", "", ("assets.equipment_over_1m", "actual", "2")),
        ("three_public", "(5批次", "three_public.reception", ("three_public.reception_batches", "actual", "5")),
        ("three_public", "12人次", "three_public.reception_batches", ("three_public.reception_visitors", "actual", "12")),
        ("three_public", ",购置费和运行维护费5.00万元", "", ("three_public.vehicle_running", "actual", "5.00")),
        ("three_public", ",12人次", "three_public.reception_batches", ("three_public.reception_visitors", "actual", "12")),
    ],
)  # fmt: skip
def test_bound(section: str, text: str, before: str, expected: tuple[str, str, str]) -> None:
    figure = bound(section, text, before)
    assert figure
    assert figure.subject.measure
    assert (figure.subject.measure.id, figure.column, figure.value) == expected


@pytest.mark.parametrize(
    ("section", "text", "before"),
    [
        ("overview", "该项目比上年增加5.00万元", "revenue.total"),  # another subject between
        ("overview", "比上年增加5.00万元", ""),  # no subject
        ("three_public", "户均公务接待费5.00万元", ""),  # an average
        ("overview", "收入总计用于办公楼5.00万元", "revenue.total"),  # no introduction
        ("expenditure", "移民后期扶持项目支出5.00万元", "expenditure.basic"),  # a longer name
        ("three_public", ";公务用车购置购置及运行维护费5.00万元", ""),  # the end of a longer one
        ("organisation", "行政工勤编制5人", "headcount.posts"),  # a longer name
        ("organisation", "在职人员5.00万元", ""),  # another kind of unit
        ("overview", "增加了6个", "overall"),  # another kind of unit
        ("appropriation", "年初预算数5.00万元", "appropriation.closing"),  # balances have no budget
        ("general_budget", "。(三)年初预算数5.00万元", "general_budget.expenditure"),  # a new point
        ("assets", ",机要通信用车和其他用车各1辆", "assets.vehicles"),  # of each of several
    ],
)
def test_not_bound(section: str, text: str, before: str) -> None:
    assert bound(section, text, before) is None


def test_an_amount_that_is_a_limit_is_no_value() -> None:
    text = "车辆2辆;50万元(含)以上的设备"
    numeral = next(one for one in numerals(text) if one.unit == "万元")
    spoken = Spoken(Subject(terms.measures()["assets.vehicles"]))
    assert binder("assets").figure(text, numeral, spoken) is None


def test_what_was_taken_before_introduces_nothing_more() -> None:
    text = "收入总计5.00万元"
    assert bound("overview", text, floor=text.index("5")) is None


def test_a_year_before_its_measure_is_told() -> None:
    printed = bound("overview", "2023年度收入总计4.00万元")
    last = bound("overview", "上年收入总计4.00万元")
    assert printed
    assert last
    assert (printed.year, last.year) == ("2023", "before")


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["增加", "减少"]))
def test_a_value_is_the_printed_one_with_its_sign(value, word: str) -> None:
    figure = bound("overview", f",比上年{word}{value}万元", "revenue.total")
    assert figure
    sign = "-" if word == "减少" and value else ""
    assert figure.value == f"{sign}{value}"


def test_a_part_of_what_is_counted_is_not_that_count_again() -> None:
    assert bound("organisation", ",包括局机关和4家直属单位", "organisation.units") is None


def test_a_unit_without_its_numeral_is_led_by_nothing() -> None:
    assert bound("three_public", "当年未更新车辆,", "three_public.vehicle_purchase") is None


@pytest.mark.parametrize(
    ("text", "expected"), [("全年5.00万元", "5.00"), ("其中5.00万元", ""), ("全年5辆", "")]
)
def test_the_first_amount_of_a_section_may_be_one_of_its_title(text: str, expected: str) -> None:
    title = Subject(terms.measures()["basic.total"])
    figure = binder("basic").of_title(text, next(numerals(text)), title)
    assert (figure.value if figure else "") == expected


@pytest.mark.parametrize("about", ["约", "大约", "近", ""])
def test_a_figure_that_is_not_exact(about: str) -> None:
    text = f"其他收入{about}10.00万元,占{about}10.00%,比上年减少{about}5.00万元。"
    assert figures("revenue", text) == [
        ("revenue.other", "actual", "10.00"),
        ("revenue.other", "share_pct", "10.00"),
        ("revenue.other", "change", "-5.00"),
    ]
