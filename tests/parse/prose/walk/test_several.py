"""Figures that are told of several measures at once."""

import pytest

from juesuan.parse.prose.lexer.events import Numeral
from juesuan.parse.prose.lexer.marks import marks
from juesuan.parse.prose.walk.several import runs
from tests.parse.prose.walk.test_grammar import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收、支总计分别为5.25万元、6.75万元。",
            [("revenue.total", "actual", "5.25"), ("expenditure.total", "actual", "6.75")],
        ),
        (
            "收、支总计各是1,025.49,1,043.91万元。",
            [("revenue.total", "actual", "1,025.49"), ("expenditure.total", "actual", "1,043.91")],
        ),
        (
            "收入总计、支出总计分别为5.00万元和6.00万元,分别比上年减少1.00万元、2.00万元。",
            [
                ("revenue.total", "actual", "5.00"),
                ("expenditure.total", "actual", "6.00"),
                ("revenue.total", "change", "-1.00"),
                ("expenditure.total", "change", "-2.00"),
            ],
        ),
        ("收、支总计分别为5.00万元、6.00万元、7.00万元。", []),
    ],
)
def test_each_has_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures("overview", text) == expected


def test_a_sum_of_several_is_of_none_of_them() -> None:
    text = "上缴上级支出、经营支出、对附属单位补助支出共3.00万元,占0.10%。"
    assert figures("expenditure", text) == []


def test_a_run_is_of_one_kind() -> None:
    text = "5.00万元、6.00万元、7人、8.00%和9.00%"
    found = runs(text, marks("overview", text))
    values = [[one.value for one in run] for run in found.values()]
    assert values == [["5.00", "6.00"], ["8.00", "9.00"]]


def test_damaged_numerals_make_no_run() -> None:
    assert runs("5", [Numeral(0, 1, "", "万元"), Numeral(2, 3, "5", "万元")]) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入总计、支出总计分别为5.00万元。", [("overall", "actual", "5.00")]),
        (
            "收入总计、支出总计分别约5.00万元、约6.00万元。",
            [("revenue.total", "actual", "5.00"), ("expenditure.total", "actual", "6.00")],
        ),
        ("收、支总计与上年相比,分别减少7.00万元。", [("overall", "change", "-7.00")]),
    ],
)
def test_one_figure_where_each_has_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures("overview", text) == expected


def test_one_figure_of_several_measures_is_of_none_of_them() -> None:
    assert figures("basic", "人员经费、公用经费分别为5.00万元。") == []
