"""Headings taken from a table and bound to its columns."""

from __future__ import annotations

import pytest

from juesuan.errors import TermsError
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.finding.find import find
from juesuan.parse.statutory.grid.cells import texts
from juesuan.parse.statutory.shapes.heading import bind_columns, take_head
from juesuan.parse.statutory.shapes.reading import Reading
from juesuan.parse.view import Reader
from tests.made_tables import document


def reading(*table: str | list[str]) -> Reading:
    made = document("支出决算表", "单位：万元", *table)
    reader = Reader(made)
    found = find(made, reader)[0]
    return Reading(found, found.sheet(reader), Draft(), "line 3")


HEAD = "科目编码|科目名称|本年支出合计|基本支出"


def test_headings_that_a_later_page_repeats_and_numbers_of_columns_go() -> None:
    made = reading([HEAD, "栏次|1|2|3", "201|甲|1.00|1.00"], "---", [HEAD, "204|乙|2.00|2.00"])
    assert take_head(made, 1) == HEAD.split("|")
    assert [texts(row)[0] for row in made.sheet.rows] == ["201", "204"]


def test_a_heading_in_a_row_of_figures_stays_and_heads() -> None:
    made = reading(["科目编码|<|科目名称|本年支出合计", "类|款|合计|3.00", "201||甲|3.00"])
    assert take_head(made, 1)[:2] == ["科目编码/类", "科目编码/款"]
    assert texts(made.sheet.rows[0]) == ["类", "款", "合计", "3.00"]


def test_columns_are_bound_once_and_the_rest_is_told() -> None:
    made = reading(["行次|本年支出合计|基本支出|基本支出|不认识的一栏|", "1|2.00|2.00|2.00|1.00|"])
    paths = take_head(made, 1)
    assert bind_columns(made, paths, list(range(6))) == {"total": 1, "basic": 2}
    assert [one.split(": ")[-1] for one in made.draft.remarks] == [
        "the heading 基本支出 is bound already; its column is not published",
        "the heading 不认识的一栏 is not known; its column is not published",
    ]


def test_a_resource_without_rows_of_the_shape_is_an_error_of_the_definition() -> None:
    made = reading([HEAD, "201|甲|1.00|1.00"])
    assert made.resource(("table2", "table3")) == "table3"
    with pytest.raises(TermsError, match="table3 has the shape coded"):
        made.resource(("table1",))


def test_an_amount_among_headings_is_unread_and_told() -> None:
    table = [f"{HEAD} 7,310.25", "201|甲|1.00|1.00"]
    source = document("支出决算表", "单位：万元", table).text
    made = reading(table)
    take_head(made, 1)
    assert "1 amounts stand among its headings (7,310.25)" in made.draft.remarks[-1]
    place = source.index("7,310.25")
    assert not [1 for a, b in made.draft.references if a <= place < b]


def test_headings_that_are_printed_again_in_the_middle_of_a_page_go() -> None:
    rows = ["201|甲|5.20|5.20", HEAD, "205|乙|2.10|2.10", "合计|||"]
    made = reading([HEAD, *rows])
    assert take_head(made, 1) == HEAD.split("|")
    assert [texts(row)[0] for row in made.sheet.rows] == ["201", "205", "合计"]


@pytest.mark.parametrize(
    "heads",
    [
        "本年支出合计 Total|基本支出 Basic",
        "本年支出合计/Total|基本支出/Basic Expenditure",
        "“本年支出合计”|“基本支出”",
        "本年支出合计（1）|基本支出（2）",
        "本年支出合计=A+B|基本支出A",
    ],
)
def test_what_stands_beside_a_heading_and_says_nothing_is_left_aside(heads: str) -> None:
    made = reading([f"科目编码|科目名称|{heads}", "201|甲|2.00|2.00"])
    assert bind_columns(made, take_head(made, 1), [2, 3]) == {"total": 2, "basic": 3}
    assert not made.draft.remarks


@pytest.mark.parametrize("head", ["Total", "基本支出A类", "其中：基本支出以外"])
def test_other_headings_are_told(head: str) -> None:
    made = reading([f"科目编码|科目名称|{head}|基本支出", "201|甲|2.00|2.00"])
    assert 2 not in bind_columns(made, take_head(made, 1), [2, 3]).values()
    assert any("is not known" in remark for remark in made.draft.remarks)


def test_illegible_amounts_among_headings_are_unread() -> None:
    made = reading([f"{HEAD}|项目支出", "合计||□,□□□.□□|□□.□□|□.□□"])
    take_head(made, 2)
    assert any("3 amounts stand among its headings" in one for one in made.draft.remarks)
    assert not made.sheet.rows
