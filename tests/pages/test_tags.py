"""Attributes are found whatever stands around their values, and nowhere else."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from juesuan.pages.tags import Attribute, attributes, rewritten

_VALUE = st.text(alphabet="ab =/#甲'\"<>&-", max_size=8)


def test_attributes_are_read_one_after_the_other() -> None:
    page = """<a b="c d=e" f='g="h"' i=j/ k><l m="n"/>o=p</l>"""
    assert list(attributes(page)) == [
        Attribute("b", "c d=e", '"', False),
        Attribute("f", 'g="h"', "'", False),
        Attribute("i", "j/", "", False),
        Attribute("m", "n", '"', True),
    ]


def test_what_is_not_changed_stays_as_it_is() -> None:
    page = """<a b="c d=e" f='g="h"' i=j/ k><l m="n"/>o=p</l>"""
    assert rewritten(page, Attribute.written) == page
    assert rewritten(page, lambda one: one.written("x", '"')) == (
        '<a b="x" f="x" i="x" k><l m="x"/>o=p</l>'
    )


@given(st.lists(_VALUE, min_size=1, max_size=4))
def test_values_are_those_that_a_browser_reads(values: list[str]) -> None:
    said = "".join(f' x{at}="{html.escape(one)}"' for at, one in enumerate(values))
    page = f"<p{said}>x0=y</p>"
    assert [html.unescape(one.value) for one in attributes(page)] == values
    node = LexborHTMLParser(page).css_first("p")
    assert node and [node.attributes[f"x{at}"] or "" for at in range(len(values))] == values
