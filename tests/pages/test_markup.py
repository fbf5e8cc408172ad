"""Templates, and text from disclosures as harmless HTML."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from juesuan.pages.addresses import for_scripts
from juesuan.pages.markup import front, head, one_line, rendered, script, signs
from juesuan.terms.hidden import HIDDEN


@given(st.text())
def test_no_character_of_markup_is_left(text: str) -> None:
    page = rendered("folder.html", title=text, goal="x/", words=text)
    _, _, rest = page.partition('<h1 id="top">')
    title, _, rest = rest.partition("</h1>")
    assert not set(title) & set("<>\"'")
    assert not re.search(r"&(?!#?\w+;)", title)
    assert re.sub(r"<(/?)(p|a)( href=\"x/\")?>", "", rest).count("<") == 0


def test_what_a_template_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("folder.html", title="x")


def test_front_matter_takes_any_title() -> None:
    assert front(title='甲"---\n乙', hide=["toc"]) == '{"title": "甲\\"--- 乙", "hide": ["toc"]}'


def test_the_head_tells_every_value() -> None:
    told = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', head("../../")))
    assert told.pop("root") == "../../"
    assert told == {name: str(value) for name, value in for_scripts().items()}


def test_the_script_tells_the_same_as_a_head() -> None:
    told = json.loads(script().rpartition("), ")[2].rpartition(")")[0])
    assert {f"data-{name}": str(value) for name, value in for_scripts().items()} == told


@given(st.text())
def test_any_text_is_a_title_on_the_first_line(text: str) -> None:
    told = front(title=text)
    assert len(told.splitlines()) == 1
    title = json.loads(told)["title"]
    assert not HIDDEN.search(title)
    assert title == HIDDEN.sub("", " ".join(text.split()))


def test_a_hidden_character_of_a_source_is_named_in_its_place() -> None:
    shown = signs("<b>\u202e\u202e1\x00")
    assert shown == (
        '&lt;b&gt;<code class="sign">U+202E</code><code class="sign">U+202E</code>'
        '1<code class="sign">U+0000</code>'
    )
    assert signs("甲 乙\t1.00") == "甲 乙\t1.00"


def test_labels_hold_no_hidden_character() -> None:
    assert one_line("甲\u202e乙\u200b") == "甲乙"
