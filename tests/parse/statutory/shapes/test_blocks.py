"""Basic expenditure in blocks."""

from __future__ import annotations

import pytest

from tests.parse.statutory.test_read import read


def test_blocks_without_a_column_of_amounts_are_told() -> None:
    draft = read(
        "一般公共预算财政拨款基本支出决算表", "单位：万元", ["编码|名称|甲", "301|工资|1.00"]
    )
    assert "no column of amounts was found" in draft.remarks[0] and draft.rows("table6") == []
    assert "none of its rows was read" in draft.remarks[1]
    assert draft.rows("texts")[-1]["kind"] == "unread_table"


@pytest.mark.parametrize(
    ("code", "kind"), [("301", "class"), ("30101", "item"), ("3010101", "line")]
)
def test_kinds_of_a_block(code: str, kind: str) -> None:
    body = ["科目编码|科目名称|决算数", f"{code}|工资|1.00"]
    rows = read("一般公共预算财政拨款基本支出决算表", "单位：万元", body).rows("table6")
    assert [(row["kind"], row["group"]) for row in rows] == [(kind, "personnel")]


def test_a_row_with_two_codes_is_unread_and_told() -> None:
    """Two lines that were torn into one row: whose amount it is nobody knows."""
    body = ["科目编码|编码|科目名称|决算数", "301|302|工资|41.07", "301|05|补助|2.16"]
    draft = read("一般公共预算财政拨款基本支出决算表", "单位：万元", body)
    assert [(row["code"], row["actual"]) for row in draft.rows("table6")] == [("30105", "2.16")]
    assert any("two codes (301 302" in remark for remark in draft.remarks)
