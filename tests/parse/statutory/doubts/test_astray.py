"""Columns of a statutory table on a sheet of their own."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.view import Reader
from tests.made_tables import document

TABLE = ["科目编码|科目名称|本年支出合计|基本支出", "201|甲|9.00|1.00", "205|乙|2.00|2.00"]


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (["项目支出|经营支出|7.40|", "8.60|||"], True),
        (["项目支出|经营支出|上缴上级支出|", "7.40||8.60|"], True),
        (["车辆|台数|说明|", "轿车|7.40|8.60|"], False),
    ],
)
def test_further_columns_on_the_next_page_are_unread_and_told(sheet: list[str], told: bool) -> None:
    made = document("支出决算表", "单位：万元", TABLE, "---", sheet)
    reader, draft = Reader(made), Draft()
    read_statutory(made, reader, draft)
    assert any("what stands in it is unread" in one for one in draft.remarks) == told
    quoted = [row["kind"] for row in draft.rows("texts") if row["section"] == "untitled_tables"]
    assert quoted == ["unread_table"] * told
    assert [row["code"] for row in draft.rows("table3")] == ["201", "205"]
    states = {one.text: one.status for one in ledger(made, reader, draft)}
    assert states["7.40"] == states["8.60"] == "unread"


@pytest.mark.parametrize(("row", "told"), [("7.40|||8.60", True), ("轿车|7.40||8.60", False)])
def test_a_table_without_words_is_unread_and_told(row: str, told: bool) -> None:
    made = document("支出决算表", "单位：万元", TABLE, "以上为支出。", "---", ["|||", row])
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert any("neither a title nor any words" in one for one in draft.remarks) == told
    assert [row["code"] for row in draft.rows("table3")] == ["201", "205"]
    quoted = [one["text"] for one in draft.rows("texts") if one["section"] == "untitled_tables"]
    assert quoted == ["7.408.60"] * told
