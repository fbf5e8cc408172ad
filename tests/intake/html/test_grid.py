"""Tables of data, and tables that lay out a page."""

from __future__ import annotations

import time

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.html import read_html
from tests.intake.made import cells, file


def test_merged_cells_stand_where_they_are_shown() -> None:
    page = (
        "<table><caption>单位：万元</caption><tfoot><tr><td>合计<td colspan=2>3.00</tfoot>"
        "<thead><tr><th rowspan=2>项目<th colspan=2>决算</thead><tbody><tr><th>收入<th>支出</tbody>"
        "<tr><td>甲<br>乙<td><p>1.00</p><td>&nbsp;</table>"
    )
    document = read_html(file("a.html", page))
    assert document.text == "单位：万元\n项目\t决算\t\n\t收入\t支出\n甲 乙\t1.00\t\n合计\t3.00\t\n"
    assert cells(document) == [
        [
            (0, 0, 2, 1, "项目"), (0, 1, 1, 2, "决算"), (1, 1, 1, 1, "收入"), (1, 2, 1, 1, "支出"),
            (2, 0, 1, 1, "甲 乙"), (2, 1, 1, 1, "1.00"), (2, 2, 1, 1, ""), (3, 0, 1, 1, "合计"), (3, 1, 1, 2, "3.00"),
        ]
    ]  # fmt: skip


@pytest.mark.parametrize("span", ["1000000", "99999999999", "65534", "0", "-3", "x", ""])
def test_spans_are_bounded_by_the_table(span: str) -> None:
    page = f"<table><tr><td rowspan={span!r} colspan={span!r}>题<tr><td>甲<td>1.00<tr><td>乙<td>2.00</table>"
    begun = time.monotonic()
    document = read_html(file("a.html", page))
    assert time.monotonic() - begun < 1 and len(document.text) < 100
    (table,) = cells(document)
    assert all(column + columns <= document.tables[0].width for _, column, _, columns, _ in table)
    assert all(row + rows <= 3 for row, _, rows, _, _ in table)
    assert [one[4] for one in table if one[4]] == ["题", "甲", "1.00", "乙", "2.00"]
    covered = [(r, c) for row, column, rows, columns, _ in table
               for r in range(row, row + rows) for c in range(column, column + columns)]  # fmt: skip
    assert len(covered) == len(set(covered))


def test_a_row_that_is_hidden_is_no_row() -> None:
    page = "<table><tr><td>甲<td>1.00<tr style='display:none'><td>乙<td>2.00<tr><td>丙<td hidden>9<td>3.00</table>"
    document = read_html(file("a.html", page))
    assert document.text == "甲\t1.00\n丙\t3.00\n"
    assert "2 amounts among them" not in document.remarks[0] and "1 amounts" in document.remarks[0]


def test_tables_that_lay_out_the_page_are_paragraphs() -> None:
    inner = "<table><tr><td>项目<td>金额<tr><td>甲<td>1.00</table>"
    page = f"<table><tr><td width=200>栏</td><td><p>正文</p>{inner}<p>完</p></table>"
    document = read_html(file("a.html", page))
    assert document.text == "栏\n正文\n项目\t金额\n甲\t1.00\n完\n" and len(document.tables) == 1
    frame = read_html(file("a.html", "<table><tr><td><p>一</p><p>二</p><tr><td>三</table>"))
    assert (frame.text, frame.tables) == ("一\n二\n三\n", ())
    beside = read_html(file("a.html", f"<table><tr><td>栏<td>{'<p>正文说明。</p>' * 200}</table>"))
    assert beside.tables == () and beside.text.count("正文说明。\n") == 200


def test_a_table_inside_of_a_cell_of_data_is_its_text() -> None:
    rows = "".join(f"<tr><td>项目{i}<td>{i}.00" for i in range(9))
    page = f"<table>{rows}<tr><td>合计<td><table><tr><td>甲<td>1<tr><td>乙<td>2</table></table>"
    (table,) = cells(read_html(file("a.html", page)))
    assert table[-1] == (9, 1, 1, 1, "甲 1 乙 2")


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        "<table>" + "<tr>" + "<td>1" * 1_000_000, "<table>" + "<tr><td>1<td>2" * 500_000,
        "<table><tr><td>1<td>2" * 20_000, "<div>" * 1_000_000, "<table>" * 60_000, "<b><i>" * 200_000 + "1",
    ],
)  # fmt: skip
def test_a_hostile_page_is_read_or_refused_in_time(page: str) -> None:
    begun = time.monotonic()
    try:
        read_html(file("a.html", page))
    except UnreadableSourceError as error:
        assert "What to do" in str(error)
    assert time.monotonic() - begun < 20


def test_a_layout_of_one_row_is_none_of_data_though_most_of_its_text_is_prose() -> None:
    prose = "".join(
        f"<p>本部门第{i}项工作按照年初计划完成，支出均用于日常运转。</p>" for i in range(30)
    )
    data = "<table><tr><td>支出<td>3.70<tr><td>收入<td>4.10</table>"
    page = f"<table><tr><td><a href=/1>栏目</a></td><td>{prose}{data}</td></tr></table>"
    document = read_html(file("a.html", page))
    assert [len(one.cells) for one in document.tables] == [4]
