"""Columns found by heading."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.grid import columns, without_side_labels
from tests.made_cells import cells, row

WORDS = {"年度指标值": "target", "预期指标值": "target", "分值": "weight", "得分": "score"}
FIELDS = ("target", "weight", "score")


def test_a_column_is_that_of_the_first_heading_with_a_word_of_the_field() -> None:
    heads = [row("一级指标||预期指标值(单位)|分值|分值权重")]
    assert columns(heads, WORDS, FIELDS) == {"target": 2, "weight": 3}


def test_only_the_first_row_of_headings_counts_and_there_may_be_none() -> None:
    assert columns([row("分值"), row("|得分")], WORDS, FIELDS) == {"weight": 0}
    assert columns([], WORDS, FIELDS) == {}


def test_only_the_fields_that_are_asked_for() -> None:
    assert columns([row("分值|得分")], WORDS, ("score",)) == {"score": 1}


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("年度目标|报告编制|按时完成|完成", "报告编制|按时完成|完成"),
        ("完成|情况|报告编制|完成|目标", "报告编制|完成|目标"),
        ("报告编制|年度绩效指标|完成", "报告编制|完成"),
        ("报告编制|情况", "报告编制|情况"),
    ],
)
def test_a_piece_of_the_label_at_the_side_stands_before_all_else(printed: str, kept: str) -> None:
    assert "|".join(cell.text for cell in without_side_labels(cells(printed))) == kept
