"""Amounts that a section leads up to and does not tell."""

import pytest

from tests.conftest import document_of
from tests.made import understood


def marked(below: str, section: str = "九、财政拨款“三公”经费支出决算情况说明") -> set[str]:
    """What is marked unreadable where this stands below a heading: of which row, which column."""
    text = (
        "示例局2024年度部门决算\n一、收入支出决算总体情况说明\n本单位当年有收入，无其他。\n"
        f"{section}\n{below}\n"
    )
    tables = understood(document_of(text)).tables
    return {
        f"{row.get('measure') or row.get('item') or row.get('class')} {row['unreadable']}"
        for name in ("measures", "functions")
        for row in tables.get(name, ())
        if row.get("unreadable")
    }


@pytest.mark.parametrize(
    ("below", "cells"),
    [
        ("公务接待费支出，年初预算数3.20万元。", {"three_public.reception actual"}),
        (
            "2024年度公务接待费支出，年初预算数3.20万元。",
            {"three_public.reception actual"},
        ),
        ("公务接待费支出1.10万元，年初预算数3.20万元。", set()),
        ("公务接待费年初预算数3.20万元，完成34.38%。", set()),
        ("公务接待费支出，无。", set()),
        ("公务接待费支出，年初预算数3.20万元。公务接待费支出1.10万元。", set()),
    ],
)
def test_an_amount_whose_name_stands_alone(below: str, cells: set[str]) -> None:
    assert marked(below) == cells


def test_a_line_of_functions_of_which_only_the_rest_is_told() -> None:
    section = "五、一般公共预算财政拨款支出决算情况说明"
    line = "1.教育支出（类）普通教育（款）小学教育（项）"
    assert marked(f"{line}，主要用于购置课桌。", section) == {"小学教育 actual"}
    assert marked(f"{line}5.40万元，主要用于购置课桌。", section) == set()


@pytest.mark.parametrize(
    ("totals", "cells"),
    [
        ("收入总计7.00万元，支出总计7.00万元。收、支总计", set()),
        ("收、支总计", {"overall actual"}),
    ],
)
def test_what_is_told_of_both_together(totals: str, cells: set[str]) -> None:
    below = f"{totals}。与上年相比，收、支总计各增加2.00万元。"
    assert marked(below, "一、收入支出决算总体情况说明") == cells


def test_a_line_that_is_all_of_its_class_lacks_no_amount() -> None:
    section = "五、一般公共预算财政拨款支出决算情况说明"
    line = "（1）教育支出5.40万元，{}小学教育（项），与年初预算一致。"
    assert marked(line.format("全部为"), section) == set()
