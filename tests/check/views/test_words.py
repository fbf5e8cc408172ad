"""The words that rules look for: all are used, and none is asked for that is not there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from juesuan import terms
from juesuan.check.views import words
from juesuan.check.views.words import BREAK, DOWN, UP, WORDS, says
from juesuan.terms.load import DATA

ENTRIES = tomllib.loads((DATA / "words" / "check.toml").read_text(encoding="utf-8"))
CODE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(words.__file__).parents[1].rglob("*.py")
)


def test_every_entry_is_used() -> None:
    inside = set(re.findall(r"\{\{(\w+)\}\}", str(ENTRIES)))
    unused = [name for name in ENTRIES if f'"{name}"' not in CODE and name not in inside]
    assert unused == []


def test_every_name_that_is_asked_for_is_an_entry() -> None:
    asked = re.findall(r'WORDS\.(?:pattern|words|means|source)\("(\w+)"\)', CODE)
    assert len(asked) > 20
    assert set(asked) <= set(ENTRIES)
    assert terms.words("check") is WORDS


def test_some_words_are_said_of_more_and_of_less() -> None:
    assert says("退休人员", UP) and says("退休人员", DOWN)
    assert says("压减支出", DOWN) and not says("压减支出", UP)


def test_a_clause_ends_at_a_mark() -> None:
    assert BREAK.split("因故，共3人（含1人）。") == ["因故", "共3人", "含1人", "", ""]
