"""The source text as pages on which each line and each figure has its address."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from juesuan import intake
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.addresses import LINES_A_PAGE, SCALE
from juesuan.pages.evidence.printed import FORMS, Printed
from juesuan.pages.markup import signs
from juesuan.rows import FiguresRow

_SIGNS = "#*| \t"
"""What stands around headings of a text in Markdown."""

_LONG = 40
"""Characters of a heading in the contents."""


class Original(NamedTuple):
    """A file as received: its name, its hash, its format in capitals."""

    name: str
    sha256: str
    format: str


class Begin(NamedTuple):
    """What begins at a line of the text: a file, a page or a sheet of it.

    Attributes:
        text: how it is called.
        link: the way to it, below the disclosure.
        format: the format of its file in capitals.
        is_file: whether it is a file.
        picture: the picture of a page, below the disclosure; empty where there is none.
    """

    text: str
    link: str = ""
    format: str = ""
    is_file: bool = False
    picture: str = ""


def originals(facts: Facts) -> list[Original]:
    """The files of a disclosure, the leading one first."""
    about = facts.disclosure
    told = [(row["file"], row["sha256"]) for row in facts.rows("sources")]
    return [
        Original(name, sha256, name.rpartition(".")[2].upper())
        for name, sha256 in told or [(about["source_file"], about["source_sha256"])]
    ]


def begins(facts: Facts, pages: Sequence[tuple[int, str]]) -> dict[int, list[Begin]]:
    """What begins at each line of the text.

    Args:
        facts: the package.
        pages: for each page of the source the line with which it begins, and its name.
    """
    found: dict[int, list[Begin]] = {}
    starts = [int(row["first_line"]) for row in facts.rows("sources")] or [1]
    files, counts = originals(facts), [0] * len(starts)
    for file, line in zip(files, starts, strict=True):
        if len(files) > 1:
            link = quote(addresses.file(file.name))
            found.setdefault(line, []).append(Begin(f"文件 {file.name}", link, file.format, True))
    marks: dict[int, Begin] = {}
    shown = _pages_with_figures(facts)
    for line, name in pages:
        at = bisect.bisect_right(starts, line) - 1
        counts[at] += 1
        picture = ""
        if counts[at] in shown.get(files[at].name, ()):
            picture = addresses.picture(counts[at], at + 1)
        marks.setdefault(line, _page_mark(files[at], counts[at], name, picture))
    for line, mark in marks.items():
        found.setdefault(line, []).append(mark)
    return found


def _page_mark(file: Original, number: int, name: str, picture: str) -> Begin:
    if name:
        return Begin(f"工作表 {name}", quote(addresses.file(file.name)), file.format)
    link = addresses.file_page(file.name, str(number))
    return Begin(f"第 {number} 页", link, file.format, picture=picture)


def _pages_with_figures(facts: Facts) -> dict[str, set[int]]:
    """The pages of each file on which figures stand that are in a table."""
    places = {row["figure_id"]: row for row in facts.rows("places")}
    found: dict[str, set[int]] = {}
    for row in facts.rows("figures"):
        place = places.get(row["figure_id"])
        if row["status"] == "bound" and row["page"] and not (place and place["sheet"]):
            file = place["file"] if place else facts.disclosure["source_file"]
            found.setdefault(file, set()).add(int(row["page"]))
    return found


class Line(NamedTuple):
    """A line of the source as its page shows it.

    Attributes:
        number: counted from 1.
        content: what is printed, each figure with its id.
        is_heading: whether it is a heading.
        heading: under what its figures stand, where that is not the heading above it.
        stands_alone: whether it is a row of a form, which goes on in no other line.
    """

    number: int
    content: Markup
    is_heading: bool = False
    heading: str = ""
    stands_alone: bool = False


class Stretch(NamedTuple):
    """Lines of one page or sheet of a file; the whole of a text that has neither.

    Attributes:
        under: what begins with them, or what they go on with: a file, a page or sheet of it.
        goes_on: whether that began on the page before.
        lines: the lines.
    """

    under: list[Begin]
    goes_on: bool
    lines: list[Line]

    @property
    def picture(self) -> str:
        """The picture of their page, below the disclosure; empty where there is none."""
        return self.under[-1].picture if self.under else ""


_MARK = re.compile("&lt;/?[a-z]{1,10}(?:&gt;| )")
"""A mark of a web page that was written down and not shown, escaped."""


class SourcePage(NamedTuple):
    """A page of the source: its address below the disclosure, and its lines."""

    address: str
    stretches: list[Stretch]

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.stretches[0].lines[0].number

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.stretches[-1].lines[-1].number

    @property
    def has_marks(self) -> bool:
        """Whether marks of a web page stand in it, as the file received has them."""
        return any(_MARK.search(line.content) for part in self.stretches for line in part.lines)


def source_pages(
    facts: Facts, text: str, pages: Sequence[tuple[int, str]] = ()
) -> Iterator[SourcePage]:
    """The source, so many lines a page, with an anchor for each line and for each figure.

    Args:
        facts: the package.
        text: in which the offsets of its figures count.
        pages: for each page of the source the line with which it begins, and its name.
    """
    marks = begins(facts, pages)
    every = list(_lines(facts, text))
    under: list[Begin] = []
    for start in range(0, len(every), LINES_A_PAGE):
        stretches: list[Stretch] = []
        for line in every[start : start + LINES_A_PAGE]:
            begun = marks.get(line.number, [])
            under = _under(under, begun)
            if begun or not stretches:
                stretches.append(Stretch(under, not begun and bool(under), []))
            stretches[-1].lines.append(line)
        yield SourcePage(addresses.source(start + 1), stretches)


class Entry(NamedTuple):
    """A heading of the source: what it says, and where it stands below the disclosure."""

    text: str
    link: str


def contents(pages: Sequence[SourcePage]) -> list[Entry]:
    """The headings of the source; of those that say the same the last one.

    The others stand in the document's own table of contents.

    Args:
        pages: all pages of the source.
    """
    found: dict[str, Entry] = {}
    for page in pages:
        for line in (line for part in page.stretches for line in part.lines if line.is_heading):
            text = " ".join(line.content.striptags().strip(_SIGNS).split())[:_LONG]
            found.pop(text, None)
            found[text] = Entry(text, f"{page.address}#L{line.number}")
    return [*found.values()]


def _under(before: list[Begin], begun: list[Begin]) -> list[Begin]:
    """What a line stands under, from what the line before does and what begins with it."""
    if not begun:
        return before
    return begun if begun[0].is_file else [*(one for one in before if one.is_file), *begun]


def _lines(facts: Facts, text: str) -> Iterator[Line]:
    """All lines of the source, with their figures."""
    printed = Printed(text)
    headings = printed.heading_lines()
    marks = _Marks(facts, text)
    above = ""
    for number, line in enumerate(text.split("\n"), start=1):
        figures = marks.of_line(number)
        is_heading = number in headings
        above = headings.get(number, above)
        own = printed.heading(figures[0]) if figures else above
        heading = own if own != above else ""
        above = own
        alone = any(row["resource"] in FORMS for row in figures) and "\t" not in line
        yield Line(number, marks.marked(number, line), is_heading, heading, alone)


class _Marks:
    """The figures of a source, for marking them in its lines; numbering where a check cites it.

    Args:
        facts: the package.
        text: in which the offsets of its figures count.
    """

    def __init__(self, facts: Facts, text: str) -> None:
        self._starts = list(accumulate((len(one) + 1 for one in text.split("\n")), initial=0))
        self._places = {row["figure_id"]: row for row in facts.rows("places")}
        self._of: dict[int, list[FiguresRow]] = {}
        cited = {one for row in facts.rows("checks") for one in row["figures"].split()}
        for row in facts.rows("figures"):
            if row["status"] != "reference" or row["figure_id"] in cited:
                at = bisect.bisect_right(self._starts, int(row["start"]))
                self._of.setdefault(at, []).append(row)

    def of_line(self, number: int) -> list[FiguresRow]:
        """The figures that begin in a line, in reading order."""
        return sorted(self._of.get(number, ()), key=lambda row: int(row["start"]))

    def marked(self, number: int, line: str) -> Markup:
        """A line as HTML, in which each figure is an element with its id."""
        start, done = self._starts[number - 1], 0
        parts: list[str] = []
        for row in self.of_line(number):
            first = max(done, int(row["start"]) - start)
            last = max(first, min(int(row["end"]) - start, len(line)))
            parts += [signs(line[done:first]), self._mark(row, line[first:last])]
            done = last
        parts.append(signs(line[done:].rstrip("\r")))
        return Markup("".join(parts))  # nosec B704 - each of them is escaped

    def _mark(self, row: FiguresRow, text: str) -> str:
        place = self._places.get(row["figure_id"])
        box = f' data-b="{escape(row["box"])}"' if row["box"] else ""
        cell = f' data-c="{escape(place["cell"])}"' if place and place["cell"] else ""
        return f'<b id="{escape(row["figure_id"])}"{box}{cell}>{signs(text)}</b>'


def picture_files(facts: Facts, sources: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Pictures of the pages on which figures stand: address below the disclosure, PNG.

    None of a file that has no pages.

    Args:
        facts: the package.
        sources: its files.
    """
    paths = {path.name: path for path in sources}
    shown = _pages_with_figures(facts)
    for number, one in enumerate(originals(facts), start=1):
        pages = sorted(shown.get(one.name, ()))
        if pages and one.name in paths:
            for page, picture in intake.pictures(paths[one.name], pages, SCALE).items():
                yield addresses.picture(page, number), picture
