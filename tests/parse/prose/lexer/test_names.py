"""Measures by the names under which sections print them."""

import pytest

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.lexer.names import is_part_of_name, names


def called(section: str, printed: str, unit: str = "", behind: str = "") -> str:
    subject = Subject(terms.measures()[behind]) if behind else Subject()
    measure = names(section).measure(printed, unit, subject)
    return measure.id if measure else ""


@pytest.mark.parametrize(
    ("section", "printed", "unit", "expected"),
    [
        ("overview", "收入总计", "万元", "revenue.total"),
        ("overview", "收入总计", "元", "revenue.total"),  # money in another unit
        ("overview", "收入总计", "人", ""),
        ("overview", "离休人员", "人", ""),  # of another section
        ("three_public", "三公经费", "", "three_public.total"),  # without quotation marks
        ("three_public", '"三公"经费', "", "three_public.total"),
    ],
)
def test_a_measure_by_its_name(section: str, printed: str, unit: str, expected: str) -> None:
    assert called(section, printed, unit) == expected


def test_a_name_that_counts_only_behind_another_measure() -> None:
    groups = "three_public.reception_batches"
    assert called("three_public", "来宾", "人次", groups) == "three_public.reception_visitors"
    assert called("three_public", "来宾", "人次") == ""
    assert called("three_public", "", "人次", groups) == "three_public.reception_visitors"


def test_the_longest_name_is_tried_first() -> None:
    pattern = names("appropriation").before("")
    match = pattern.search("其中:本年财政拨款收入")
    assert match
    assert match["name"] == "本年财政拨款收入"


def test_digits_inside_names_are_known() -> None:
    assert any(one.search("单价100万元以上设备(不含车辆)") for one in names("assets").numbered)
    assert names("overview").numbered == ()


def test_a_section_without_measures_matches_nothing() -> None:
    assert names("duties").measures == ()
    assert names("duties").before("").search("收入总计") is None


@pytest.mark.parametrize(
    ("lead", "name", "expected"),
    [
        ("水库移民后期扶持", "项目支出", True),
        ("其中", "项目支出", False),
        ("2023年度", "项目支出", False),
        ("某某局", "基本支出", False),
        ("水库移民后期扶持", "本年支出合计", True),
        ("纳入预算的", "本年支出合计", True),
        ("闲置", "房屋", True),
        ("占用", "房屋", False),
        ("占用", "公务用车", True),
        ("购置(更新)", "公务用车", True),
        ("", "项目支出", False),
    ],
)
def test_a_name_may_be_the_end_of_a_longer_one(lead: str, name: str, expected: bool) -> None:
    assert is_part_of_name(lead, name) is expected


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("共接待外地考察团", "批", "three_public.reception_batches"),
        ("接待外宾考察团", "批", ""),
        ("接待外地考察团", "辆", ""),
        ("外地考察团", "批", ""),
    ],
)
def test_a_count_that_what_stands_before_it_tells(text: str, unit: str, expected: str) -> None:
    measure = names("three_public").led(text, unit)
    assert (measure.id if measure else "") == expected
