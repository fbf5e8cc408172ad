"""Attributes are found whatever stands around their values, and nowhere else."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from juesuan.pages.tags import Attribute, rewritten, values

_VALUE = st.text(alphabet="ab =/#甲'\"<>&-", max_size=8)


def test_attributes_are_read_one_after_the_other() -> None:
    page = """<a b="c d=e" f='g="h"' i=j/ k><l m="n"/>o=p</l>"""
    found: list[Attribute] = []
    rewritten(page, lambda one: found.append(one) or "")
    assert found == [
        Attribute("b", "c d=e", '"', False),
        Attribute("f", 'g="h"', "'", False),
        Attribute("i", "j/", "", False),
        Attribute("m", "n", '"', True),
    ]
    told = [(one.name, one.value) for one in found]
    assert list(values(page, "bdfgikmo")) == told
    assert list(values(page + page, "b")) == [("b", "c d=e")]


def test_what_is_not_changed_stays_as_it_is() -> None:
    page = """<a b="c d=e" f='g="h"' i=j/ k><l m="n"/>o=p</l>"""
    assert rewritten(page, Attribute.written) == page
    assert rewritten(page, lambda one: one.written("x", '"')) == (
        '<a b="x" f="x" i="x" k><l m="x"/>o=p</l>'
    )


@pytest.mark.slow
@given(st.lists(_VALUE, min_size=1, max_size=4))
def test_told_are_those_that_a_browser_reads(told: list[str]) -> None:
    said = "".join(f' x{at}="{html.escape(one)}"' for at, one in enumerate(told))
    names = [f"x{at}" for at in range(len(told))]
    page = f"<p{said}>x0=y</p>"
    assert [html.unescape(value) for _, value in values(page, names)] == told
    node = LexborHTMLParser(page).css_first("p")
    assert node and [node.attributes[f"x{at}"] or "" for at in range(len(told))] == told
