"""The number of a point proves that the one above it has ended."""

import pytest

from juesuan.parse.prose.stops import stopped


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
