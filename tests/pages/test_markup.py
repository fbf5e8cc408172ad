"""Templates, and text from disclosures as harmless Markdown and HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from juesuan.pages.addresses import for_scripts
from juesuan.pages.markup import front, head, markdown_text, rendered


@given(st.text())
def test_no_character_of_markup_is_left(text: str) -> None:
    safe = markdown_text(text)
    assert not set(safe) & set("\\`*_{}[]|!<>\"'\n")
    assert not re.search(r"&(?!#?\w+;)", safe)


def test_what_a_template_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("folder.md", title="x")


def test_front_matter_takes_any_title() -> None:
    assert front(title='甲"---\n乙') == '---\ntitle: "甲\\"---\\n乙"\n---'


def test_the_head_tells_every_value() -> None:
    told = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', head()))
    assert told.pop("root") == "{{ '' | url }}"
    assert told == {name: str(value) for name, value in for_scripts().items()}
