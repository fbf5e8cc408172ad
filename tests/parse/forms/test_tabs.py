"""Performance forms in ruled tables: a row that a page break cuts, and what is no such row."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.tabs import tabbed_rows
from juesuan.parse.pieces import DAMAGE
from juesuan.parse.view import Reader
from tests.conftest import document_of
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
    ("end", "rest"), [("8.5", "7"), ("8.", "57"), ("8", ".57"), ("8.5", "- 6 -\n7")]
)
def test_a_number_torn_at_the_end_of_its_row_is_damaged(end: str, rest: str) -> None:
    text = f"质量指标\t合格率\t≥95%\t98%\t10\t{end}\n{rest}\n满意度\t≥90%\t95%\t10\t10.00\n"
    made = document_of(text)
    first, second = tabbed_rows(Reader(made), 0, len(text))
    assert (first.texts[:-1], first.texts[-1][:1]) == (
        ("质量指标", "合格率", "≥95%", "98%", "10"),
        DAMAGE,
    )
    assert second.texts == ("满意度", "≥90%", "95%", "10", "10.00")


def test_a_row_of_one_number_below_a_whole_one_stays_a_row() -> None:
    text = "质量指标\t合格率\t≥95%\t98%\t10\t8.50\n.57\n"
    assert [row.texts[-1] for row in tabbed_rows(Reader(document_of(text)), 0, len(text))] == [
        "8.50",
        ".57",
    ]


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
