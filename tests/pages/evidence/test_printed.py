"""What stands around a figure."""

from __future__ import annotations

import pytest

from juesuan.pages.evidence.printed import Printed, _end_of

WRAPPED = """一、收入支出决算总体情况说明

2024 年度支出总计 110.00 万元，其中：本年支出合

计 105.00 万元，结余分配 0.00

-3-
万元。与上年相比，增加 10.00 万元。
（二）其他
\t其他资金\t5.00\t0.00\t4.00
"""


def around(text: str, numeral: str, resource: str = "measures") -> tuple[str, str, str]:
    start = text.index(numeral)
    row = {"start": str(start), "end": str(start + len(numeral)), "resource": resource, "row": "x"}
    return Printed(text).around(row)


@pytest.mark.parametrize(
    ("numeral", "before", "after"),
    [
        (
            "105.00",
            "2024 年度支出总计 110.00 万元，其中：本年支出合计 ",
            " 万元，结余分配 0.00万元。与上年相比，增加 10.00 万元。",
        ),
        (
            "10.00 万元。",
            "… 万元，其中：本年支出合计 105.00 万元，结余分配 0.00万元。与上年相比，增加 ",
            "",
        ),
        ("4.00", " ｜ 其他资金 ｜ 5.00 ｜ 0.00 ｜ ", ""),
    ],
)
def test_a_sentence_is_quoted_across_the_lines_of_a_narrow_page(
    numeral: str, before: str, after: str
) -> None:
    found = around(WRAPPED, numeral)
    assert (found[0], found[2]) == (before, after)


def test_the_evidence_is_never_cut_inside_a_number() -> None:
    assert _end_of("甲" * 60 + "12,345.67" + "乙" * 42) == "…" + "乙" * 42
    assert _end_of("短文 1.5") == "短文 1.5"
    assert _end_of(("丙" * 42 + "12,345.67" + "甲" * 60)[::-1])[::-1] == "丙" * 42 + "…"


def test_cells_of_forms_are_quoted_alone() -> None:
    assert around("办公耗\n材=12 次 3 3.00\n出版物\n", "3.00", "indicators")[0] == "材=12 次 3 "


def test_words_are_found_whatever_spaces_and_marks_stand_between() -> None:
    found = Printed("一、绩效\n<p>标：</p> <p>完成了对 XX 篇(文档)的审读</p>\n").words(
        "标：完成了对XX篇（文档）的"
    )
    assert found is not None
    assert (found["line"], found["heading"], found["before"].strip(), found["after"].strip()) == (
        "2",
        "一、绩效",
        "",
        "审读",
    )
    assert Printed("别的").words("没有这一句") is None


def test_what_stands_around_a_figure_holds_no_hidden_character() -> None:
    text = "一、收\u202e入\n本年\u2066收入90.00万元\u200b。\n"
    start = text.index("90.00")
    row = {
        "figure_id": "f00001", "line": "2", "page": "", "start": str(start), "end": str(start + 5),
        "resource": "measures", "row": "x", "field": "actual",
    }  # fmt: skip
    printed = Printed(text)
    assert printed.around(row) == ("本年收入", "90.00", "万元。")
    assert printed.heading(row) == "一、收入"
    found = printed.words("本年收入")
    assert found and (found["line"], found["text"]) == ("2", "本年收入")
