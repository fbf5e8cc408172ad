"""The parts of a disclosure: the prose by section, and the region of the performance forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan import terms
from juesuan.model import Document
from juesuan.parse.view import Reader, View

_FORM_WITNESS = re.compile(r"(?:项目|部门(?:\((?:单位)\))?|单位)名称|年初预算|资金来源")


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
        contents: ids of the sections that the table of contents lists, in its order.
    """

    head: View
    parts: tuple[Part, ...]
    forms: tuple[int, int] | None
    contents: tuple[str, ...]

    def part(self, section: str) -> Part | None:
        """The section with this id, if the disclosure has it."""
        return next((part for part in self.parts if part.id == section), None)


def outline(document: Document, reader: Reader) -> Outline:
    """Find the sections and the forms of a disclosure.

    A table of contents repeats every heading; the body begins at the last heading of the first section. A heading
    is its number together with its title, wherever a line ends.
    """
    region = _form_region(document, reader)
    prose = _prose(document, reader, region)
    marks = _headings(prose)
    body = _body_start(marks)
    kept = _once(marks[body:])
    ends = [*(start for start, _, _ in kept[1:]), len(prose)]
    parts = tuple(
        Part(section, prose[start:end], prose[end:stop])
        for (start, end, section), stop in zip(kept, ends, strict=False)
    )
    first = kept[0][0] if kept else len(prose)
    return Outline(prose[:first], parts, region, tuple(section for _, _, section in marks[:body]))


_ORDINALS = {
    tens + ones: 10 * i + j
    for i, tens in enumerate(("", "十"))
    for j, ones in enumerate(("", *"一二三四五六七八九"))
    if tens + ones
}
_NUMBER = re.compile(r"(?P<open>\()?(?P<ordinal>[一二三四五六七八九十]{1,2})[、)]")


def gaps(found: Outline, document: Document) -> list[str]:
    """Remarks on headings whose number does not follow: the section between was lost, or read as part of the one before.

    Args:
        found: the outline.
        document: for lines.
    """
    remarks = []
    last = {False: 0, True: 0}
    before = ""
    for part in found.parts:
        match = _NUMBER.match(part.heading.text)
        if match is None or match["ordinal"] not in _ORDINALS:
            last = {False: 0, True: 0}
            continue
        inner, number = bool(match["open"]), _ORDINALS[match["ordinal"]]
        if number not in (1, last[inner] + 1) and last[inner]:
            remarks.append(
                f"{document.place_of(part.heading.at[0])}: heading {part.heading.text} follows {before}; expected every "
                "number between. A heading is missing or its title is not known: compare with the original"
            )
        last[inner] = number
        if not inner:
            last[True] = 0
        before = part.heading.text
    return remarks


def _prose(document: Document, reader: Reader, region: tuple[int, int] | None) -> View:
    if region is None:
        return reader.prose(0, len(document.text))
    return View.join([reader.prose(0, region[0]), reader.prose(region[1], len(document.text))])


def _headings(prose: View) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for section in terms.sections().values():
        number = (
            r"(?:第[一二三四五六七八九十]部分|[一二三四五六七八九十]{1,3}、)[^。;:,、第()]{0,40}?"
            if section.part
            else r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))(?:(?:19|20)\d\d年度?)?"
        )
        found.extend(
            (match.start(), match.end(), section.id)
            for match in re.finditer(number + section.title, prose.text)
        )
    return sorted(found, key=lambda mark: (mark[0], -mark[1]))


def _body_start(marks: list[tuple[int, int, str]]) -> int:
    for anchor in ("duties", "organisation", "overview", "revenue"):
        places = [i for i, mark in enumerate(marks) if mark[2] == anchor]
        if places:
            at = places[-1]
            return at - 1 if at and marks[at - 1][2] == "part_overview" else at
    return 0


def _once(marks: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The first heading of each section; longer titles win over those they contain."""
    kept: list[tuple[int, int, str]] = []
    seen: set[str] = set()
    for start, end, section in marks:
        if section in seen or (kept and start < kept[-1][1]):
            continue
        seen.add(section)
        kept.append((start, end, section))
    return kept


def _form_region(document: Document, reader: Reader) -> tuple[int, int] | None:
    """From the first title of a form (or the first row of one) to the section behind the forms."""
    start = _first_form(reader)
    if start is None:
        return None
    rest = reader.view(start)
    behind = re.search(
        rf"{terms.ORDINAL}{terms.sections()['other'].title}|第[一二三四五]部分{terms.sections()['glossary'].title}",
        rest.text,
    )
    return start, rest.at[behind.start()] if behind else len(document.text)


def _first_form(reader: Reader) -> int | None:
    text, aside = reader.text, reader.aside
    title = terms.words("forms").pattern("title")
    lines = re.finditer(r"^[^\n]*$", text, re.MULTILINE)
    for line in lines:
        if any(first <= line.start() < last for first, last in aside):
            continue
        squeezed = re.sub(r"\s", "", line[0])
        below = re.sub(r"\s", "", text[line.end() : line.end() + 400])[:120]
        if title.fullmatch(squeezed) and _FORM_WITNESS.search(below):
            return line.start()
        if line[0].count("\t") >= 3 and _FORM_WITNESS.search(squeezed):
            return line.start()
    return None
