"""Terms in texts: links to the disclosure's own definitions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from juesuan.pages.disclosure.glossary import Glossary


def test_a_term_is_linked_once_to_its_definition() -> None:
    marked = Glossary(["基本支出"]).marked(Markup("基本支出和基本支出"))
    assert marked == '<a class="term" href="#t-基本支出">基本支出</a>和基本支出'


def test_the_longer_term_is_the_term() -> None:
    marked = Glossary(["支出", "支出决算"]).marked(Markup("支出决算、支出"))
    assert marked == (
        '<a class="term" href="#t-支出决算">支出决算</a>、<a class="term" href="#t-支出">支出</a>'
    )


def test_other_links_and_attributes_stay_as_they_are() -> None:
    text = Markup('<a class="n" href="#x">收入 <b>收入</b></a><span title="收入">说</span>收入')
    marked = Glossary(["收入"]).marked(text)
    assert marked == text[: -len("收入")] + Markup('<a class="term" href="#t-收入">收入</a>')


def test_tags_that_begin_like_links_are_none() -> None:
    marked = Glossary(["收入"]).marked(Markup("<abbr>收入</abbr>"))
    assert marked == '<abbr><a class="term" href="#t-收入">收入</a></abbr>'


def test_single_characters_and_no_terms_mark_nothing() -> None:
    for terms in ([], ["税"]):
        assert Glossary(terms).marked(Markup("税收")) == "税收"


def test_terms_with_quotes_and_signs_are_found_as_they_are_escaped() -> None:
    marked = Glossary(["“三公”经费", "A&B<C"]).marked(escape("“三公”经费、A&B<C"))
    assert 'href="#t-三公经费">“三公”经费</a>' in marked
    assert 'href="#t-ABC">A&amp;B&lt;C</a>' in marked


@pytest.mark.slow
@given(st.lists(st.text("收入支出“”<&.*(", max_size=4), max_size=4), st.text("收入支出“”<&.*(年"))
def test_only_links_are_added(terms: list[str], text: str) -> None:
    marked = Glossary(terms).marked(escape(text))
    assert re.sub(r"</?a[^>]*>", "", marked) == escape(text)
