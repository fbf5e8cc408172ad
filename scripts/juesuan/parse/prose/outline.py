"""The parts of a disclosure: the prose by section, and the region of the performance forms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise

from juesuan import terms
from juesuan.model import Document, Figure
from juesuan.parse import passage
from juesuan.parse.prose.headings import (
    UNKNOWN,
    contents,
    headings,
    numbered,
    sections_told,
)
from juesuan.parse.prose.notes import cited, full_width, notes, parted
from juesuan.parse.prose.numbering import spelling
from juesuan.parse.view import Reader, View
from juesuan.terms import Words

LISTS = ("duties", "work", "glossary", "statutory", "part_overview", "part_accounts")
"""Sections without figures: they are read as lists."""

_BELOW = 400
"""Characters below a line that may show that it is the title of a form."""

_SHORTLY = 120
"""The same, without spaces."""


@dataclass(frozen=True)
class Part:
    """A section of the prose: the heading and what follows it until the next heading.

    Attributes:
        id: of the section; ``headings.UNKNOWN`` where its heading is not known.
        heading: its number and title.
        body: what follows.
        begins: places in the body at which a line begins.
        notes: what stands below the heading and is no part of the body: notes.
    """

    id: str
    heading: View
    body: View
    begins: frozenset[int] = frozenset()
    notes: tuple[View, ...] = ()


@dataclass(frozen=True)
class Outline:
    """Where everything stands.

    Attributes:
        head: what stands before the body: title and table of contents.
        parts: sections of the body in the order of the document.
        forms: source offsets of the region of the performance forms, or None.
        listed: sections that the table of contents names, and where in the source.
    """

    head: View
    parts: tuple[Part, ...]
    forms: tuple[int, int] | None
    listed: Mapping[str, int] = field(default_factory=dict)


def outline(document: Document, reader: Reader) -> Outline:
    """Find the sections and the forms of a disclosure."""
    spelt = spelling(reader, [(one.start, one.end) for one in document.files])
    region = _form_region(document, reader, spelt)
    prose = _prose(document, reader, region, spelt)
    begins = prose.begins(reader.text)
    found = headings(prose, begins)
    ends, places = [*(one.start for one in found[1:]), len(prose)], sorted(begins)
    parts = [
        Part(
            one.section,
            prose[one.start : one.end],
            prose[one.end : stop],
            frozenset(place - one.end for place in _between(places, one.end, stop)),
        )
        for one, stop in zip(found, ends, strict=False)
    ]
    marks = cited(prose, begins)
    told = _without_notes(parts, document.text, marks, full_width(prose, begins, document.text))
    first = found[0].start if found else len(prose)
    return Outline(prose[:first], told, region, contents(prose[:first], begins))


def _without_notes(
    parts: list[Part], source: str, marks: Mapping[str, int], full: int
) -> tuple[Part, ...]:
    """The parts; of those that tell figures, the notes stand apart."""
    found = [
        [] if one.id in (*LISTS, UNKNOWN) else notes(one.body, one.begins, source, marks, full)
        for one in parts
    ]
    given = {note.mark for its in found for note in its}
    return tuple(
        Part(one.id, one.heading, *parted(one.body, one.begins, its, given))
        for one, its in zip(parts, found, strict=True)
    )


def _between(places: list[int], start: int, stop: int) -> list[int]:
    """Those of some places in order that lie in a range."""
    return places[bisect_left(places, start) : bisect_left(places, stop)]


def _words() -> Words:
    return terms.words("outline")


def _prose(
    document: Document,
    reader: Reader,
    region: tuple[int, int] | None,
    spelt: Mapping[int, str],
) -> View:
    """All that is no form, of the leading file and of others that tell sections it lacks.

    What another file prints before its first section belongs to none: not to the last section of
    the file before it, and neither does what files without sections print around their tables.
    """
    lead, *others = (
        _without_forms(reader, one.start, one.end, region).respelt(spelt) for one in document.files
    )
    told = set(sections_told(lead, lead.begins(reader.text))) if others else set()
    found = [lead]
    for one in others:
        own = sections_told(one, one.begins(reader.text))
        if own and not told & own.keys():
            found.append(one[min(own.values()) :])
            told |= own.keys()
    return View.join(found)


def _without_forms(reader: Reader, start: int, end: int, region: tuple[int, int] | None) -> View:
    first, behind = region or (end, end)
    before = reader.prose(start, min(max(first, start), end))
    return View.join([before, reader.prose(max(min(behind, end), start), end)])


def _form_region(
    document: Document, reader: Reader, spelt: Mapping[int, str]
) -> tuple[int, int] | None:
    """From the first title of a form (or its first row) to the section behind the forms."""
    start = _first_form(reader)
    if start is None:
        return None
    other, glossary = (terms.sections()[name].title for name in ("other", "glossary"))
    behind = re.compile(rf"{terms.ORDINAL}{other}|{_words().source('part')}{glossary}")
    rest = reader.view(start).respelt(spelt)
    end = behind.search(rest.text)
    return start, rest.at[end.start()] if end else len(document.text)


def _first_form(reader: Reader) -> int | None:
    """Where the first line stands that is the title of a form, or a row of one."""
    for line in re.finditer(r"^[^\n]*$", reader.text, re.MULTILINE):
        if not _inside(line.start(), reader.aside) and _begins_form(line, reader.text):
            return line.start()
    return None


def _inside(place: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= place < last for first, last in ranges)


def _begins_form(line: re.Match[str], text: str) -> bool:
    squeezed = re.sub(r"\s", "", line[0])
    witness, forms = _words().pattern("witness"), terms.words("forms")
    wanted = witness if forms.pattern("title").fullmatch(squeezed) else None
    if forms.pattern("name_label").match(squeezed):  # the title may be lost
        wanted = forms.pattern("before_funds")
    if wanted:
        below = re.sub(r"\s", "", text[line.end() : line.end() + _BELOW])[:_SHORTLY]
        if wanted.search(below):
            return True
    return line[0].count("\t") >= 3 and any(
        not match.start() or not forms.pattern("name_label").match(match[0])
        for match in witness.finditer(squeezed)  # a list of agencies has names in its middle
    )


class _Count:
    """Numbers of headings as they count on: those in brackets begin again below each other one."""

    def __init__(self) -> None:
        self._last = {False: 0, True: 0}

    def goes_on(self, heading: str) -> bool:
        """Whether the number of a heading is the one after the last, or begins a count."""
        match = _words().pattern("number").match(heading)
        number = passage.number(match["ordinal"]) if match else 0
        if match is None or not number:
            self._last = {False: 0, True: 0}
            return True
        inner = bool(match["point"])
        before, self._last[inner] = self._last[inner], number
        if not inner:
            self._last[True] = 0
        return not before or number in (1, before + 1)


def gaps(found: Outline, document: Document) -> list[str]:
    """Remarks on what the headings show to be lost or not understood.

    They are headings whose number does not follow (the section between was lost, or is read as
    part of the one before), those with nothing below them, those that only the contents list has,
    and points of a list in a section of figures whose number does not follow.

    Args:
        found: the outline.
        document: for lines.
    """
    remarks, count, before = [*_empty(found, document)], _Count(), ""
    remarks += [*_unanswered(found, document), *_skipped(found, document)]
    remarks += _untold(found, document)
    for part in found.parts:
        heading, place = part.heading.text, document.place_of(part.heading.at[0])
        if not count.goes_on(heading):
            remarks.append(
                f"{place}: heading {heading} follows {before}; "
                "expected every number between. A heading is missing or its title is not known: "
                "compare with the original"
            )
        before = heading
    return remarks


def unknown_headings(
    found: Outline, document: Document, figures: Sequence[Figure]
) -> Iterator[str]:
    """Remarks on headings that are not known, with what became of the figures below them.

    Args:
        found: the outline.
        document: for lines.
        figures: the ledger.
    """
    unread = [one.start for one in figures if one.status == "unread"]
    for part in found.parts:
        if part.id == UNKNOWN:
            below = set(part.body.at)
            number = sum(start in below for start in unread)
            yield (
                f"{document.place_of(part.heading.at[0])}: heading {part.heading.text} is not "
                f"known; of the figures below it {number or 'none'} stay unread. Where its "
                "section is one that is published, add its title to "
                "scripts/juesuan/terms/data/sections.toml"
            )


def _empty(found: Outline, document: Document) -> Iterator[str]:
    """Remarks on sections of figures without any text."""
    levels = [_level(part) for part in found.parts]
    for part, level in zip(found.parts, [*levels[1:], 0][: len(levels)], strict=True):
        is_above = level > _level(part)
        if part.id in _with_figures() and not len(part.body) and not is_above:
            yield (
                f"{document.place_of(part.heading.at[0])}: nothing stands below heading "
                f"{part.heading.text}; expected its figures, or that there are none. Where the "
                "original has a text there, it was lost: extract it again"
            )


def _level(part: Part) -> int:
    """0 of a part, 1 of a section, 2 of a point."""
    return numbered(part.heading.text)[0]


def _unanswered(found: Outline, document: Document) -> Iterator[str]:
    """Remarks on sections that the contents list names and the body has not."""
    have = {part.id for part in found.parts}
    for section, place in found.listed.items():
        one = terms.sections()[section]
        if section in _with_figures() and have.isdisjoint((section, one.within, one.stands_for)):
            yield (
                f"{document.place_of(place)}: the contents list names {one.label}, and no heading "
                "answers; where the original has it, its heading is not understood or a part of "
                "the text is missing: compare with the original"
            )


_NUMBER = 6
"""Characters of the longest number of a line."""

_NEAR = 3
"""How far a number may lie ahead of the one before it and still count on in the same list."""


def _skipped(found: Outline, document: Document) -> Iterator[str]:
    """Remarks on lists in sections of figures that leave out a number."""
    for part in found.parts:
        if part.id not in _with_figures():
            continue
        lists = pairwise([(0, 0), *_points(part)]), pairwise(_bracketed(part))
        for (_, before), (place, number) in chain(*lists):
            if before + 1 < number <= before + _NEAR:
                yield (
                    f"{document.place_of(part.body.at[place])}: point {number} follows point "
                    f"{before or 'none'}; expected every number before it. Where the original "
                    "has them, a line was lost: compare with the original"
                )


def _points(part: Part) -> list[tuple[int, int]]:
    """The places of lines of a section that begin with a number, and the numbers."""
    point, text = _words().pattern("list_point"), part.body.text
    matches = (point.match(text, place) for place in sorted(part.begins))
    return [(match.start(), int(match["number"])) for match in matches if match]


def _bracketed(part: Part) -> list[tuple[int, int]]:
    """The same of lines that begin with a number in brackets ((一))."""
    number, text = _words().pattern("number"), part.body.text
    matches = (
        (place, number.match(text[place : place + _NUMBER])) for place in sorted(part.begins)
    )
    return [
        (place, passage.number(match["ordinal"]))
        for place, match in matches
        if match and match["point"]
    ]


def _untold(found: Outline, document: Document) -> Iterator[str]:
    """Remarks on titles of points in sections of figures below which nothing stands."""
    for part, then in pairwise([*found.parts, None]):
        if part is None or part.id not in _with_figures():
            continue
        for place, text, behind in _title_lines(part, then):
            if behind is not None and _ends(text, behind):
                yield (
                    f"{document.place_of(part.body.at[place])}: nothing stands below {text}; "
                    "expected what it announces. Where the original has a text there, it was "
                    "lost: extract it again"
                )


def _title_lines(part: Part, then: Part | None) -> Iterator[tuple[int, str, str | None]]:
    """Lines of a section that are titles by their form: place, text, and the line behind."""
    body, places = part.body.text, sorted(part.begins)
    ends = [*places[1:], len(body)][: len(places)]
    lines = [body[start:end] for start, end in zip(places, ends, strict=True)]
    behind = [*lines[1:], then.heading.text if then else None]
    for place, line, after in zip(places, lines, behind, strict=False):
        if _words().pattern("title_line").fullmatch(line):
            yield place, line, after


_DEPTHS = ("chinese", "inner", "arabic", "bracketed")
"""Styles of numbers, from those of sections to those of the innermost points."""


def _ends(title: str, behind: str) -> bool:
    """Whether a line behind the title of a point ends that point: it is a point or a heading.

    It has the same style of number, or stands further out: "二、" behind "(三)".
    """
    style, next_style = _style(title), _style(behind)
    if not style or not next_style:
        return False
    return style == next_style or _DEPTHS.index(next_style) < min(_DEPTHS.index(style), 2)


def _style(text: str) -> str:
    """The style of the number with which a line begins; empty where it has none."""
    match = terms.words("clauses").pattern("any_point").match(text)
    return (match.lastgroup or "") if match else ""


@cache
def _with_figures() -> frozenset[str]:
    """The sections that tell figures of measures."""
    return frozenset(name for one in terms.measures().values() for name in one.sections)
