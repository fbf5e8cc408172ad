"""What styles say of elements."""

from __future__ import annotations

import re
import time

from selectolax.lexbor import LexborHTMLParser

from juesuan.intake.html.styled import declared, pseudo, ruled, sheets


def page(inner: str) -> LexborHTMLParser:
    return LexborHTMLParser(inner)


def test_style_sheets_without_comments() -> None:
    assert sheets(page("<style>/* a */b{}</style><style>c{}</style>")) == ["b{}", "c{}"]


def test_rules_that_hold_on_a_screen() -> None:
    tree = page(
        "<style>.a{display:none} @media print{.b{display:none}} @media screen{i{display:none}} u:hover{display:none} b[{display:none}</style>"
        "<p class=a>1</p><p class=b>2</p><i>3</i><u>4</u><b>5</b>"
    )
    found = [node.text() for node, _ in ruled(tree, re.compile("display"))]
    assert found == ["1", "3"]


def test_what_an_element_says_itself_counts_more() -> None:
    tree = page(
        "<style>p{display:grid; Color:red; grid-column: span 2 !important}</style><p style='Display: flex'>1</p><p>2</p>"
    )
    first, second = tree.css("p")
    found = declared(tree, "display", "grid-")
    assert found[first.mem_id] == {"display": "flex", "grid-column": "span 2"}
    assert found[second.mem_id] == {"display": "grid", "grid-column": "span 2"}


def test_what_is_written_before_and_behind_elements() -> None:
    tree = page(
        "<style>.a::before,i:after{content:'-'} b:hover{content:'x'} u[::before{content:'y'}</style>"
        "<p class=a>1</p><i>2</i><b>3</b><u>4</u>"
    )
    found = [(node.text(), before) for node, _, before in pseudo(tree, re.compile("content"))]
    assert found == [("1", True), ("2", False)]


def test_a_style_sheet_that_never_opens_a_rule_takes_no_time() -> None:
    begun = time.process_time()
    assert not [*ruled(page(f"<style>{'.a>b,' * 60_000}</style><p>1"), re.compile("a"))]
    assert time.process_time() - begun < 5
