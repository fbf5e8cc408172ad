"""The parts of a disclosure: the prose by section, and the region of the performance forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from juesuan import terms
from juesuan.model import Document
from juesuan.parse import passage
from juesuan.parse.view import Reader, View
from juesuan.terms import Words

_ANCHORS = ("duties", "organisation", "overview", "revenue")
"""Sections of which the first that a disclosure has begins its body."""

_BELOW = 400
"""Characters below a line that may show that it is the title of a form."""

_SHORTLY = 120
"""The same, without spaces."""

Heading = tuple[int, int, str]
"""Where a heading begins and ends in the prose, and the id of its section."""


@dataclass(frozen=True)
class Part:
    """A section of the prose: the heading and what follows it until the next heading."""

    id: str
    heading: View
    body: View


@dataclass(frozen=True)
class Outline:
    """Where everything stands.

    Attributes:
        head: what stands before the body: title and table of contents.
        parts: sections of the body in the order of the document.
        forms: source offsets of the region of the performance forms, or None.
    """

    head: View
    parts: tuple[Part, ...]
    forms: tuple[int, int] | None


def outline(document: Document, reader: Reader) -> Outline:
    """Find the sections and the forms of a disclosure.

    A table of contents repeats every heading; the body begins at the last heading of the first
    section. A heading is its number together with its title, wherever a line ends.
    """
    region = _form_region(document, reader)
    prose = _prose(document, reader, region)
    headings = _headings(prose)
    kept = _once(headings[_body_start([section for _, _, section in headings]) :])
    ends = [*(start for start, _, _ in kept[1:]), len(prose)]
    parts = tuple(
        Part(section, prose[start:end], prose[end:stop])
        for (start, end, section), stop in zip(kept, ends, strict=False)
    )
    first = kept[0][0] if kept else len(prose)
    return Outline(prose[:first], parts, region)


def _words() -> Words:
    return terms.words("outline")


def _prose(document: Document, reader: Reader, region: tuple[int, int] | None) -> View:
    """All that is no form."""
    if region is None:
        return reader.prose(0, len(document.text))
    return View.join([reader.prose(0, region[0]), reader.prose(region[1], len(document.text))])


def _headings(prose: View) -> list[Heading]:
    """Every place that has the form of a heading; the longer of two that begin together first."""
    found = [
        (match.start(), match.end(), section.id)
        for section in terms.sections().values()
        for match in re.finditer(_number(section.part) + section.title, prose.text)
    ]
    return sorted(found, key=lambda heading: (heading[0], -heading[1]))


def _number(of_part: bool) -> str:
    """Pattern of what stands before the title of a part, or of a section."""
    return f"(?:{_words().source('before_part' if of_part else 'before_section')})"


def _body_start(sections: list[str]) -> int:
    """The heading that begins the body: the last of the first section, or that of its part."""
    for anchor in _ANCHORS:
        if anchor in sections:
            at = len(sections) - 1 - sections[::-1].index(anchor)
            return at - 1 if at and sections[at - 1] == "part_overview" else at
    return 0


def _once(headings: list[Heading]) -> list[Heading]:
    """The first heading of each section; longer titles win over those they contain."""
    kept: list[Heading] = []
    seen: set[str] = set()
    for start, end, section in headings:
        if section in seen or (kept and start < kept[-1][1]):
            continue
        seen.add(section)
        kept.append((start, end, section))
    return kept


def _form_region(document: Document, reader: Reader) -> tuple[int, int] | None:
    """From the first title of a form (or its first row) to the section behind the forms."""
    start = _first_form(reader)
    if start is None:
        return None
    other, glossary = (terms.sections()[name].title for name in ("other", "glossary"))
    behind = re.compile(rf"{terms.ORDINAL}{other}|{_words().source('part')}{glossary}")
    rest = reader.view(start)
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
    return line[0].count("\t") >= 3 and bool(witness.search(squeezed))


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
        inner = bool(match["open"])
        before, self._last[inner] = self._last[inner], number
        if not inner:
            self._last[True] = 0
        return not before or number in (1, before + 1)


def gaps(found: Outline, document: Document) -> list[str]:
    """Remarks on headings whose number does not follow.

    The section between was lost, or is read as part of the one before.

    Args:
        found: the outline.
        document: for lines.
    """
    remarks, count, before = [], _Count(), ""
    for part in found.parts:
        heading = part.heading.text
        if not count.goes_on(heading):
            remarks.append(
                f"{document.place_of(part.heading.at[0])}: heading {heading} follows {before}; "
                "expected every number between. A heading is missing or its title is not known: "
                "compare with the original"
            )
        before = heading
    return remarks
