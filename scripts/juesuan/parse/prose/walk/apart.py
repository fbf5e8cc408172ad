"""What stands before a figure or a name and makes it one of another: of a plan, of a part."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.parse.prose.lexer.events import FigureColumn, Numeral, Subject
from juesuan.terms import Measure

_OF_THE_YEAR = ("revenue.current", "expenditure.current")
"""Measures of the year, which are called as their totals."""

_BASIC = "basic.total"
"""The measure whose parts are called as those of all spending."""

_LEAD = 30
"""Characters before a numeral that lead to it."""

_ABOUT = 2
"""Characters before a numeral that say that it is not exact."""

_CLAUSE = 50
"""Characters of the clause before a numeral that tell what it is about."""

_APART = ("of_subordinate", "estranged", "apart")
"""Words that tell of another, of a plan, or of a part of the department."""


def is_apart(lead: str) -> bool:
    """Whether what stands before a name tells of another, of a part, or of a plan.

    Args:
        lead: the text before the name.
    """
    words, near = terms.words("clauses"), lead[-_CLAUSE:]
    return any(words.pattern(one).search(near) for one in _APART)


def is_compared(column: FigureColumn, words: str, text: str, numeral: Numeral) -> bool:
    """Whether an amount behind 比上年 is the one of that year, and not a change without its word.

    Args:
        column: of the amount; in any other one it is what its words say.
        words: that introduce the amount.
        text: of the section.
        numeral: a mark of it.
    """
    is_before = column == "prior_year"
    compared = is_before and terms.words("clauses").pattern("compared_with").match(words)
    behind = terms.words("clauses").pattern("compared_amount")
    return not compared or bool(behind.search(text[numeral.end : numeral.end + _CLAUSE]))


def is_estranged(before: str) -> bool:
    """Whether the clause with which a text ends is of a plan, or of all the region.

    Args:
        before: the text before a numeral.
    """
    return bool(terms.words("clauses").pattern("estranged").search(before[-_CLAUSE:]))


def is_by_economy(subject: Subject, text: str, numeral: Numeral) -> bool:
    """Whether an amount is called as a part of basic expenditure and is one of all spending.

    "按经济科目分类:工资福利支出5.00万元": projects pay for it too.

    Args:
        subject: of the amount.
        text: of the section.
        numeral: a mark of it.
    """
    if subject.measure is None or subject.measure.parent != _BASIC:
        return False
    sentence = text[text.rfind("。", 0, numeral.start) + 1 : numeral.start]
    words = terms.words("clauses")
    said = words.pattern("by_economy").search(sentence)
    return bool(said) and not words.pattern("of_basic").search(sentence)


def is_part(measure: Measure, lead: str, spoken: Subject, before: str) -> bool:
    """Whether a figure is one of a part that is called as the whole of which is spoken.

    All appropriations may be called as the general budget's, which are a part of them.

    Args:
        measure: that is named.
        lead: the text before its name.
        spoken: what is spoken of.
        before: the text before the figure.
    """
    words = terms.words("clauses")
    of_part = words.pattern("of_part").search(lead) and measure == spoken.measure
    return bool(of_part) and not words.pattern("of_which_general").search(f"{before}0")


def whole_of(measure: Measure, text: str, numeral: Numeral) -> Measure:
    """The total, where a figure that is called as the year's holds that of the year.

    "收入决算105.00万元,其中:本年收入100.00万元".

    Args:
        measure: of the figure.
        text: of the section.
        numeral: a mark of it.
    """
    total = terms.measures().get(measure.parent) if measure.id.endswith(_OF_THE_YEAR) else None
    holds = terms.words("clauses").pattern("holds_the_year").match(text, numeral.end)
    return total if total and holds and holds["side"] in total.label else measure


def is_of_part(text: str, numeral: Numeral) -> bool:
    """Whether a count is introduced as one of a part.

    Args:
        text: of the section.
        numeral: a mark of it.
    """
    return bool(terms.words("clauses").pattern("of_part").search(_near(text, numeral)))


def about(text: str, numeral: Numeral) -> re.Match[str] | None:
    """What says directly before a numeral that it is not exact.

    Args:
        text: of the section.
        numeral: a mark of it.
    """
    near = max(0, numeral.start - _ABOUT)
    return terms.words("clauses").pattern("about").search(text, near, numeral.start)


def is_brief(before: str, unit: str) -> bool:
    """Whether only a word or two stand between the last figure and a count that follows it.

    Args:
        before: what stands between them.
        unit: of the count.
    """
    brief = terms.words("clauses").pattern("brief")
    return terms.unit_kind(unit) == "count" and bool(brief.fullmatch(before))


def is_led(text: str, numeral: Numeral) -> bool:
    """Whether nothing stands before a numeral that is already called by its figure.

    Args:
        text: of the section.
        numeral: a mark of it.
    """
    return bool(terms.words("clauses").pattern("introducing").search(_near(text, numeral)))


def _near(text: str, numeral: Numeral) -> str:
    """What stands shortly before a numeral."""
    return text[max(0, numeral.start - _LEAD) : numeral.start]
