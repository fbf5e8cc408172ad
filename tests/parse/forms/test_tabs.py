"""Performance forms in ruled tables: a row that a page break cuts, and what is no such row."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.tabs import tabbed_rows
from juesuan.parse.view import Reader
from tests.made_tables import document

ROW = "数量指标|培训人次|≥50人次|52人次|20|20|"


def read(before: str, behind: str) -> list[tuple[str, ...]]:
    made = document([ROW, before], "---", [behind, ROW])
    return [row.texts for row in tabbed_rows(Reader(made), 0, len(made.text))]


@pytest.mark.parametrize(
    ("before", "behind", "whole"),
    [
        (
            "质量指标|验收合|≥95%|98%|10|10|",
            "|格率||||||".replace("||||||", "|||||"),
            ("质量指标", "验收合格率", "≥95%", "98%", "10", "10"),
        ),
        (
            "质量指标|验收合||||||".replace("||||||", "|||||"),
            "|格率|≥95%|98%|10|10|",
            ("质量指标", "验收合格率", "≥95%", "98%", "10", "10"),
        ),
        (
            "质量指标|合格率|≥95%|98%|10|10|因设备",
            "||||||到货晚",
            ("质量指标", "合格率", "≥95%", "98%", "10", "10", "因设备到货晚"),
        ),
    ],
)
def test_a_row_cut_by_a_page_break_is_put_together(
    before: str, behind: str, whole: tuple[str, ...]
) -> None:
    first = ("数量指标", "培训人次", "≥50人次", "52人次", "20", "20")
    assert read(before, behind) == [first, whole, first]


@pytest.mark.parametrize(
    "behind",
    [
        "|满意度|≥90%|95%|10|10|",
        "总分||||100|98|",
        "年度总体目标|预期目标||实际完成情况|||",
        "一级指标|二级指标|三级指标|指标值|分值|得分|",
    ],
)
def test_a_row_of_its_own_behind_a_page_break_stays_one(behind: str) -> None:
    assert len(read("质量指标|合格率|≥95%|98%|10|10|", behind)) == 4
