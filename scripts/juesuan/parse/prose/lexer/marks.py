"""The lexer of the prose: every mark of a section, with its kind, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from juesuan import terms
from juesuan.parse.prose.lexer.events import (
    Comparison,
    Mark,
    Named,
    Numeral,
    Opening,
    Reference,
    Subject,
    word_column,
)
from juesuan.parse.prose.lexer.functional import lines
from juesuan.parse.prose.lexer.names import is_part_of_name, names
from juesuan.parse.prose.lexer.numerals import dates, numerals
from juesuan.parse.prose.lexer.passages import openings

_ORDER = (Named, Opening, Comparison, Reference, Numeral)
"""Of marks that begin together, the first is read first."""

_REACH = 12
"""Characters before a comparison in which its budget may be named."""


def marks(section: str, text: str) -> list[Mark]:
    """The marks of a section, by their begin; they may overlap.

    Args:
        section: its id; it decides which measures and passages it may speak of.
        text: without spaces, with half-width punctuation.
    """
    found: list[Mark] = [
        *dates(text),
        *_digits_of_names(section, text),
        *_topics(section, text),
        *lines(section, text),
        *openings(section, text),
        *_comparisons(text),
        *numerals(text),
    ]
    return sorted(found, key=lambda mark: (mark.start, _ORDER.index(type(mark))))


def _digits_of_names(section: str, text: str) -> Iterator[Reference]:
    """Digits inside of names of measures ("单价100万元以上设备")."""
    for name in names(section).numbered:
        for match in name.finditer(text):
            digits = [match.start() + digit.start() for digit in re.finditer(r"\d", match[0])]
            yield Reference(digits[0], digits[-1] + 1)


def _topics(section: str, text: str) -> Iterator[Named]:
    """Measures that stand before what announces figures of them."""
    for match in _topic(section).finditer(text):
        measure = names(section).measure(match["name"])
        is_part = is_part_of_name(
            text[max(0, match.start() - _REACH) : match.start()], match["name"]
        )
        if measure and not is_part and not _ends_sentence(text, match):
            yield Named(match.start(), match.end(), Subject(measure))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a name is the end of a sentence, or of a list, that speaks of something else."""
    inside = terms.words("clauses").pattern("in_word").search(text, 0, match.start())
    ends = "。," if text[match.start() - 1 : match.start()] == "、" else "。"
    return bool(inside) and text[match.end() : match.end() + 1] in tuple(ends)


@cache
def _topic(section: str) -> re.Pattern[str]:
    words = terms.words("clauses")
    year, announced = words.source("of_a_year"), words.source("announcing")
    return re.compile(
        rf"(?P<name>{names(section).source})(?:{words.source('spending')})?"
        rf"(?:{words.source('title_end')})?"
        rf"(?=[。:]?(?:{year})?(?:{announced})|{words.source('nothing_spent')})"
    )


def _comparisons(text: str) -> Iterator[Comparison]:
    """Comparisons in words; one with the year before is none where a budget is named before it."""
    with_budget = terms.words("clauses").pattern("with_budget")
    for name, pattern in terms.comparisons():
        column = word_column(name)
        for match in re.finditer(pattern, text):
            near = text[max(0, match.start() - _REACH) : match.end()]
            if column == "variance_word" or not with_budget.search(near):
                at = match.start("word")
                yield Comparison(match.start(), match.end(), column, match["word"], at)
