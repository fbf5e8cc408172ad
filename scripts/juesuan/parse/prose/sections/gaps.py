"""What the outline of a disclosure shows to be lost or not understood, for the maintainer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from juesuan import terms
from juesuan.model import Document, Figure
from juesuan.parse import passage
from juesuan.parse.prose.sections.headings import UNKNOWN
from juesuan.parse.prose.sections.outline import Outline, Part
from juesuan.parse.prose.sections.skipped import skipped
from juesuan.parse.prose.sections.title_lines import numbered
from juesuan.terms import Words

_SHORT = 40
"""Characters at the end of a text among which a sentence that is broken off has a comma."""


def _words() -> Words:
    return terms.words("outline")


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
    remarks += [*_untold(found, document), *_broken_off(found, document)]
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
        if part.id in terms.measured_sections() and not len(part.body) and not is_above:
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
        if section in terms.measured_sections() and have.isdisjoint(
            (section, one.within, one.stands_for)
        ):
            yield (
                f"{document.place_of(place)}: the contents list names {one.label}, and no heading "
                "answers; where the original has it, its heading is not understood or a part of "
                "the text is missing: compare with the original"
            )


def _skipped(found: Outline, document: Document) -> Iterator[str]:
    """Remarks on lists in sections of figures that leave out a number."""
    for part in found.parts:
        if part.id not in terms.measured_sections():
            continue
        for place, number, before in skipped(part.body.text, part.begins):
            yield (
                f"{document.place_of(part.body.at[place])}: point {number} follows point "
                f"{before or 'none'}; expected every number before it. Where the original "
                "has them, a line was lost: compare with the original"
            )


def _untold(found: Outline, document: Document) -> Iterator[str]:
    """Remarks on titles of points in sections of figures below which nothing stands."""
    for part, then in pairwise([*found.parts, None]):
        if part is None or part.id not in terms.measured_sections():
            continue
        for place, text, behind in _title_lines(part, then):
            if behind is not None and _ends(text, behind):
                yield (
                    f"{document.place_of(part.body.at[place])}: nothing stands below {text}; "
                    "expected what it announces. Where the original has a text there, it was "
                    "lost: extract it again"
                )


def _broken_off(found: Outline, document: Document) -> Iterator[str]:
    """A remark where the text ends within a sentence of a section of figures."""
    last = found.parts[-1] if found.parts else None
    if (
        last is None
        or found.forms
        or last.id not in terms.measured_sections()
        or not len(last.body)
    ):
        return
    if not _words().pattern("ended").search(last.body.text) and "," in last.body.text[-_SHORT:]:
        yield (
            f"{document.place_of(last.body.at[-1])}: the text ends within a sentence of "
            f"{last.heading.text}; where the original goes on, the rest was lost: extract it again"
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
