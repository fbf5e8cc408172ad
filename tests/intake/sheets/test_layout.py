"""A sheet as captions and tables."""

from __future__ import annotations

from pathlib import Path

from juesuan.intake.composer import Composer
from juesuan.intake.file import File
from juesuan.intake.sheets.cells import SheetCells
from juesuan.intake.sheets.grid import visible
from juesuan.intake.sheets.layout import write_sheet
from juesuan.model import Document

HEAD = ["科目编码", "科目名称", "合计", "基本支出"]
BODY = ["201", "一般公共服务支出", "7.00", "7.00"]


def sheet(
    name: str, *rows: list[str], merged: tuple[tuple[int, int, int, int], ...] = ()
) -> Document:
    cells = SheetCells(
        rows={
            i: {j: text for j, text in enumerate(row, 1) if text}
            for i, row in enumerate(rows, 1)
            if any(row)
        },
        merged=list(merged),
    )
    composer = Composer(File(Path("made.xlsx"), b"x"))
    composer.page(name)
    write_sheet(composer, visible(cells), name)
    return composer.document("xlsx")


def lines(document: Document) -> list[str]:
    return document.text.splitlines()


def test_captions_above_and_notes_below_are_text() -> None:
    found = sheet(
        "Sheet1",
        ["支出决算表"],
        ["", "", "", "公开03表"],
        ["部门：示例局", "", "", "单位：万元"],
        HEAD,
        BODY,
        ["合计", "", "7.00", "7.00"],
        ["注：本表反映支出情况。"],
        merged=((1, 1, 1, 4),),
    )
    assert lines(found)[:4] == ["支出决算表", "公开03表", "部门：示例局", "单位：万元"]
    (table,) = found.tables
    assert found.text[table.start : table.end].splitlines() == [
        "\t".join(HEAD), "\t".join(BODY), "合计\t\t7.00\t7.00",
    ]  # fmt: skip
    assert lines(found)[-1] == "注：本表反映支出情况。"
    assert found.address_of(found.text.index("201")) == "A5"
    assert found.address_of(0) == "A1" and found.page_name_of(0) == "Sheet1"


def test_each_title_on_a_sheet_begins_a_table() -> None:
    found = sheet(
        "全部",
        ["收入决算表"], HEAD, BODY, [], ["公开03表"], ["支出决算表"], ["单位：元"], HEAD, BODY,
    )  # fmt: skip
    assert len(found.tables) == 2
    between = found.text[found.tables[0].end : found.tables[1].start]
    assert between.splitlines() == ["公开03表", "支出决算表", "单位：元"]


def test_tables_that_stand_side_by_side_are_two() -> None:
    found = sheet(
        "全部",
        ["收入决算表", "", "", "", "", "支出决算表"],
        ["单位：万元", "", "", "", "", "单位：元"],
        [*HEAD, "", *HEAD], [*BODY, "", *BODY], ["", "", "", "", "", "202", "外交", "1.00", "1.00"],
    )  # fmt: skip
    assert len(found.tables) == 2
    between = found.text[found.tables[0].end : found.tables[1].start]
    assert between.splitlines() == ["支出决算表", "单位：元"]
    assert found.address_of(found.text.index("202")) == "F5"


def test_rows_of_tables_side_by_side_stand_below_one_another() -> None:
    wide = [*HEAD, "另列"]
    found = sheet(
        "全部",
        ["收入决算表", "", "", "", "支出决算表"], ["单位：万元", "", "", "", "单位：元"], [*HEAD, *HEAD], [*BODY, *BODY],
        ["一般公共预算财政拨款支出决算表", "", "", "", "", "政府性基金预算财政拨款收入支出决算表"], [*wide, *HEAD], [*BODY, "2.00", *BODY],
        ["国有资本经营预算财政拨款支出决算表"], HEAD, BODY,
    )  # fmt: skip
    assert [table.width for table in found.tables] == [4, 4, 5, 4, 4]
    titles = [line for line in found.text.splitlines() if line.endswith("表")]
    assert len(titles) == 5 and titles[3].startswith("政府性基金")


def test_a_title_that_only_the_tab_has() -> None:
    assert lines(sheet("GK03 支出决算表", HEAD, BODY))[0] == "支出决算表"
    assert lines(sheet("Sheet1", HEAD, BODY))[0] == "\t".join(HEAD)
    twice = sheet("支出决算表", ["支出决算表"], HEAD, BODY)
    assert twice.text.count("支出决算表") == 1


def test_headings_of_two_sides_belong_to_the_table() -> None:
    found = sheet(
        "收入支出决算总表",
        ["收入", "", "支出", ""], ["项目", "决算数", "项目", "决算数"], ["一、甲", "1.00", "一、乙", "1.00"],
        merged=((1, 1, 1, 2), (1, 3, 1, 4)),
    )  # fmt: skip
    (table,) = found.tables
    assert found.text[table.start : table.end].splitlines()[0] == "收入\t\t支出\t"
    assert [(one.column, one.columns) for one in table.cells[:2]] == [(0, 2), (2, 2)]


def test_a_row_with_a_label_alone_stays_in_the_table() -> None:
    found = sheet("支出决算表", HEAD, BODY, ["合计"])
    assert found.text.endswith("合计\t\t\t\n")


def test_a_row_that_says_that_the_table_goes_on_parts_it() -> None:
    document = sheet("Sheet1", ["支出决算表"], HEAD, BODY, ["续表"], ["单位：万元"], HEAD, BODY)
    assert len(document.tables) == 2
    assert lines(document)[3:5] == ["续表", "单位：万元"]
