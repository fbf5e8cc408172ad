"""The parts of a disclosure: the prose by section, and the region of the performance forms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from juesuan import terms
from juesuan.model import Document
from juesuan.parse.prose.sections.alone import alone
from juesuan.parse.prose.sections.headings import (
    UNKNOWN,
    contents,
    headings,
    sections_told,
)
from juesuan.parse.prose.sections.notes import cited, full_width, notes, parted
from juesuan.parse.prose.sections.numbering import spelling
from juesuan.parse.prose.sections.staff import without_staff
from juesuan.parse.view import Reader, View
from juesuan.terms import Words

LISTS = ("duties", "work", "glossary", "statutory", "part_overview", "part_accounts")
"""Sections without figures: they are read as lists."""

_DUTIES, ORGANISATION = "duties", "organisation"
"""The section of the duties, and the one that tells the staff."""

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
        staff: what stood among the duties and tells the staff.
        full: the width of a full line of the document; 0 where lines are broken at no width.
    """

    id: str
    heading: View
    body: View
    begins: frozenset[int] = frozenset()
    notes: tuple[View, ...] = ()
    staff: tuple[View, ...] = ()
    full: int = 0


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
    found = alone(prose, begins, headings(prose, begins))
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
    marks, full = cited(prose, begins), full_width(prose, begins, document.text)
    told = _without_notes(parts, document.text, marks, full)
    first = found[0].start if found else len(prose)
    told = tuple(_without_staff(one) if one.id == _DUTIES else one for one in told)
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
        Part(one.id, one.heading, *parted(one.body, one.begins, its, given), full=full)
        for one, its in zip(parts, found, strict=True)
    )


def _without_staff(part: Part) -> Part:
    """The duties, of which the sentences that tell the staff stand apart."""
    rest, staff = without_staff(part.body)
    return replace(part, body=rest, begins=frozenset(), staff=staff) if staff else part


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
