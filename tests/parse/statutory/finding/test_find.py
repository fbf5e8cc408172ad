"""Tables found: what goes on, what stands around, what is a note."""

from __future__ import annotations

import pytest

from juesuan.parse.statutory.finding.find import Found, find, is_note
from juesuan.parse.view import Reader
from tests.made_tables import document

TABLE = ["科目编码|科目名称|本年支出合计|基本支出", "201|甲|1.00|1.00"]
MORE = ["204|乙|2.00|2.00"]


def found(*parts: str | list[str]) -> list[Found]:
    made = document(*parts)
    return find(made, Reader(made))


@pytest.mark.parametrize(
    ("between", "pieces"),
    [
        (["---"], 2),
        (["---", "（续表）"], 2),
        (["---", "接上页表"], 2),
        (["---", "表3（续）"], 2),
        (["---", "第2页 共3页"], 2),
        (["---", "第二部分"], 1),
        (["---", "单位：万元"], 2),
        (["---", "支出决算表", "单位：万元"], 2),
        (["---", "---"], 1),
        (["---", "说明如上"], 1),
        (["---", "某项决算附表 单位：万元"], 1),
    ],
)
def test_the_next_piece_of_a_table(between: list[str], pieces: int) -> None:
    assert len(found("支出决算表", "单位：万元", TABLE, *between, MORE)[0].pieces) == pieces


def test_a_repeated_title_above_the_same_rows_begins_a_second_print() -> None:
    again = found("支出决算表", "单位：万元", TABLE, "支出决算表", "单位：万元", [*TABLE, *MORE])
    assert [len(one.pieces) for one in again] == [1, 1]


@pytest.mark.parametrize(
    ("more", "pieces"),
    [
        (["204|乙|2.00|2.00|3|4"], 2),
        (["204|乙|2.00|2.00|3|4|5"], 1),
        (["科目编码|科目名称|本年支出合计|基本支出", "204|乙|2.00|2.00"], 2),
        (["编码|名称|收入|支出", "204|乙|2.00|2.00"], 1),
        (["项目支出|经营支出|3.10|", "5.10|||"], 1),
    ],
)
def test_a_piece_is_alike(more: list[str], pieces: int) -> None:
    assert len(found("支出决算表", TABLE, "---", more)[0].pieces) == pieces


def test_what_stands_above_belongs_to_the_table() -> None:
    one = found("公开03表", "支出决算表", "编制单位：某局", "金额单位：元", TABLE)[0]
    assert [line.text for line in one.above] == ["编制单位:某局", "金额单位:元", "公开03表"]


def test_notes_reach_to_the_end_of_their_sentence() -> None:
    one = found(
        "支出决算表", TABLE, "注：本表反映本年", "各项支出。", "备注：无", "收入。", "下文"
    )[0]
    assert [line.text for line in one.notes] == ["注:本表反映本年各项支出。", "备注:无收入。"]
    assert is_note("1.本表反映收入") and not is_note("本年支出")


def test_a_repeated_title_above_further_rows_of_one_class_goes_on() -> None:
    head = ["类|款|项|科目名称|本年支出合计", "208|05|01|甲|1.00"]
    more = ["类|款|项|科目名称|本年支出合计", "208|08|02|乙|2.00", "210|||丙|3.00"]
    (one,) = found("支出决算表", "单位：万元", head, "支出决算表", "单位：万元", more)
    assert len(one.pieces) == 2


def test_a_label_that_both_halves_of_a_summary_have_begins_no_second_print() -> None:
    first = ["项目|决算数|项目", "一、甲|1.00|一、乙", "二、丙|1.00|"]
    rest = ["二、丙|2.00|", "三、丁|3.00|", "总计|5.00|总计"]
    (one,) = found("收入支出决算总表", "单位：万元", first, "收入支出决算总表", "单位：万元", rest)
    assert len(one.pieces) == 2
