"""Headings of a disclosure: those of sections that are known, and others, which part them too.

A heading is its number together with its title, wherever a line ends. What only begins like one
("(一)收入决算总计1000.00万元") is a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from juesuan import terms
from juesuan.parse.prose.sections.title_lines import Line, lines, numbered, spans
from juesuan.parse.prose.sections.topics import is_point, nearly, topics
from juesuan.parse.view import View
from juesuan.terms import Words

UNKNOWN = "unknown"
"""The id of a section whose heading is not known."""

_LISTS = ("duties", "work", "organisation", "glossary", "statutory")
"""Sections whose points are no headings."""

_INTRODUCED = ("duties", "work", "organisation")
"""Those of them behind which a title counts on that says of itself that it is one."""

_FIRST = ("duties", "organisation")
"""With which of the sections a body begins."""

_ACCOUNTS = ("overview", "revenue")
"""The first of the sections that tell accounts."""

_LAST = "glossary"
"""The section in which terms stand in lines of their own: only a part follows it by its topic."""

_CLOSED = (_LAST, "statutory")
"""Sections within which no topic opens another one below their own level."""

_ANYTHING = ("", UNKNOWN, "part_accounts")
"""Above a point that may open any section: nothing that is known, or all accounts."""

_IN_DIGITS = ("other_matters",)
"""Sections that points in digits may part."""

_OF_ALL = ("revenue", "expenditure")
"""Sections with short titles, by which points of others are called too."""

_OF_A_FUND = (
    "appropriation", "appropriation_expenditure", "general_budget", "government_fund",
    "state_capital",
)  # fmt: skip
"""Sections whose points with such titles are their own."""

_REST = 14
"""Characters that may follow a title in its line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the prose.

    Attributes:
        start, end: its place in the prose.
        section: the id of its section, or ``UNKNOWN``.
        level: 0 of a part (第一部分), 1 of a section (一、), 2 of a point ((一)), 3 of one in
            digits (1.).
        ordinal: its number; 0 where it has none.
        by_topic: whether only what its title is about tells the section.
    """

    start: int
    end: int
    section: str
    level: int
    ordinal: int
    by_topic: bool = False


def headings(prose: View, begins: frozenset[int]) -> list[Heading]:
    """The headings of the body, in order, of all sections and points.

    A table of contents repeats every heading; the body begins at the last heading of the first
    section.

    Args:
        prose: all that is no form.
        begins: places in it at which a line begins.
    """
    known = _known(prose, begins)
    more = _by_topic(prose, begins, known)
    start = _begin(known, more, len(prose))
    body = sorted((one for one in (*known, *more) if one.start >= start), key=attrgetter("start"))
    found = list(lines(prose, begins))
    titles = frozenset(one.title for one in found if one.start < start)
    others = [one for one in found if one.start >= start]
    return _stand_in(_Outline(titles).walk(_merged(body, others)))


_LEAST = 60
"""Characters below a heading from which on its section is told and not only listed."""


def sections_told(prose: View, begins: frozenset[int]) -> dict[str, int]:
    """The known sections that one file tells, with the place of the heading of each.

    Args:
        prose: of the file, without forms.
        begins: places in it at which a line begins.
    """
    known = _known(prose, begins)
    ends = [*(one.start for one in known[1:]), len(prose)]
    both = zip(known, ends, strict=False)
    return {one.section: one.start for one, end in both if end - one.end >= _LEAST}


def contents(head: View, begins: frozenset[int]) -> dict[str, int]:
    """The sections that a table of contents names, each with the place in the source.

    Args:
        head: what stands before the body.
        begins: places in it at which a line begins.
    """
    return {one.section: head.at[one.start] for one in _known(head, begins)}


def _words() -> Words:
    return terms.words("outline")


def _begin(known: list[Heading], more: list[Heading], nowhere: int) -> int:
    """Where the body begins, by known headings and by those before that tell by their topic.

    Args:
        known: headings with usual titles.
        more: those that only their topic tells.
        nowhere: what stands for it without any heading.
    """
    found = known or more
    if not found:
        return nowhere
    first = found[_body_start([one.section for one in found])]
    before, last = _before_accounts(known)
    if not last:
        before, last = _before_accounts(sorted((*known, *more), key=attrgetter("start")))
    near = sorted(
        (one for one in (*known, *more) if before < one.start < last), key=attrgetter("start")
    )
    sections = [one.section for one in near]
    if set(sections).isdisjoint(_FIRST):
        return first.start
    return near[_body_start(sections)].start


def _before_accounts(known: list[Heading]) -> tuple[int, int]:
    """Between which places the accounts are introduced.

    They lie between the heading of the first account and where the contents list has that.
    """
    for section in _ACCOUNTS:
        places = [-1, *(one.start for one in known if one.section == section)]
        if len(places) > 1:
            return places[-2], places[-1]
    return 0, 0


def _by_topic(prose: View, begins: frozenset[int], known: list[Heading]) -> list[Heading]:
    """Headings whose title is none of the usual ones and tells its section by what it is about."""
    starts = [one.start for one in known]
    return [
        Heading(start, end, section, *_ranked(prose.text[start:end]), by_topic=True)
        for start, end, section in topics(prose, begins, _words().pattern("numbered"))
        if not _overlaps(known, bisect_left(starts, end) - 1, start)
    ]


def _ranked(text: str) -> tuple[int, int]:
    """Level and ordinal of a heading; points in digits lie below all others."""
    return (3, 0) if is_point(text) else numbered(text)


def _known(prose: View, begins: frozenset[int]) -> list[Heading]:
    """Every place that has the form of a known heading; the longer of two that begin together."""
    starts = [one.start() for one in _words().pattern("known_number").finditer(prose.text)]
    found = [
        _heading(match, section.id)
        for section in terms.sections().values()
        for match in (_pattern(section.id).match(prose.text, start) for start in starts)
        if match and _is_apart(prose, match, begins)
    ]
    found += _unnumbered(prose, begins, {one.section for one in found})
    kept: list[Heading] = []
    for one in sorted(found, key=lambda heading: (heading.start, -heading.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _unnumbered(prose: View, begins: frozenset[int], have: set[str]) -> list[Heading]:
    """Titles of sections that fill a line without a number, of sections that have none with one."""
    lacking = [one for one in terms.sections().values() if one.id not in have and not one.part]
    return [
        Heading(start, end, section.id, 1, 0)
        for start, end in spans(prose, begins)
        for section in lacking
        if _whole_title(section.id).fullmatch(prose.text[start:end])
    ]


@cache
def _whole_title(section: str) -> re.Pattern[str]:
    words, title = _words(), terms.sections()[section].title
    return re.compile(f"(?:{words.source('whose')})*{title}(?<={words.source('told')})")


@cache
def _pattern(section: str) -> re.Pattern[str]:
    one = terms.sections()[section]
    before = "before_part" if one.part else "before_section"
    return re.compile(f"(?:{_words().source(before)}){one.title}")


def _heading(match: re.Match[str], section: str) -> Heading:
    return Heading(match.start(), match.end(), section, *numbered(match[0]))


def _is_apart(prose: View, match: re.Match[str], begins: frozenset[int]) -> bool:
    """Whether what has the form of a heading stands apart from the text around it."""
    start, end = match.span()
    inside = start not in begins and _words().pattern("inside").search(prose.text[start - 1])
    if inside and prose.at[start] - prose.at[start - 1] == 1:
        return False
    stops = start in begins and prose.text[end : end + 1] == "。"
    is_complete = _words().pattern("complete").search(match[0])
    return stops or bool(is_complete) or _ends_line(prose, end, begins)


def _ends_line(prose: View, end: int, begins: frozenset[int]) -> bool:
    """Whether a line ends here, or shortly behind, without a figure."""
    if end == len(prose) or end in begins or prose.at[end] - prose.at[end - 1] > 1:
        return True
    stop = next((i for i in range(end, min(end + _REST, len(prose))) if i in begins), len(prose))
    rest = prose.text[end:stop].removesuffix("。")
    return stop - end < _REST and not re.search(r"[\d。]", rest)


def _merged(known: list[Heading], lines: list[Line]) -> Iterator[tuple[Heading, Line | None]]:
    """Known headings and lines that may be others, in order, each with its line."""
    starts = [one.start for one in known]
    others = [
        (Heading(line.start, line.end, UNKNOWN, *numbered(line.text)), line)
        for line in lines
        if not _overlaps(known, bisect_left(starts, line.end) - 1, line.start)
    ]
    whole = {line.start: line for line in lines}
    found = [*((one, whole.get(one.start) if one.by_topic else None) for one in known), *others]
    yield from sorted(found, key=lambda pair: pair[0].start)


def _is_title(line: Line) -> bool:
    """Whether a line ends as titles do (情况, 说明)."""
    return bool(_words().pattern("complete").search(line.title))


def _overlaps(known: list[Heading], last: int, start: int) -> bool:
    """Whether the last known heading that begins before the end of a line reaches into it."""
    return last >= 0 and start < known[last].end


class _Outline:
    """Decides, from top to bottom, which lines are headings, and of what.

    Args:
        titles: of the table of contents.
    """

    def __init__(self, titles: frozenset[str]) -> None:
        self._titles = titles
        self._seen: set[str] = set()
        self._above: dict[int, str] = {}
        self._count: dict[int, int] = {}
        self._now, self._level, self._end = "", 0, 0

    def walk(self, found: Iterator[tuple[Heading, Line | None]]) -> list[Heading]:
        """The headings among what has the form of one, each with its section."""
        kept = []
        for heading, line in found:
            if heading.by_topic and heading.level == 1 and heading.section == self._now:
                continue
            taken = self._topic(heading) if heading.by_topic else None
            if taken is None:
                taken = self._other(heading, line) if line else self._known(heading)
            if taken is not None:
                self._enter(taken)
                kept.append(taken)
        return kept

    def _topic(self, heading: Heading) -> Heading | None:
        """A heading by its topic, where one may stand."""
        if self._now in _CLOSED and heading.level > (self._level if self._now != _LAST else 0):
            return None
        above = self._above.get(1, "")
        is_free = heading.level <= 1 or above in _ANYTHING
        if not is_free and heading.section not in terms.sections()[above].points:
            return None
        if heading.level > 2 and above not in _IN_DIGITS:
            return None
        return self._known(replace(heading, by_topic=False))

    def _known(self, heading: Heading) -> Heading | None:
        """A known heading; one that repeats an earlier one parts the text only above a point."""
        if heading.by_topic:
            return None
        above = self._above.get(1, "")
        if heading.level > 1 and heading.section in _OF_ALL and above in _OF_A_FUND:
            return replace(heading, section=above)
        if heading.section not in self._seen:
            return heading
        if heading.section == self._now:
            return None
        if heading.level > 1:
            return heading if heading.section == above else None
        return heading if heading.ordinal else None

    def _other(self, heading: Heading, line: Line) -> Heading | None:
        """A line as heading of a section that is not known, where it is one."""
        heading = replace(heading, section=UNKNOWN, by_topic=False)
        if heading.level > 2:
            return None
        near = nearly(line.title)
        damaged = self._topic(replace(heading, section=near)) if near else None
        if damaged and near not in self._seen:
            return damaged
        listed = line.title in self._titles
        if heading.level and not listed and not self._goes_on(heading, line):
            return None
        if not listed and self._is_item(heading, line):
            return None
        above = self._above.get(1, "") or UNKNOWN
        return replace(heading, section=above) if heading.level > 1 else heading

    def _is_of_section(self, line: Line) -> bool:
        """Whether a line names a measure of the section that is read: it is a point of that."""
        told = (one for one in terms.measures().values() if self._now in one.sections)
        return any(line.title in one.names_in(self._now) for one in told)

    def _is_item(self, heading: Heading, line: Line) -> bool:
        """Whether a line is a point of the list that is read, and no title behind it."""
        if not heading.level or heading.level < self._level or self._now not in _LISTS:
            return False
        if self._now == _LAST and heading.level == self._level:
            return heading.ordinal != self._count.get(heading.level, 0) + 1
        return not (heading.level == 1 and self._now in _INTRODUCED and _is_title(line))

    def _goes_on(self, heading: Heading, line: Line) -> bool:
        """Whether a line behind a stop counts on or begins to, or is a miscounted title."""
        if heading.level == 1 and self._is_of_section(line):
            return False
        directly, last = heading.start == self._end, self._count.get(heading.level, 0)
        if heading.ordinal == 1 and heading.level == 1:
            return directly
        titled = heading.level == 1 and last and _is_title(line) and line.follows
        return bool(titled) or (heading.ordinal in (1, last + 1) and (directly or line.follows))

    def _enter(self, heading: Heading) -> None:
        self._now, self._level, self._end = heading.section, heading.level, heading.end
        self._seen.add(heading.section)
        self._count[heading.level] = heading.ordinal
        for level in range(heading.level + 1, 4):
            self._count.pop(level, None)
            self._above.pop(level, None)
        self._above[heading.level] = heading.section


def _body_start(sections: list[str]) -> int:
    """The heading that begins the body: the last of the first section, or that of its part."""
    for anchor in (*_FIRST, *_ACCOUNTS):
        if anchor in sections:
            at = len(sections) - 1 - sections[::-1].index(anchor)
            while at and sections[at - 1] == anchor:
                at -= 1
            return at - 1 if at and sections[at - 1] == "part_overview" else at
    return 0


def _stand_in(found: list[Heading]) -> list[Heading]:
    """Sections that speak of all appropriations are read as the one that is not there."""
    have = {one.section for one in found}
    changed = {
        one.id: one.stands_for
        for one in terms.sections().values()
        if one.stands_for and one.stands_for not in have
    }
    return [replace(one, section=changed.get(one.section, one.section)) for one in found]
