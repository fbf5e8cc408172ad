"""Which ruled table is which statutory table: by the title above it, or because it goes on behind a page."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import cache

from juesuan import terms
from juesuan.model import Document, Table
from juesuan.parse.statutory.sheet import Sheet
from juesuan.parse.view import Reader, View

_ABOVE = 6
"""Lines above a table in which its title is looked for."""

_NUMBERED = re.compile(
    r"(?:财决)?(?:公开)?\(?(?:附?表)?\d{1,2}\)?(?:表)?|公开[一二三四五六七八九]+表|附件\d*|表\d{1,2}"
)
"""A line that numbers the table, above its title."""

_BELOW = re.compile(r"\(?(?:接上[页表]|续上?[页表]?\d?)\)?")
"""A line that says that a table goes on."""

_SENTENCE = re.compile(r"[。;]|.{46}")
"""A line that belongs to the prose: no title stands above it."""

_FEWEST = 3
"""Columns below which a ruled table is none of the nine."""


@dataclass
class Found:
    """A statutory table of the document: its pieces, the lines above it and the notes below it.

    ``inside`` is the number of its first rows that hold the title and what belongs to it.
    """

    table: terms.StatutoryTable
    pieces: list[Table]
    title: View
    above: list[View]
    unit: str
    inside: int = 0
    notes: list[View] = field(default_factory=list)

    def sheet(self, reader: Reader) -> Sheet:
        """Its pieces as one sheet, without a title in its own first rows."""
        sheet = Sheet(reader, self.pieces)
        sheet.drop(set(range(self.inside)))
        return sheet


def find(document: Document, reader: Reader) -> list[Found]:
    """The statutory tables of a document, in its order; one that is printed twice is found twice."""
    found: list[Found] = []
    end = 0
    for table in document.tables:
        between = _lines(reader, end, table.start)
        end = table.end
        named = _named(between)
        if named is not None and table.width >= _FEWEST:
            at, kind, title = named
            above = [line for line in between[at:] if not set(line.at) & set(title.at)]
            above += [
                rest
                for line in between
                if set(line.at) & set(title.at) and (rest := _unit_behind(line, title))
            ]
            above += [
                line for line in between[max(0, at - 2) : at] if _NUMBERED.fullmatch(line.text)
            ]
            again = bool(found) and found[-1].table == kind and not between[:at]
            if again and _is_next(found[-1].pieces[-1], table):
                found[-1].pieces.append(table)
                found[-1].above += [title, *above]
                continue
            found.append(Found(kind, [table], title, above, _unit(above)))
        elif (own := _titled_inside(reader, table)) is not None:
            kind, title, lines = own
            found.append(
                Found(kind, [table], title, lines, _unit([*between[-2:], *lines]), 1 + len(lines))
            )
        elif found and _goes_on(reader, found[-1], table, between):
            found[-1].pieces.append(table)
            found[-1].above += between
    for one in found:
        one.notes = _notes(reader, one.pieces[-1].end, _after(document, one.pieces[-1]))
    return found


def _after(document: Document, table: Table) -> int:
    return min(
        (other.start for other in document.tables if other.start >= table.end),
        default=len(document.text),
    )


def _lines(reader: Reader, start: int, end: int) -> list[View]:
    """The lines of a range that carry text, without those of the page."""
    skipped = reader.furniture(start, end)
    found, at = [], start
    while at < end:
        stop = reader.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if not any(a <= at < b for a, b in skipped) and len(line := reader.view(at, stop)):
            found.append(line)
        at = stop + 1
    return found


@cache
def _titles() -> list[tuple[re.Pattern[str], terms.StatutoryTable]]:
    before = (
        r"(?:附?表?[一二三四五六七八九\d]{{0,2}}[、.:]?)?(?:[^。;,|]{{0,40}}?(?:年度?|部门|单位))?"
    )
    behind = r"(?:\(续表?\d?\)|续表?|\([^()]{{0,12}}\))?"
    around = before + "{}" + behind
    return [
        (re.compile(around.format(f"(?:{one.title})")), one) for one in terms.statutory_tables()
    ]


def _named(between: list[View]) -> tuple[int, terms.StatutoryTable, View] | None:
    """The nearest title among the lines above a table: its number, the table, and its characters."""
    for at in range(len(between) - 1, max(-1, len(between) - 1 - _ABOVE), -1):
        if _SENTENCE.search(between[at].text):
            return None
        for first in (at, at - 1):
            if first < 0 or _SENTENCE.search(between[first].text):
                continue
            line = View.join(between[first : at + 1])
            unit = (
                re.search(r"\(?" + terms.statutory_words()["unit"] + r"\)?$", line.text)
                if first == at
                else None
            )
            line = line[: unit.start()] if unit else line
            kind = next(
                (table for pattern, table in _titles() if pattern.fullmatch(line.text)), None
            )
            if kind is not None:
                return first, kind, line
    return None


def _unit_behind(line: View, title: View) -> View | None:
    """The unit that stands in the line of a title, behind it."""
    rest = line[line.at.index(title.at[-1]) + 1 :] if title.at[-1] in line.at else line[:0]
    return rest if len(rest) else None


def _titled_inside(
    reader: Reader, table: Table
) -> tuple[terms.StatutoryTable, View, list[View]] | None:
    """The title in the first row of a table, and the rows below it that hold one text each, as its unit."""
    rows = _first_rows(reader, table)
    if not rows or len(rows[0]) != 1 or table.width < _FEWEST:
        return None
    named = _named(rows[0])
    if named is None:
        return None
    lines = list(itertools.takewhile(lambda row: len(row) == 1, rows[1:]))
    return named[1], named[2], [row[0] for row in lines]


def _first_rows(reader: Reader, table: Table) -> list[list[View]]:
    """The texts of the first rows of a table."""
    rows: list[list[View]] = [[] for _ in range(4)]
    for cell in table.cells:
        if cell.row < len(rows) and len(view := reader.view(cell.start, cell.end)):
            rows[cell.row].append(view)
    return list(itertools.takewhile(bool, rows))


def _unit(above: list[View]) -> str:
    match = re.search(terms.statutory_words()["unit"], "".join(line.text for line in above))
    return match["unit"] if match else ""


def _is_next(last: Table, table: Table) -> bool:
    return 0 <= table.page - last.page <= 1


def _goes_on(reader: Reader, found: Found, table: Table, between: list[View]) -> bool:
    """Whether an untitled table is the next piece of the one before: behind it, with nothing of its own in between."""
    last = found.pieces[-1]
    alike = table.width == last.width or abs(table.width - found.pieces[0].width) <= 2
    return (
        _is_next(last, table)
        and alike
        and all(map(_is_between, between))
        and not _other_headings(reader, found, table)
    )


def _is_between(line: View) -> bool:
    """Whether a line may stand between two pieces of a table: its unit, or the word that it goes on."""
    if _BELOW.fullmatch(line.text):
        return True
    return bool(re.search(terms.statutory_words()["unit"], line.text)) and not re.search(
        "决算.{0,6}表", line.text
    )


def _other_headings(reader: Reader, found: Found, table: Table) -> bool:
    """Whether the first row holds headings (three texts and no figure) that are not those of the table before."""
    rows, before = _first_rows(reader, table), _first_rows(reader, found.pieces[0])
    first = [view.text for view in rows[0]] if rows else []
    headings = len(first) > 2 and not any(re.search(r"\d", text) for text in first)
    return headings and first not in [[view.text for view in row] for row in before]


def _notes(reader: Reader, start: int, end: int) -> list[View]:
    """Notes below a table: lines from one that begins with 注 or 说明 up to the first that ends a sentence."""
    found: list[View] = []
    begins = re.compile(terms.statutory_words()["note"])
    for line in _lines(reader, start, end)[:8]:
        if begins.match(line.text) or re.match(
            terms.statutory_words()["note_about_table"], line.text
        ):
            found.append(line)
        elif found and found[-1].text[-1:] not in "。;":
            found[-1] = View.join([found[-1], line])
        else:
            break
    return found
