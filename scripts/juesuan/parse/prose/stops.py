"""Stops at the ends of lines: a point or a paragraph proves that the sentence above has ended.

A list may end its points in commas: "…主要是检测收入,⏎4.经营收入0万元,". A typist may leave out the
stop at the end of a paragraph. What reads sentences knows that one is over only where its stop is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

from juesuan import terms
from juesuan.parse.prose.lexer.functional import begins_line
from juesuan.parse.prose.lexer.passages import begins_statement
from juesuan.parse.prose.sections.outline import Part
from juesuan.parse.view import View

_COMMAS = ",、"
"""What stands at the end of a point that is none."""

_STOP = "。"

_PUT = "。,"
"""Marks that may be put where the source has none."""

_UNIT = 8
"""Characters of the longest unit with the last digit before it."""


def ended(part: Part, paragraphs: Collection[int]) -> tuple[Part, frozenset[int]]:
    """A section in which paragraphs end in stops, and where its paragraphs begin then.

    The stop that a sentence lacks stands at the place of the line end behind it, where the source
    has no character.

    Args:
        part: the section.
        paragraphs: places of it at which the layout proves that a paragraph begins.
    """
    body, begins = part.body, sorted(part.begins)
    lacking = _lacking(part.id, body.text, begins, paragraphs)
    return inserted(part, dict.fromkeys(lacking, _STOP), paragraphs)


def inserted(
    part: Part, marks: Mapping[int, str], paragraphs: Collection[int]
) -> tuple[Part, frozenset[int]]:
    """A section with marks that its source lacks, and where its paragraphs begin then.

    Args:
        part: the section.
        marks: by the place of it before which they stand; the source has no character there.
        paragraphs: places of it at which a paragraph begins.
    """
    if not marks:
        return part, frozenset(paragraphs)
    body, places = part.body, sorted(marks)
    views = [body[start:end] for start, end in pairwise([0, *places, len(body)])]
    stops = [View(marks[place], (body.at[place - 1] + 1,)) for place in places]
    both = [one for pair in zip(views, stops, strict=False) for one in pair]
    moved = replace(
        part,
        body=View.join([*both, views[-1]]),
        begins=frozenset(place + bisect_right(places, place) for place in part.begins),
    )
    return moved, frozenset(place + bisect_right(places, place) for place in paragraphs)


def as_printed(view: View, source: str) -> View:
    """A range of a section without the marks that the source lacks.

    Args:
        view: the range.
        source: the text as received.
    """
    kept = [
        i for i, at in enumerate(view.at) if view.text[i] not in _PUT or not source[at].isspace()
    ]
    if len(kept) == len(view):
        return view
    return View("".join(view.text[i] for i in kept), tuple(view.at[i] for i in kept))


def _lacking(section: str, text: str, begins: list[int], paragraphs: Collection[int]) -> list[int]:
    """The places behind a sentence that ends its paragraph without any mark.

    Where one of them does not begin a statement lines are broken anywhere: then only a figure
    with its unit ends one.
    """
    title, found = terms.words("outline").pattern("title_line"), list[int]()
    for place in sorted(paragraphs):
        start = begins[max(0, bisect_left(begins, place) - 1)]
        if not start < place < len(text) or title.fullmatch(text, start, place):
            continue
        if _ENDED.match(text, place - 1) and _sentence().search(text, start, place):
            found.append(place)
    known = [one for one in found if begins_statement(section, text, one)]
    if known == found:
        return known
    return [one for one in known if _figure().search(text, one - _UNIT, one)]


_ENDED = re.compile(r"[^\W\d_]|[%)\"”]")
"""The end of a line that has no mark: a word, a unit, a bracket. A numeral may go on."""


@cache
def _sentence() -> re.Pattern[str]:
    """What titles have not: a mark within, or a figure."""
    return re.compile(rf"[,。;]|\d(?:{terms.unit_pattern()})")


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(rf"\d(?:{terms.unit_pattern()})\)?$")


def stopped(text: str, begins: Collection[int], paragraphs: Container[int] = ()) -> str:
    """A section in which points of lists, and lines of spending above others, end in stops.

    Args:
        text: of the section; what is returned has the same places.
        begins: places of the text at which a line begins.
        paragraphs: those of them at which a paragraph begins.

    >>> stopped("收入5万元,2.支出", {0, 6}), stopped("收入5万元,2.支出", {0})
    ('收入5万元。2.支出', '收入5万元,2.支出')
    """
    point, chars = terms.words("clauses").pattern("any_point"), list(text)
    parting = terms.words("clauses").pattern("parting")
    for place in begins:
        if not place or text[place - 1] not in _COMMAS:
            continue
        is_line = place in paragraphs and not parting.match(text, place)
        if point.match(text, place) or (is_line and begins_line(text, place)):
            chars[place - 1] = "。"
    return "".join(chars)
