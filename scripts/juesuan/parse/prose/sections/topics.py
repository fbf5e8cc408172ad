"""Sections by what a title is about, where no usual title fits.

"2023年度收支决算总体情况" and "收支分析说明" are both about 收支: what any title may have (a year,
whose accounts they are, 情况, 说明) is taken away, and what is left tells the section.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from juesuan import terms
from juesuan.parse.view import View
from juesuan.terms import Section

_LONGEST = 40
"""Characters of the longest title."""

_SURE = 6
"""Characters of the shortest title that is known by all but one of them."""

_ANY = "\0"
"""Stands for any character."""

_END = re.compile(r"[。:]")
"""What ends a title within its line."""


def topics(
    prose: View, begins: frozenset[int], number: re.Pattern[str]
) -> Iterator[tuple[int, int, str]]:
    """Numbered titles that begin a line: where each begins and ends, and its section.

    Args:
        prose: all that is no form.
        begins: places in it at which a line begins.
        number: what the number of a heading looks like.
    """
    places = [*sorted(begins), len(prose)]
    for start, stop in itertools.pairwise(places):
        line = prose.text[start : min(stop, start + _LONGEST + 1)]
        match = number.match(line) or _arabic().match(line)
        if match is None:
            continue
        end = _merged(line, stop - start) or _END.search(line, match.end())
        if end is None and len(line) > _LONGEST:
            continue
        last = end.start() if end else len(line)
        if section := section_of(line[match.end() : last]):
            yield start, start + last, section


def _merged(line: str, length: int) -> re.Match[str] | None:
    """Where a title ends that what stands below it was merged with.

    Args:
        line: its begin.
        length: of all of it.
    """
    told = terms.words("headings").pattern("told").search(line)
    return told if told and length > _LONGEST else None


def bare(heading: str) -> str:
    """The title of a heading, without its number.

    Args:
        heading: as printed.
    """
    number = terms.words("outline").pattern("numbered").match(heading) or _arabic().match(heading)
    return heading[number.end() :] if number else heading


def section_of(title: str) -> str:
    """The section that a title is about; empty where its words do not tell.

    Args:
        title: without its number.
    """
    words, left = terms.words("headings"), title
    for name in ("taken_in", "whose", "unneeded"):
        left = words.pattern(name).sub("", left)
    left = left.strip("、和与")
    found = (one for one in _sections() if words.pattern(one).search(left))
    return next(found, "") if left else ""


def nearly(title: str) -> str:
    """The section whose usual title this one is but for one character; empty where there is none.

    Args:
        title: without its number; one character of it may be wrong or gone.
    """
    sections = {_usual().get(form, "") for form in _forms(title)} - {""}
    return sections.pop() if len(title) >= _SURE and len(sections) == 1 else ""


def _forms(title: str) -> Iterator[str]:
    """The title without each of its characters, and with any one in the place of each."""
    for at in range(len(title) + 1):
        yield title[:at] + _ANY + title[at:]
        if at < len(title):
            yield title[:at] + _ANY + title[at + 1 :]


@cache
def _usual() -> dict[str, str]:
    """The sections of usual titles, of each with any character in the place of one of its own."""
    usual = ((title, one.id) for one in terms.sections().values() for title in _titles(one))
    found: dict[str, str] = {}
    for title, section in usual:
        for at in range(len(title)):
            form = title[:at] + _ANY + title[at + 1 :]
            found[form] = section if found.get(form, section) == section else ""
    return found


def _titles(section: Section) -> set[str]:
    """Usual titles of a section: its examples, and what it is about with the usual endings."""
    if section.part:
        return set()
    words = terms.words("headings")
    about = words.examples(section.id) if section.id in words.names else ()
    made = {one + end for one in about for end in words.words("endings")}
    return {*map(terms.half_width, section.examples), *made}


def is_point(text: str) -> bool:
    """Whether a title has the number of a point of a list (1., (2))."""
    return bool(_arabic().match(text))


def _arabic() -> re.Pattern[str]:
    return terms.words("headings").pattern("arabic")


@cache
def _sections() -> tuple[str, ...]:
    """The sections whose words are known, in the order of the template."""
    known = terms.words("headings").names
    return tuple(one for one in terms.sections() if one in known)
