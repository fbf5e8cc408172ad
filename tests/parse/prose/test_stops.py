"""The number of a point proves that the one above it has ended."""

import pytest

from juesuan.parse.prose.sections.outline import Part
from juesuan.parse.prose.stops import as_printed, ended, stopped
from juesuan.parse.view import View


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1.事业收入5万元,", "2.其他收入3万元,"], "1.事业收入5万元。2.其他收入3万元,"),
        (["(一)收入5万元、", "(二)支出5万元。"], "(一)收入5万元。(二)支出5万元。"),
        (["收入5万元,", "2.2022年度支出5万元。"], "收入5万元。2.2022年度支出5万元。"),
        (["收入5万元,", "2.5万元为结转。"], "收入5万元,2.5万元为结转。"),
        (["收入5万元,", "增长3%。"], "收入5万元,增长3%。"),
        (["2.收入5万元;", "3.支出"], "2.收入5万元;3.支出"),
    ],
)
def test_a_comma_before_a_numbered_line_is_a_stop(lines: list[str], expected: str) -> None:
    text, begins = "", set[int]()
    for line in lines:
        begins.add(len(text))
        text += line
    assert stopped(text, begins) == expected


def test_a_number_within_a_line_proves_nothing() -> None:
    assert stopped("负责审批,2.监督", {0}) == "负责审批,2.监督"


def test_a_paragraph_that_is_a_line_of_spending_ends_the_one_above() -> None:
    above, text = "职业教育(款)5万元,", "职业教育(款)5万元,普通教育(款)高中教育(项)3万元"
    place = len(above)
    assert stopped(text, {0, place}, {place})[place - 1] == "。"
    assert stopped(text, {0, place}) == stopped("其中" + text, {0})[2:] == text


def test_what_a_line_of_spending_is_of_goes_on() -> None:
    text = "教育支出5万元,其中职业教育(款)3万元"
    assert stopped(text, {0, 8}, {8}) == text


def closed(*lines: str) -> str:
    """A section of such paragraphs in which they end in stops."""
    source, places, begins = "\n".join(lines), list[int](), set[int]()
    for at, char in enumerate(source):
        if char == "\n":
            begins.add(len(places))
        else:
            places.append(at)
    body = View(source.replace("\n", ""), tuple(places))
    part, moved = ended(Part("overview", body[:0], body, frozenset({0, *begins})), begins)
    assert as_printed(part.body, source) == body
    assert {part.body.at[place] for place in moved} == {body.at[place] for place in begins}
    return part.body.text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["收入总计5万元", "支出总计5万元。"], "收入总计5万元。支出总计5万元。"),
        (["职业教育5万元", "普通教育(款)3万元"], "职业教育5万元。普通教育(款)3万元"),
        (["收入总计5万元,增加1万元", "2.支出", "略"], "收入总计5万元,增加1万元。2.支出略"),
        (
            ["主要原因是压减开支,人员减少", "2024年度收入"],
            "主要原因是压减开支,人员减少。2024年度收入",
        ),
    ],
)
def test_a_paragraph_that_lacks_its_stop_ends_in_one(lines: list[str], expected: str) -> None:
    assert closed(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["(一)收入情况", "收入总计5万元。"],
        ["收入总计65.8", "5万元。"],
        ["主要原因是压减开支,人", "员减少。"],
        ["收入包括:上年结转,财政", "拨款收入5万元,其他", "2.支出5万元。"],
        ["收入总计5万元;", "支出总计5万元。"],
    ],
)
def test_titles_and_broken_lines_do_not(lines: list[str]) -> None:
    begun = "".join(lines)
    assert closed(*lines) == begun
