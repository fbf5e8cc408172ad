"""What style sheets write at amounts."""

from __future__ import annotations

import pytest

from juesuan.intake.html import read_html
from tests.intake.made import file


def read(style: str, cell: str) -> tuple[str, tuple[str, ...]]:
    page = f"<style>{style}</style><table><tr><td>其他<td>{cell}<tr><td>合计<td>4.50</table>"
    document = read_html(file("a.html", page))
    return document.text, document.remarks


@pytest.mark.parametrize(
    ("style", "cell", "text"),
    [
        (".n:before{content:'-'}", "<i class=n>3.70</i>", "-3.70"),
        ('.n::before { content : "\\2212" }', "<i class=n>3.70</i>", "−3.70"),
        (".x,.n::before{content:'\\2d '}", "<i class=n>3.70</i>", "-3.70"),
        ("[data-s]::before{content:attr(data-s)}", "<i data-s='-'>3.70</i>", "-3.70"),
        (".n::before{content:'('}.n::after{content:')'}", "<i class=n>3.70</i>", "(3.70)"),
        (".n::after{content:none}", "<i class=n>3.70</i>", "3.70"),
        (".n::before{content:'—'}", "<i class=n>甲3.70万元</i>", "甲3.70万元"),
        (".n::before{content:'\\d800 \\0 '}", "<i class=n>3.70</i>", "3.70"),
        ("p > .n::before{content:'-'}", "<i class=n>3.70</i>", "3.70"),
    ],
)
def test_it_is_read_at_an_amount(style: str, cell: str, text: str) -> None:
    assert read(style, cell)[0] == f"其他\t{text}\n合计\t4.50\n"


@pytest.mark.parametrize("content", ["var(--minus)", "counter(x)", "url(minus.png)"])
def test_what_it_takes_from_elsewhere_leaves_the_amount_unreadable(content: str) -> None:
    text, remarks = read(f".n::before{{content:{content}}}", "<b class=n>3.70</b>")
    assert text == "其他\t□\n合计\t4.50\n"
    assert any(one.startswith("1 amounts stand beside a picture or a text") for one in remarks)
