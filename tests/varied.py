"""Texts with answers, written otherwise: each answer moves with its figure.

A change is a function of a text in which a mark stands before every figure that has an answer. What
it does to the text it does between the marks, so that what is printed can be put into another
order, and the answers are still those of its author.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.parse.test_provinces import Answer, Result, about, answers_of, compare, text_of
from tests.sensitivity import read

FIRST = 0xE000
"""The first of the characters that mark figures: Unicode gives them no other meaning."""

MARK = "[\ue000-\uf8ff]"

Change = Callable[[str], str]


def marked(province: str) -> str:
    """A text with a mark before each figure that has an answer."""
    text, at = text_of(province), 0
    parts = list[str]()
    for number, answer in enumerate(answers_of(province)):
        parts += [text[at : answer.start], chr(FIRST + number)]
        at = answer.start
    return "".join([*parts, text[at:]])


def unmarked(province: str, text: str) -> tuple[str, tuple[Answer, ...]]:
    """A changed text without its marks, and the answers where their figures stand now.

    A figure that was left out has none.
    """
    answers = answers_of(province)
    found = [
        replace(answers[ord(mark[0]) - FIRST], start=mark.start() - before)
        for before, mark in enumerate(re.finditer(MARK, text))
    ]
    return re.sub(MARK, "", text), tuple(found)


def varied(province: str, change: Change) -> Result | None:
    """What became of the figures of a text that was changed; None where nothing was to change."""
    before = marked(province)
    after = change(before)
    if after == before:
        return None
    text, answers = unmarked(province, after)
    return compare(answers, read(text, f"{province}-made-{about(province)['fiscal_year']}"))


def swallowed(province: str, change: Change) -> Iterator[str]:
    """The figures of a changed text that were lost or went into a wrong cell."""
    result = varied(province, change)
    if result:
        yield from (f"lost {one}" for one in result.of("lost"))
        yield from (f"wrong {one}" for one in result.of("wrong"))


def replaced(pattern: str, by: str) -> Change:
    """The change that replaces what a pattern matches."""
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda text: compiled.sub(by, text)
