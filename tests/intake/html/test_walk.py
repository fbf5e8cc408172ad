"""Elements become paragraphs."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from juesuan.intake.html import read_html
from juesuan.intake.html.walk import Walk
from juesuan.intake.reader import SIGN
from tests.intake.made import file


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>一  、\n收入<p>二<br>三<br/><br>四<hr>五", "一 、 收入\n二\n三\n四\n五\n"),
        ("<p>1,234&nbsp;<b>.5</b><font>0</font>万元", "1,234\xa0.50万元\n"),
        ("<div>甲<p>乙</p>丙<span>丁</span></div>", "甲\n乙\n丙丁\n"),
        ("<pre>甲  乙\n丙</pre>丁", "甲  乙\n丙\n丁\n"),
        ("<p>10<sup>2</sup>平方米<sup>注</sup>", "10²平方米注\n"),
        ("<p>CO<sub>2</sub>排放3.50<sub>2</sub>万元", "CO2排放3.50²万元\n"),
        ("<p>&#26376;&lt;&amp;&quot;", '月<&"\n'),
        ("<center><h1>题</h1></center><dl><dt>甲<dd>乙</dl>", "题\n甲\n乙\n"),
    ],
)
def test_paragraphs(page: str, text: str) -> None:
    assert read_html(file("a.html", page)).text == text


def test_links_are_counted_and_files_named() -> None:
    tree = LexborHTMLParser(
        "<p><a href='/a.html'>别的页</a>正文<a href='#b'>本页</a><p>附件：<a href='b/表%201.xlsx?x=1'> 决算表\n</a><a href='c.pdf'><img></a>"
    )
    assert tree.body
    walk = Walk(frozenset())
    first, second = walk.over(tree.body)
    assert (first.linked, first.filed) == (3, 0) and (second.linked, second.filed) == (0, 3)
    assert walk.files == ["决算表", "c.pdf"] and walk.pictures == 1


def test_what_elements_call_furniture() -> None:
    tree = LexborHTMLParser(
        "<nav>一</nav><div class='main-nav'><p>二</p></div><div id=footer>三</div><div class='navigator'>四</div><div role=banner>五</div><h2>六</h2>"
    )
    assert tree.body
    blocks = Walk(frozenset()).over(tree.body)
    assert [block.is_furniture for block in blocks] == [True, True, True, False, True, False]
    assert [block.is_heading for block in blocks] == [False] * 5 + [True]


@pytest.mark.parametrize(
    "cell",
    [
        "<bdo dir=rtl>07.3</bdo>",
        "<span style='unicode-bidi:bidi-override;direction:rtl'>07.3</span>",
    ],
)
def test_digits_that_are_shown_from_right_to_left_are_not_read(cell: str) -> None:
    page = (
        f"<p>支出{cell}万元，收入1.20万元</p><table><tr><td>甲<td>{cell}<tr><td>乙<td>1.20</table>"
    )
    document = read_html(file("a.html", page))
    assert "07" not in document.text and document.text.count(f"{SIGN}{SIGN}.{SIGN}") == 2
    assert document.text.count("1.20") == 2
    assert any("from right to left" in one for one in document.remarks)


@pytest.mark.parametrize(
    "struck",
    ["<s>9.99</s>", "<del>9.99</del>", "<span style='text-decoration: line-through'>9.99</span>",
     "<span class=old>9.99</span>", "<s><b>9</b>.99</s>"],
)  # fmt: skip
def test_what_is_struck_out_counts_no_longer_and_is_told(struck: str) -> None:
    page = "<style>.old{text-decoration:line-through}</style>"
    table = f"<table><tr><td>合计<td>{struck}4.50<td>{struck}</table>"
    document = read_html(file("a.html", f"{page}<p>{struck}4.50万元{table}"))
    assert document.text == "4.50万元\n合计\t4.50\t\ufffd\ufffd\ufffd\n"
    assert any("struck out" in one for one in document.remarks)


def test_a_cell_that_is_struck_out_as_a_whole() -> None:
    style = "style='text-decoration:line-through'"
    document = read_html(file("a.html", f"<table><tr><td>合计<td {style}>9.9<td>1.1</table>"))
    assert document.text == "合计\t\ufffd\ufffd\t1.1\n"


@pytest.mark.parametrize(
    "mark",
    ["<small>1</small>", "<span class=note>1</span>", "<font size=1>1</font>",
     "<i style='position:relative;bottom:4px'>1</i>"],
)  # fmt: skip
def test_a_number_set_apart_behind_the_decimals_of_a_cell_is_the_mark_of_a_note(mark: str) -> None:
    page = f"<table><tr><td>合计<td>4.50{mark}<td>4.5{mark}</table><p>10.05<b>1</b>"
    assert read_html(file("a.html", page)).text == "合计\t4.50¹\t4.51\n10.051\n"


@pytest.mark.parametrize(
    "cell",
    ["<td style='color:red'>4.50", "<td><font color='#FF0000'>4.</font><font color=red>50</font>",
     "<td class=r>4.50", "<td><span class='text-neg'>4.50</span>",
     "<td><p style='text-align:right;color:rgb(192, 0, 0)'><b>4.50</b></p>"],
)  # fmt: skip
def test_an_amount_in_red_without_a_sign_is_unreadable_and_told(cell: str) -> None:
    style, rest = "<style>.r{color:#c00}</style>", "<td>1.20<td>-3.30"
    document = read_html(file("a.html", f"{style}<table><tr><td>其他{cell}{rest}</table>"))
    assert document.text == f"其他\t{SIGN}\t1.20\t-3.30\n"
    assert document.remarks[0].startswith("1 amounts of tables are set in red, which may mean")


@pytest.mark.parametrize(
    "row",
    ["<td style='color:red'>-4.50<td>1.20<td>1.30", "<td style='color:red'>2024<td>1.20<td>1.30",
     "<td style='color:red'>4.50<td style='color:red'>1.20<td>1.30"],
)  # fmt: skip
def test_red_says_nothing_of_other_cells(row: str) -> None:
    document = read_html(file("a.html", f"<table><tr><td>其他{row}</table>"))
    assert SIGN not in document.text and not document.remarks


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("<img src=minus.gif width=5 height=2>", SIGN), ("<svg width=9><path/></svg>", SIGN),
        ("<img src=space.gif width=1 height=1>", "4.50"), ("<img hidden src=a.gif>", "4.50"),
    ],
)  # fmt: skip
def test_a_picture_beside_an_amount_may_be_its_sign(drawn: str, text: str) -> None:
    page = f"<table><tr><td>{drawn}其他<td>{drawn}4.50<td>1.20</table>"
    assert read_html(file("a.html", page)).text == f"其他\t{text}\t1.20\n"


def test_digits_of_a_short_text_in_another_order_are_not_read() -> None:
    turned = "<span style='display:flex;flex-direction:row-reverse'><i>0</i><i>7.3</i></span>"
    laid = "<div style='display:flex;flex-direction:row-reverse'><div>甲单位全年支出共计1.20万元，与上年持平</div></div>"
    text = read_html(file("a.html", f"{laid}<table><tr><td>甲<td>{turned}</table>")).text
    assert "1.20" in text and "7.3" not in text
