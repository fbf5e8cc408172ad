"""What every shape of table asks of the table that is being read."""

from __future__ import annotations

import pytest

from juesuan.errors import TermsError
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.finding.find import find
from juesuan.parse.statutory.grid.cells import Row, SheetCell, texts
from juesuan.parse.statutory.shapes.reading import Reading, quote_text
from juesuan.parse.view import Reader
from tests.made_cells import view
from tests.made_tables import document

TABLE = ["科目编码|科目名称|本年支出合计", "201|甲|1.00", "||", "合计||1.00"]


def reading(*above: str, table: list[str] | None = None) -> Reading:
    made = document("支出决算表", *above, table or TABLE)
    reader = Reader(made)
    found = find(made, reader)[0]
    return Reading(found, found.sheet(reader), Draft(), "line 3")


def begins_with_a_digit(row: Row) -> bool:
    return row[0].text[:1].isdigit()


def test_the_resource_is_that_of_the_table() -> None:
    made = reading()
    assert made.table.id == "table3" and made.resource(("table5", "table3")) == "table3"
    with pytest.raises(
        TermsError, match="table3 has the shape coded; expected one of table1, table4"
    ):
        made.resource(("table1", "table4"))


def test_a_remark_names_the_place_and_the_table() -> None:
    made = reading()
    made.remark("two rows are alike")
    assert made.draft.remarks == [f"line 3: {made.table.label}: two rows are alike"]


def test_each_row_begins_with_amounts_of_its_own() -> None:
    made = reading()
    made.values().take("total", SheetCell(view("1.00"), True, 1, unit="万元"))
    assert "total" not in made.values().columns()


def test_the_first_row_of_figures_behind_a_row() -> None:
    made = reading(table=["编码|名称|金额", "201|甲|1.00", "其中||", "202|乙|2.00", "注||"])
    assert [made.first(begins_with_a_digit, after) for after in (-1, 0, 1, 2)] == [1, 1, 3, 3]
    assert made.first(begins_with_a_digit, 3) == 5


def test_rows_in_which_nothing_is_printed_are_left_out() -> None:
    assert [texts(row)[0] for row in reading().filled()] == ["科目编码", "201", "合计"]


def test_passages_of_a_table_are_counted_by_their_kind() -> None:
    made = reading()
    for kind, text in (("title", "支出决算表"), ("note", "注:甲,乙"), ("note", "备注:无")):
        quote_text(made.found, kind, view(text, 40), made.draft)
    rows = made.draft.rows("texts")
    assert [(row["section"], row["kind"], row["position"], row["text"]) for row in rows] == [
        ("table3", "title", "1", "支出决算表"),
        ("table3", "note", "1", "注：甲，乙"),
        ("table3", "note", "2", "备注：无"),
    ]
    assert [(one.field, one.start, one.end) for one in made.draft.claims] == [
        ("text", 40, 45), ("text", 40, 45), ("text", 40, 44),
    ]  # fmt: skip


def test_passages_of_other_sections_do_not_count_and_empty_ones_are_none() -> None:
    made = reading()
    made.draft.add("texts", section="table4", kind="note", position="1", text="注：丙")
    quote_text(made.found, "note", view(""), made.draft)
    assert len(made.draft.rows("texts")) == 1
    quote_text(made.found, "note", view("注:丁"), made.draft)
    assert made.draft.rows("texts")[-1]["position"] == "1"


def test_a_row_of_which_nothing_can_be_read_is_none_of_headings() -> None:
    bad = "\ufffd"
    made = reading(
        table=["科目编码|科目名称|本年支出合计", f"{3 * bad}|{2 * bad}|{bad}", "201|甲|1.00"]
    )
    assert made.first(begins_with_a_digit) == 1
    made = reading(table=[f"科目编码|{2 * bad}名称|本年支出合计", "201|甲|1.00"])
    assert made.first(begins_with_a_digit) == 1
    assert made.first(begins_with_a_digit, after=1) == 2
