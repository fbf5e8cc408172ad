"""Numerals with their units; damaged and vanished ones; dates."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.parse.prose.lexer.numerals import dates, numerals


def found(text: str) -> list[tuple[str, str]]:
    """Value and unit of the numerals that the walk may take: of two that overlap the first."""
    taken, at = [], 0
    for one in sorted(numerals(text), key=lambda one: one.start):
        if one.start >= at:
            taken.append((one.value, one.unit))
            at = one.end
    return taken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入1,234.50万元,占12%", [("1,234.50", "万元"), ("12", "%")]),
        ("下降-3.20%", [("-3.20", "%")]),
        ("共3万人", [("3", "")]),  # no money
        ("车辆2辆、1台(套)", [("2", "辆"), ("1", "台(套)")]),
        ("2,7l9.44万元", [("", "万元")]),
        ("21,27.55万元", [("", "万元")]),
        ("■万元", [("", "万元")]),
        ("离休人员人,", [("", "人")]),
        ("用车l辆、", [("", "辆")]),
        ("下降NaN%,主要", [("", "%")]),
        ("增加inf万元,", [("", "万元")]),
        ("下降—%。", [("", "%")]),
        ("增长--%,", []),  # so a rate without a base is printed
        ("无人员,", []),
        ("单位:万元", []),  # a unit behind a mark is a heading of a column
        ("12.5.6", []),
    ],
)
def test_numerals(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("收入9.00万元;财政拨款支出总计,其中:年末结转1.00万元", "财政拨款支出总计"),
        ("车辆3辆,价值,其中:其他用车3辆", "价值"),
        ("全年预算数7.00万元,全年执行数。", "全年执行数"),
        ("货物支出7.00万元、工程支出、服务支出8.00万元", "工程支出"),
        ("其中:基本支出,项目支出4.00万元", "基本支出"),
        ("2022年度机关运行经费支出,比上年增加2.00万元", "2022年度机关运行经费支出"),
        ("支出决算数为,比上年决算减少2.00万元", "支出决算数为"),
        ("预算为8.00万元,支出决算为(含税费);", "支出决算为"),
        ("示例县2022年度项目支出,比2021年增加2.00万元", "示例县2022年度项目支出"),
        ("3.年初结转和结余。与上年相比,增加2.00万元", "年初结转和结余"),
        ("支出决算为5.00万元,完成预算的,决算数小于预算数", "完成预算的"),
        ("较上年增加,增长2.00%", "较上年增加"),
        ("事业收入9.00元,占收入合计;经营收入0元", "占收入合计"),
        ("比上年增加9.00元,增长,变动原因", "增长"),
        ("生活补助;公用经费,主要包括:办公费", "公用经费"),
        ("增加3.00万元,增长幅度为。", "增长幅度为"),
        ("减少3.00万元,降幅。其中", "降幅"),
        ("项目支出3.00万元,比重为。", "比重为"),
        ("财政拨款收入3.00万元、支出,与2023年度相比,收入减少1.00万元", "、支出"),
        ("5.附属单位上缴收入0.00万元。6.其他收入。(二)支出", "6.其他收入"),
        ("上缴上级支出0.00万元,占比;经营支出", "占比"),
        ("合同金额占工程支出金额的,服务", "工程支出金额的"),
        ("决算6.00元,占(四)其他支出", "占"),
        ("会议费:全年支出,召开会议2次", "全年支出"),
        ("收入、支出总计均为。", "均为"),
        ("共涉及资金,占支出总额的5%", "涉及资金"),
        ("收入中:年初结转,本年收入5.00万元", "年初结转"),
        ("政府采购支出,包括货物2.00万元", "政府采购支出"),
        ("流动资产9.00万元、无形资产。房屋", "无形资产"),
        ("财政拨款基本支出。其中:人员经费2.00万元", "基本支出"),
    ],
)
def test_a_figure_that_vanished_with_its_unit(text: str, before: str) -> None:
    gone = {one.start for one in numerals(text) if one.start == one.end}
    assert text.index(before) + len(before) in gone


def test_a_change_without_its_amount_where_others_have_one() -> None:
    alone = "公务接待费支出1.00万元,比上年减少,主要原因是节约。"
    others = "车辆支出3.00万元,比上年增加1.00万元。会议费2.00万元,较上年减少4.00万元。"
    places = [one.start for one in numerals(others + alone) if not one.value]
    assert places == [len(others) + alone.index("减少") + 2]
    assert all(one.value for one in numerals(alone))


def test_a_dash_in_place_of_a_rate() -> None:
    text = "决算数5.00万元,预决算差异率-,主要原因是"
    (dash,) = (one for one in numerals(text) if not one.value)
    assert (text[dash.start : dash.end], dash.unit) == ("-", "")
    assert all(one.value for one in numerals("增长--,占-5.00%"))


@pytest.mark.parametrize(
    "text",
    [
        "收入、支出总计5.00万元,其中:年末结转1.00万元",
        "完成预算100%,决算数等于预算数。",
        "使用结余2.00万元,系单位用以前年度积累弥补收支差额。",
        "为完成任务而发生的人员支出和公用支出。较2021年决算减少5.00万元",
        "其他支出0.00万元;无工程类采购。",
        "占0%;其他支出(对附属单位补助支出、上缴上级支出)1.00万元",
        "增加2.00万元,与上年相比,人员增加,增长3%",
        "收入0.00万元。6.其他收入。比上年持平",
    ],
)
def test_where_none_vanished_none_is_missed(text: str) -> None:
    assert not [one for one in numerals(text) if one.start == one.end]


@pytest.mark.slow
@given(st.decimals(0, 10**12 - 1, places=2), st.sampled_from([unit.name for unit in terms.units()]))
def test_each_number_is_read_as_printed(value, unit: str) -> None:
    printed = f"{value:,}"
    assert found(f"决算数{printed}{unit}。") == [(printed, unit)]


@given(st.text(alphabet="0123456789,.-lO■万元%人,。支出年 ", max_size=40))
def test_places_are_those_of_the_text(text: str) -> None:
    for one in numerals(text):
        assert 0 <= one.start <= one.end <= len(text) and (one.start < one.end or not one.value)
        assert text[one.start : one.end] == one.value + one.unit or not one.value
    whole = [one for one in numerals(text) if one.value]
    assert all(a.end <= b.start for a, b in pairwise(whole))


def test_units_that_vanish_with_their_numeral_are_units() -> None:
    alone = set(terms.words("clauses").words("vanishing"))
    assert alone < {unit.name for unit in terms.units()}


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))
def test_digits_of_a_date_belong_to_it(year: int, month: int, day: int) -> None:
    text = f"截至{year}年{month}月{day}日,房屋5平方米"
    (date,) = dates(text)
    assert text[date.start : date.end] == f"{year}年{month}月{day}日"
    assert re.findall(r"\d+", text[date.end :]) == ["5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预决算差异率-□□□□%,", [("", "%")]),
        ("价值SO.OO万元", [("", "万元")]),
        ("收入80.00万元,占。", [("80.00", "万元"), ("", "%")]),
        ("减少5.00万元,下降,主要", [("5.00", "万元"), ("", "%")]),
        ("比上年增长,主要", []),
        ("基本支出,占5%", [("", "万元"), ("5", "%")]),
        ("下降-3.20%", [("-3.20", "%")]),
    ],
)
def test_what_is_left_of_a_numeral(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
