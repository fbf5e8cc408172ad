"""Two tables in one grid without a title between them are never merged."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.statutory.doubts.second import is_crowded, part_second, second_row
from juesuan.parse.statutory.finding.find import Found, find
from juesuan.parse.view import Reader
from tests.made_tables import document

HEAD = "科目编码|科目名称|本年支出合计|基本支出|项目支出"
FIRST = ["合计|<|9.10|6.00|3.10", "201|甲|4.10|1.00|3.10", "205|乙|5.00|5.00|"]
SECOND = ["合计|<|7.25|5.00|2.25", "201|甲|2.25||2.25", "205|乙|5.00|5.00|"]
OTHER_HEAD = "科目编码|科目名称|年初结转和结余|本年收入|年末结转和结余"
FUNDS = ["合计|<|0.50|3.00|3.50", "212|丙|0.50|3.00|3.50"]
SUMS = {"table3": ["9.10", "4.10", "5.00"]}
LINED = "科目编码|科目名称|行次|本年支出合计|基本支出"

Parts = tuple[str | list[str], ...]


def read(*parts: str | list[str]) -> tuple[dict[str, list[str]], list[str], list[str]]:
    """The totals by table, the figures that are unread, the remarks."""
    made = document(*parts)
    reader, draft = Reader(made), Draft()
    read_statutory(made, reader, draft)
    totals = {
        name: [row["total"] for row in draft.rows(name)]
        for name in ("table3", "table5", "table8")
        if draft.rows(name) and "total" in draft.rows(name)[0]
    }
    figures = ledger(made, reader, draft)
    unread = [one.text for one in figures if one.status == "unread" and "." in one.text]
    return totals, unread, draft.remarks


@pytest.mark.parametrize(
    ("rows", "unread"),
    [
        ([*FIRST, HEAD, *SECOND], 7),
        ([*FIRST, *SECOND], 7),
        ([*FIRST, HEAD, *SECOND, HEAD, *SECOND], 14),
        ([*FIRST, HEAD.replace("本年支出", ""), *SECOND], 7),
        ([*FIRST, HEAD, *reversed(SECOND)], 7),
        ([*FIRST, OTHER_HEAD, *FUNDS], 6),
        ([*FIRST, "|||1|2|3".replace("|||", "栏次|<|"), HEAD, *SECOND], 7),
        ([*FIRST, OTHER_HEAD, "合计|<||1.00|"], 1),
    ],
)
def test_the_second_is_unread_and_the_first_is_read(rows: list[str], unread: int) -> None:
    totals, left, remarks = read("支出决算表", "单位：万元", [HEAD, *rows])
    assert totals == SUMS and len(left) == unread
    assert any("another table begins in its grid" in one for one in remarks)


@pytest.mark.parametrize(
    "rows",
    [
        [*FIRST, HEAD, "206|丁|0.00|0.00|"],
        [*FIRST[:2], HEAD, FIRST[2]],
        [*FIRST, FIRST[0]],
        [*FIRST, FIRST[2]],
        [*FIRST, "201|06注2|丁||0.00"],
        [*FIRST, "注：本表反映支出|<|<|<|<"],
        [*FIRST, "||||"],
    ],
)
def test_one_table_stays_one(rows: list[str]) -> None:
    totals, unread, remarks = read("支出决算表", "单位：万元", [HEAD, *rows])
    assert totals["table3"][:3] == SUMS["table3"] and not unread
    assert not any("another table" in one for one in remarks)


def test_without_proof_both_are_unread() -> None:
    wrong = [*FIRST[:2], "205|乙|5.50|5.50|"]
    totals, unread, remarks = read("支出决算表", "单位：万元", [HEAD, *wrong, HEAD, *SECOND])
    assert totals == {} and len(unread) == 15
    assert any("do not confirm where" in one for one in remarks)


def test_titles_of_both_above_the_grid_leave_it_unread() -> None:
    titles = ("支出决算表", "一般公共预算财政拨款支出决算表")
    totals, unread, _ = read(*titles, "单位：万元", [HEAD, *FIRST, HEAD, *SECOND])
    assert totals == {} and len(unread) == 15
    made = document(*titles, [HEAD, *FIRST, HEAD, *SECOND])
    (one,) = find(made, Reader(made))
    assert isinstance(one, Found) and not is_crowded(one, Reader(made))
    part_second(one, Reader(made))
    assert is_crowded(one, Reader(made)) and len(one.rest) == 1


def test_two_tables_without_amounts_are_not_merged() -> None:
    nothing = ["科目编码|科目名称|年初结转和结余|本年收入|本年支出", "合计|<|0.00|0.00|0.00"]
    made = document("政府性基金预算财政拨款收入支出决算表", "单位：万元", nothing * 2)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert [row["revenue"] for row in draft.rows("table8")] == ["0.00"]
    assert not draft.rows("table9")
    assert any("another table begins in its grid" in one for one in draft.remarks)


@pytest.mark.parametrize("head", [[], [LINED]])
def test_numbers_of_lines_that_begin_again(head: list[str]) -> None:
    first = ["合计|<|1|3.10|3.10", "201|甲|2|3.10|3.10"]
    second = ["212|丙|1|4.20|4.20", "213|丁|2|5.20|5.20"]
    totals, unread, _ = read("支出决算表", "单位：万元", [LINED, *first, *head, *second])
    assert totals == {"table3": ["3.10", "3.10"]}
    assert unread == ["4.20", "4.20", "5.20", "5.20"]


def test_what_stands_below_a_total_of_two_sides() -> None:
    head = ["收入|<|支出|<", "项目|决算数|项目|决算数"]
    rows = ["一、甲收入|3.00|一、乙支出|3.00", "本年收入合计|3.00|本年支出合计|3.00"]
    total = ["总计|3.00|总计|3.00"]
    more = ["一、丙拨款|2.00|一、丁支出|2.00", "总计|2.00|总计|2.00"]
    for between in ([], head):
        made = document("收入支出决算总表", "单位：万元", [*head, *rows, *total, *between, *more])
        draft = Draft()
        read_statutory(made, Reader(made), draft)
        assert [row["actual"] for row in draft.rows("table1")] == ["3.00"] * 6
        assert any("another table begins in its grid" in one for one in draft.remarks)


def test_the_second_may_begin_on_the_next_page() -> None:
    parts: Parts = ([HEAD, *FIRST[:2]], "---", [HEAD, FIRST[2], HEAD, *SECOND], "---", FIRST[1:])
    totals, unread, _ = read("支出决算表", "单位：万元", *parts)
    assert totals == SUMS and len(unread) == 12


def test_an_untitled_table_on_the_next_page_is_no_piece_of_the_one_before() -> None:
    totals, unread, _ = read("支出决算表", "单位：万元", [HEAD, *FIRST], "---", [HEAD, *SECOND])
    assert totals == SUMS and len(unread) == 7


def test_the_row_of_a_second_table() -> None:
    made = document("支出决算表", [HEAD, *FIRST, OTHER_HEAD, *FUNDS])
    (one,) = find(made, Reader(made))
    assert isinstance(one, Found) and second_row(one.table, one.sheet(Reader(made))) == 4
