"""Which print of a table is read, and in which unit each one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.statutory import read_statutory
from juesuan.parse.view import Reader
from tests.made_tables import document
from tests.parse.statutory.test_again import ROWS, reprinted, table, two


def test_a_print_that_cannot_be_read_gives_way_to_one_in_another_file(tmp_path: Path) -> None:
    facts = two(tmp_path, table(*ROWS, unit="单位：美元"), table(*ROWS))
    assert [row["total"] for row in facts.rows("table3")] == ["71.20", "71.20"]
    unread = [one.text for one in facts.figures if one.status == "unread"]
    assert unread.count("71.20") == 2, "those of the first file"
    broken = "\n".join(["支出决算表", "单位：万元", "其他\t某列\t某栏", "甲\t1.10\t2.20", ""])
    (folder := tmp_path / "more").mkdir()
    facts = two(folder, broken, table(*ROWS))
    assert [row["total"] for row in facts.rows("table3")] == ["71.20", "71.20"]
    assert "1.10" in {one.text for one in facts.figures if one.status == "unread"}


def test_in_the_same_file_a_second_print_is_published_as_a_text(tmp_path: Path) -> None:
    facts = two(tmp_path, f"{table(*ROWS)}\n其间有一段说明文字。\n{table(*ROWS)}", "别的。\n")
    assert not reprinted(facts) and len(facts.rows("table3")) == 2
    assert "unread_table" in {row["kind"] for row in facts.rows("texts")}


def test_a_second_print_without_a_unit_has_the_one_that_the_first_proves(tmp_path: Path) -> None:
    facts = two(tmp_path, table(*ROWS), table(*ROWS, unit="金额"))
    assert reprinted(facts)[0] == ("1", "total", "71.20")


def test_a_doubtful_unit_of_the_second_print_is_not_compared(tmp_path: Path) -> None:
    facts = two(tmp_path, table(*ROWS), table(*ROWS, unit="单位：元"))
    assert not reprinted(facts) and facts.rows("table3")[0]["total"] == "71.20"
    assert any("unit? 元 is printed" in remark for remark in facts.remarks)


@pytest.mark.parametrize(
    "note", ["（此页无正文）", "第3页", "审核人：某甲  制表人：某乙", "附注：较上年增加1.25"]
)
@pytest.mark.parametrize("at", [2, 3])
def test_a_row_across_all_columns_is_a_note_and_no_row_of_figures(note: str, at: int) -> None:
    rows = ["科目编码|科目名称|本年支出合计", "合计|<|3.25", "201|甲|3.25"]
    made = document("支出决算表", "单位：万元", [*rows[:at], f"{note}|<|<", *rows[at:]])
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert [row["name"] for row in draft.rows("table3")] == ["合计", "甲"]
    assert [row["kind"] for row in draft.rows("texts")].count("note") == 1


def test_a_total_that_stands_across_all_columns_is_none() -> None:
    made = document(
        "支出决算表", "单位：万元", ["科目编码|科目名称|本年支出合计", "201|甲|3.25", "合计|<|<"]
    )
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert not [row for row in draft.rows("texts") if row["kind"] == "note"]


def test_a_row_of_which_nothing_can_be_read_is_told_as_unread() -> None:
    rows = ["科目编码|科目名称|本年支出合计", "合计|<|3.25", "\ufffd|\ufffd|\ufffd", "201|甲|1.25"]
    made = document("支出决算表", "单位：万元", rows)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert [row["name"] for row in draft.rows("table3")] == ["合计", "甲"]
    assert [row["section"] for row in draft.rows("texts") if row["kind"] == "unread_row"] == [
        "table3"
    ]
