"""Templates, and text from disclosures as harmless Markdown and HTML."""

from __future__ import annotations

import html
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from juesuan.pages.addresses import for_scripts
from juesuan.pages.markup import front, hash_source, head, markdown_text, rendered, signs
from juesuan.terms.hidden import HIDDEN


@given(st.text())
def test_no_character_of_markup_is_left(text: str) -> None:
    safe = markdown_text(text)
    assert not set(safe) & set("\\`*_{}[]|!<>\"'\n")
    assert not re.search(r"&(?!#?\w+;)", safe)


def test_what_a_template_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("folder.md", title="x")


def test_front_matter_takes_any_title() -> None:
    assert front(title='甲"---\n乙') == '---\ntitle: "甲&quot;--- 乙"\n---'


def test_the_head_tells_every_value() -> None:
    told = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', head()))
    assert told.pop("root") == "{{ '' | url }}"
    assert told == {name: str(value) for name, value in for_scripts().items()}


@given(st.text())
def test_any_text_is_a_title_and_no_markup(text: str) -> None:
    begin, line, end = front(title=text).split("\n")
    assert begin == end == "---"
    title = yaml.safe_load(line)["title"]
    assert not set(title) & set("<>\"'") and not HIDDEN.search(title)
    assert html.unescape(title) == HIDDEN.sub("", " ".join(text.split()))


def test_a_hidden_character_of_a_source_is_named_in_its_place() -> None:
    shown = signs("<b>\u202e\u202e1\x00")
    assert shown == (
        '&lt;b&gt;<code class="sign">U+202E</code><code class="sign">U+202E</code>'
        '1<code class="sign">U+0000</code>'
    )
    assert signs("甲 乙\t1.00") == "甲 乙\t1.00"


def test_labels_hold_no_hidden_character() -> None:
    assert markdown_text("甲\u202e乙\u200b") == "甲乙"


def test_an_inline_style_is_named_by_what_stands_between_its_tags() -> None:
    assert hash_source("p {}") != hash_source("p { }")
    assert hash_source("甲").startswith("sha256-")
