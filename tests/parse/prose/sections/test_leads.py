"""Sections that tell parts and not the whole."""

import pytest

from tests.conftest import document_of
from tests.made import understood

WHOLE = "支出合计9.00万元,其中:基本支出5.00万元,项目支出4.00万元。"


def remarks(below: str) -> list[str]:
    text = (
        "示例局2024年度部门决算\n一、收入支出决算总体情况说明\n收入总计9.00万元。\n"
        f"二、支出决算情况说明\n{below}\n"
    )
    facts = understood(document_of(text))
    return [one for one in facts.remarks if "which it is about" in one]


def test_a_section_without_what_it_is_about() -> None:
    (told,) = remarks(WHOLE.partition("其中:")[2])
    assert told.startswith(
        "line 4: below 二、支出决算情况说明 there are figures, but none of 本年支出合计"
    )


@pytest.mark.parametrize("below", [WHOLE, "本年度无支出。", "基本支出0.00万元。"])
def test_a_section_that_tells_it_or_nothing(below: str) -> None:
    assert remarks(below) == []


def without_part(below: str) -> list[str]:
    text = (
        f"示例局2024年度部门决算\n一、“三公”经费支出决算情况说明\n“三公”经费支出7.00万元。{below}\n"
    )
    facts = understood(document_of(text))
    return [one for one in facts.remarks if "the parts of" in one]


def test_a_total_of_which_a_part_is_lost() -> None:
    (told,) = without_part("因公出国（境）费支出0.00万元。公务接待费支出2.00万元。")
    assert told.startswith("line 2: below 一、")
    assert "make 2.00 of 7.00, and none is 公务用车购置及运行维护费;" in told


def test_a_line_of_basic_spending_that_is_lost() -> None:
    text = (
        "示例局2024年度部门决算\n一、一般公共预算财政拨款基本支出决算情况说明\n"
        "一般公共预算财政拨款基本支出9.40万元，其中：\n公用经费2.10万元，主要包括办公费。\n"
    )
    (told,) = (one for one in understood(document_of(text)).remarks if "the parts of" in one)
    assert "make 2.10 of 9.40, and none is 人员经费" in told


@pytest.mark.parametrize(
    "below",
    [
        "公务接待费支出2.00万元。公务用车购置及运行维护费支出□.□□万元。",  # marked already
        "其中：公务接待费支出7.00万元。",
        "公务接待费支出2.00万元。公务用车运行维护费5.00万元。",
        "因公出国（境）费支出1.00万元，公务接待费支出2.00万元，公务用车购置及运行维护费支出3.00万元。",
        "比上年减少1.00万元。",
    ],
)
def test_a_total_whose_parts_make_it_or_are_all_told(below: str) -> None:
    assert without_part(below) == []


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("图2：收入决算结构图", 1),
        ("详见附件。", 0),
        ("本单位无收入。", 0),
        ("本年收入合计9.00万元。", 0),
    ],
)
def test_a_section_below_which_nothing_is_told(below: str, told: int) -> None:
    text = (
        "示例局2024年度部门决算\n一、收入支出决算总体情况说明\n收入总计9.00万元。\n"
        f"二、收入决算情况说明\n{below}\n"
    )
    remarks = understood(document_of(text)).remarks
    assert sum("no figure is told" in one for one in remarks) == told
