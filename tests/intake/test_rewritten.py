"""What is published of active formats: the text and the tables, and nothing that does anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import intake
from juesuan.intake.composer import Composer, Placed
from juesuan.intake.file import File
from juesuan.intake.html import read_html
from juesuan.intake.reader import SIGN
from juesuan.intake.rewritten import page, rewritten
from juesuan.model import Document
from tests.intake.made import file
from tests.made_docx import like_word
from tests.made_pages import portal
from tests.made_pdf import Made


def nothing(_: Document) -> set[int]:
    return set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "write"), [("a.html", portal), ("a.docx", like_word), ("a.txt", portal)]
)
def test_the_text_stays_and_nothing_else(name: str, write: object, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(portal(Made(1)) if write is portal else like_word(Made(1)))
    document = intake.read(path)
    copy = intake.copy(path, nothing)
    assert (copy.how, copy.name) == ("rewritten", "a.html" if name == "a.html" else f"{name}.html")
    assert (copy.document.text, copy.document.tables, copy.document.remarks) == (
        document.text,
        document.tables,
        document.remarks,
    )
    told = copy.data.decode().lower()
    assert "default-src 'none'" in told
    assert all(
        one not in told
        for one in ("<script", "<style", "href", "src=", "onclick", "<img", "1234.56")
    )
    again = path.with_name(copy.name)
    again.write_bytes(copy.data)
    assert intake.copy(again, nothing).how == "received"


def test_what_is_masked_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<p>联系人王五，电话13812345678</p><table><tr><td>甲<td>1.00</table><!-- 王五 -->",
        encoding="utf-8",
    )
    mask = lambda document: {at for at in range(len(document.text)) if document.text[at] in "王五"}  # noqa: E731
    copy = intake.copy(path, mask)
    assert (
        copy.how == "rewritten"
        and "王" not in copy.data.decode()
        and "五" not in copy.data.decode()
    )
    assert copy.document.text == f"联系人{SIGN * 2}，电话13812345678\n甲\t1.00\n"
    path.write_bytes(copy.data)
    more = intake.copy(path, lambda document: {document.text.index("1")})
    assert more.how == "masked" and f"电话{SIGN}3812345678" in more.document.text


TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


@pytest.mark.slow
@given(st.lists(TEXT, max_size=5), st.lists(st.tuples(TEXT, TEXT), max_size=4), TEXT)
def test_any_text_is_the_same_when_it_is_read_again(
    before: list[str], rows: list[tuple[str, str]], remark: str
) -> None:
    made = Composer(file("a.docx", b"x"))
    for one in before:
        made.paragraph(one)
    made.table([Placed(i, j, text) for i, row in enumerate(rows) for j, text in enumerate(row)], 2)
    made.paragraph("完")
    made.remarks.append(f"是 {remark.split() and ascii(remark)}")
    document = intake.read.__globals__["without_secrets"](made.document("docx"))
    again = read_html(file("a.html", page(document, document.text)))
    assert (again.text, again.tables, again.remarks) == (
        document.text,
        document.tables,
        document.remarks,
    )
    assert rewritten(File(Path("a.docx"), b"x"), document, nothing).document.text == document.text


def test_cells_of_a_row_do_not_touch_for_who_reads_it_as_text() -> None:
    html = "<table><tr><td>甲<td>1,248.13<td>1,248.13<tr><td>乙<td><td>2.00</table>"
    read = read_html(file("a.html", html))
    shown = page(read, read.text)
    text = re.sub(r"<[^>]+>", "", shown.partition("<table")[2].partition(">")[2])
    assert text.split("\n")[1:3] == ["甲\t1,248.13\t1,248.13", "乙\t\t2.00"]
    assert read_html(file("b.html", shown)).text == read.text
