"""Notes among the prose of a section: lines that say something beside the text.

「注：含上年结转1.11万元」 is told of no measure of the section, whatever it names: its figures are
those of the note. A note is a line, and those below it on which it goes on: in a text whose lines
all end at the same width the ones up to the end of its sentence, and the further points of a list
of notes.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from juesuan import terms
from juesuan.parse.view import View

_STARS = re.compile(r"\s*(?P<stars>[*＊]{1,3})(?P<blank>[ \t])?[^*＊\n]*")
"""A line that begins with asterisks and holds no others: nothing in it is set in bold type."""

_RAGGED = 4
"""Half-width characters by which a full line may be shorter than the longest one."""

_NARROW, _BROAD = 24, 140
"""How broad the lines of a text are that are broken at a width."""

_SAME, _BROADER = 3, 3
"""Full lines by which a text is known to be broken at a width, and broader ones in a hundred."""


_CITING = re.compile(r"[^\W_]|[)%\"。]")
"""What stands before the mark of a note: a word, an amount, or the end of a sentence."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_ONE, _TWO = "①②"


@dataclass(frozen=True)
class _Line:
    """A line of a section.

    Attributes:
        start, end: its places in the section.
        text: its characters without spaces.
        printed: as it stands in the source, from the begin of its line there.
        at: offset of its first character in the source.
        is_whole: whether it begins where a line of the source does.
    """

    start: int
    end: int
    text: str
    printed: str
    at: int
    is_whole: bool

    @property
    def width(self) -> int:
        """Half-width characters."""
        shown = self.printed.strip()
        return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in shown)


class Note(NamedTuple):
    """A note of a section.

    Attributes:
        start, end: its places in the section.
        mark: by which the text may refer to it; empty for none.
    """

    start: int
    end: int
    mark: str


def cited(prose: View, begins: frozenset[int]) -> dict[str, int]:
    """Marks by which a text refers to notes, each with the offset where it does so first.

    Args:
        prose: all of it.
        begins: places at which a line begins.
    """
    starts = sorted(one for one in begins if one < len(prose))
    lines = (prose.text[start:end] for start, end in pairwise([0, *starts, len(prose)]))
    broken = "\n".join(lines) + "\n"
    breaks = [start + before for before, start in enumerate(starts)]
    first = dict[str, int]()
    for one in terms.words("notes").pattern("refers").finditer(broken):
        at = prose.at[one.start() - bisect_left(breaks, one.start())]
        first.setdefault(one[one.lastgroup or 0], at)
    return first


def full_width(prose: View, begins: frozenset[int], source: str) -> int:
    """The width of a full line, where a text is broken at a width; else 0.

    Some lines may be broader: notes are set in smaller letters.
    """
    widths = sorted((line.width for line in _lines(prose, begins, source)), reverse=True)
    for at, width in enumerate(widths[: len(widths) * _BROADER // 100 + _SAME]):
        alike = sum(width - _RAGGED <= one for one in widths[at:])
        if alike >= _SAME and width <= _BROAD:
            return width - _RAGGED if width >= _NARROW else 0
    return 0


def paragraphs(body: View, begins: frozenset[int], source: str, full: int) -> frozenset[int]:
    """Those places at which a line begins that the layout proves to begin a paragraph.

    Args:
        body: of a section.
        begins: places at which a line begins.
        source: the text as received.
        full: the width of a full line, behind which a sentence may go on; 0 where lines are broken
            at no width.
    """
    lines = pairwise(_lines(body, begins, source))
    return frozenset(then.start for line, then in lines if not full or line.width < full)


def notes(
    body: View, begins: frozenset[int], source: str, marks: Mapping[str, int], full: int = 0
) -> list[Note]:
    """The notes of a section, in order.

    Args:
        body: of the section.
        begins: places at which a line begins.
        source: the text as received.
        marks: by which the text refers to notes, and the offset where it does so first.
        full: the width of a full line; 0 where lines are broken at no width.
    """
    lines = [*_lines(body, begins, source)]
    found, at = list[Note](), 0
    while at < len(lines):
        above = found[-1].mark if found and found[-1].end == lines[at].start else ""
        begun = _begin(lines[at], marks, body.text[lines[at].end :], above)
        last = _last(lines, at, full) if begun else at
        if begun:
            found.append(Note(begun[0], lines[last].end, begun[1]))
        at = last + 1
    return found


def parted(
    body: View, begins: frozenset[int], found: Sequence[Note], marks: Iterable[str]
) -> tuple[View, frozenset[int], tuple[View, ...]]:
    """A section without its notes, the places at which its lines begin then, and the notes.

    Args:
        body: of the section.
        begins: places at which a line begins.
        found: its notes.
        marks: of all notes; where the section refers to one, the mark is no part of its text.
    """
    own = [(one.start, one.end) for one in found]
    gone = sorted([*own, *_citations(body.text, begins, own, marks)])
    if not gone:
        return body, begins, ()
    kept = [0, *(place for span in gone for place in span), len(body)]
    spans = [(kept[i], kept[i + 1]) for i in range(0, len(kept), 2)]
    moved, less = set[int](), 0
    for (start, end), behind in zip(spans, [*spans[1:], (0, 0)], strict=True):
        moved |= {place - less for place in begins if start <= place < end}
        less += behind[0] - end
    rest = View.join(body[start:end] for start, end in spans)
    return rest, frozenset(moved), tuple(body[start:end] for start, end in own)


def _citations(
    text: str, begins: frozenset[int], found: list[tuple[int, int]], marks: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """Where a section refers to notes; not the mark with which a note or a line begins."""
    every = {form for mark in marks if mark for form in (mark, mark.translate(_RAISED))}
    some = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
    for one in re.finditer(some, text) if some else ():
        place = one.start()
        is_inside = any(start <= place < end for start, end in found)
        if not is_inside and place not in begins and _CITING.fullmatch(text[place - 1 : place]):
            yield one.span()


def _lines(body: View, begins: frozenset[int], source: str) -> Iterator[_Line]:
    places = sorted({0, *begins} if len(body) else begins)
    for start, end in pairwise([*places, len(body)]):
        first, last = body.at[start], body.at[end - 1]
        printed = source[source.rfind("\n", 0, first) + 1 : _line_end(source, last)]
        yield _Line(start, end, body.text[start:end], printed, body.at[start], start in begins)


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return len(source) if end < 0 else end


def _begin(
    line: _Line, marks: Mapping[str, int], behind: str, above: str
) -> tuple[int, str] | None:
    """Where a note begins in a line, and the mark of the note; None where none does.

    Args:
        line: of the section.
        marks: by which the text refers to notes.
        behind: what follows in the section: a list has more than one point.
        above: the mark of the note that ends where the line begins.
    """
    words = terms.words("notes")
    if line.is_whole and words.pattern("word").match(line.text):
        if not line.start and words.pattern("title_too").match(line.text):
            return None
        numbered = words.pattern("mark_word").match(line.text)
        return line.start, numbered["mark"] if numbered else ""
    if line.is_whole and (mark := _mark(line, marks, behind, above)):
        return line.start, mark
    middle = words.pattern("middle").search(line.text)
    return (line.start + middle.start(), "") if middle else None


def _mark(line: _Line, marks: Mapping[str, int], behind: str, above: str) -> str:
    """The mark of a note with which a line begins; empty where it begins with none."""
    words = terms.words("notes")
    if own := words.pattern("mark").match(line.text):
        return own[0]
    if stars := _STARS.fullmatch(line.printed):
        return _asterisks(stars, above, marks.get(stars["stars"], line.at) < line.at)
    if plain := words.pattern("plain").match(line.text):
        mark = plain[0].translate(_RAISED)
        counts = terms.words("view").pattern("unit_follows").match(line.text[plain.end() :])
        return mark if not counts and marks.get(mark, line.at) < line.at else ""
    point = words.pattern("mark_or_point").match(line.text)
    mark = point[0] if point else ""
    is_lone = mark == _ONE and _TWO not in line.text and _TWO not in behind
    return mark if is_lone or marks.get(mark, line.at) < line.at else ""


def _asterisks(stars: re.Match[str], above: str, is_cited: bool) -> str:
    """The mark of a note that begins with asterisks; empty where none does.

    One needs no reference, unless it is the mark of an entry of a list. Two of them are the rest of
    bold type, unless a note with one stands above.
    """
    mark = stars["stars"].replace("＊", "*")
    if mark != "*" and above != mark[1:]:
        return ""
    is_entry = stars["blank"] and "*" in stars["stars"]
    return mark if not is_entry or is_cited else ""


def _last(lines: list[_Line], at: int, full: int) -> int:
    """The last line of the note that begins in a line."""
    words, number = terms.words("notes"), _number(lines[at])
    while at + 1 < len(lines):
        then = words.pattern("further").match(lines[at + 1].text)
        if then and number is not None and int(then["number"]) == number + 1:
            number += 1
        elif not _goes_on(lines[at], full):
            break
        at += 1
    return at


def _number(line: _Line) -> int | None:
    """The number of the first of the notes that a line lists; 0 where the list begins below it.

    None where it is no list.
    """
    words = terms.words("notes")
    head = words.pattern("word").match(line.text)
    if head is None:
        return None
    rest = line.text[head.end() :]
    point = words.pattern("further").match(rest)
    return int(point["number"]) if point else None if rest else 0


def _goes_on(line: _Line, full: int) -> bool:
    """Whether a note goes on in the line below."""
    return (
        bool(full)
        and line.width >= full
        and not terms.words("notes").pattern("over").search(line.text)
    )
