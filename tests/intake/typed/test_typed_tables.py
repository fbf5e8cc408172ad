"""Tables that are typed into texts: what a table is there, and what is none."""

from __future__ import annotations

import time

import pytest

from juesuan.intake.text.characters import clean
from juesuan.intake.text.marks import unmark
from juesuan.intake.typed.typed_tables import is_title, typed_tables, with_typed_tables
from juesuan.model import Document, Table

ROWS = [
    "科目编码|科目名称|合计|基本支出|项目支出",
    "205|教育支出|12.50|10.00|2.50",
    "合计||12.50|10.00|2.50",
]


def tables(text: str) -> list[Table]:
    return list(typed_tables(unmark(clean(text)), text))


def cells(text: str) -> list[tuple[int, int, int, str]]:
    (table,) = tables(text)
    return [
        (one.row, one.column, one.columns, text[one.start : one.end])
        for one in table.cells
        if one.end > one.start
    ]


def written(separator: str, title: str = "支出决算表", unit: str = "单位：万元") -> str:
    return "\n".join(
        [title, unit, *(row.replace("|", separator) for row in ROWS), "", "下面的话。"]
    )


@pytest.mark.parametrize("separator", ["\t", "|", " | ", "｜"])
def test_cells_between_tabs_and_bars(separator: str) -> None:
    found = cells(written(separator))
    assert found[:5] == [
        (0, i, 1, text)
        for i, text in enumerate(("科目编码", "科目名称", "合计", "基本支出", "项目支出"))
    ]
    assert found[-4:] == [
        (2, 0, 1, "合计"),
        (2, 2, 1, "12.50"),
        (2, 3, 1, "10.00"),
        (2, 4, 1, "2.50"),
    ]
    (table,) = tables(written(separator))
    assert table.is_ruled and table.width == 5
    assert written(separator)[table.end :].strip() == "下面的话。"


def test_columns_between_blanks_must_be_confirmed_by_sums() -> None:
    lines = [
        "支出决算表",
        "科目编码   科目名称    合计    基本支出",
        "205        教育支出    12.50   10.00",
        "合计                   12.50   10.00",
    ]
    (table,) = tables("\n".join(lines))
    assert not table.is_ruled and table.width == 4
    assert cells("\n".join(lines))[-3:] == [
        (2, 0, 1, "合计"),
        (2, 2, 1, "12.50"),
        (2, 3, 1, "10.00"),
    ]


def test_blanks_that_tell_no_columns() -> None:
    lines = [
        "支出决算表",
        "编码  名称  合计  基本支出",
        "205  教育支出  12.50  10.00",
        "合计  12.50",
    ]
    assert tables("\n".join(lines)) == []
    lines[-1] = "206  科学技术支出  12.50  10.00"
    (table,) = tables("\n".join(lines))  # all rows have as many cells
    assert table.width == 4


def test_a_heading_covers_the_empty_columns_that_have_headings_below() -> None:
    text = "\n".join(
        [
            "支出决算表",
            "项目\t\t本年支出\t\t年末",
            "编码\t名称\t合计\t基本\t",
            "205\t教育\t2.50\t2.50\t",
        ]
    )
    assert cells(text)[:5] == [
        (0, 0, 2, "项目"), (0, 2, 2, "本年支出"), (0, 4, 1, "年末"), (1, 0, 1, "编码"), (1, 1, 1, "名称"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        written("\t", title="某某工作安排表"),
        written("\t", title="支出决算表说明"),
        "目录\n一、收入决算表\n二、支出决算表\n第一部分\n" + written("\t", title="话"),
        "支出决算表\n见附件。  全部  公开。\n本年支出12.50万元。",
        "支出决算表\n　　本年支出12.50万元。\n　　增加2.50万元。",
        "支出决算表\n甲\t乙\n12.50\t2.50\n",
        "支出决算表",
        "",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert tables(text) == []


def test_what_the_format_knows_already_is_left_alone() -> None:
    text = written("\t")
    start = text.index("科目编码")
    known = Table(1, start, len(text), 5, ())
    document = Document("", "", 1, "", text, clean(text), tables=(known,))
    assert with_typed_tables(document).tables == (known,)
    (table,) = with_typed_tables(Document("", "", 1, "", text, clean(text))).tables
    assert (table.page, table.width) == (1, 5)


def test_a_title_within_a_known_table_is_the_title_of_that_table() -> None:
    text = "收入决算表\t\t\n科目编码\t科目名称\t本年收入合计\n201\t甲\t1.00\n"
    known = Table(1, 0, len(text), 3, ())
    document = Document("", "", 1, "", text, clean(text), tables=(known,))
    assert with_typed_tables(document).tables == (known,)
    assert len(list(typed_tables(clean(text), text))) == 1


def test_a_row_of_which_the_end_was_trimmed() -> None:
    text = "\n".join(
        ["支出决算表", "项目\t合计\t基本", "一、教育", "二、科学\t2.50\t2.50", "合计", "注：话。"]
    )
    assert [text for _, _, _, text in cells(text)] == [
        "项目",
        "合计",
        "基本",
        "一、教育",
        "二、科学",
        "2.50",
        "2.50",
        "合计",
    ]


def test_titles() -> None:
    for text in ("支出决算表", "三、支出决算表（单位：万元）", "公开03表 支 出 决 算 表"):
        assert is_title(clean(text), (0, len(text)))
    assert not is_title("支出决算表见附件", (0, 8))


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["甲\t乙\t丙", "甲   乙   丙", "支出决算表", "支出决算表\n甲\t乙\t1.50", "\t" * 5000]
)
def test_bounded_time(line: str) -> None:
    text = "支出决算表\n" + f"{line}\n" * (400_000 // len(line))
    begun = time.process_time()
    list(typed_tables(text, text))
    assert time.process_time() - begun < 20
