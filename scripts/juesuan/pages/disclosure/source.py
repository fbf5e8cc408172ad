"""The source text as pages with line anchors, and the evidence behind each figure."""

from __future__ import annotations

import bisect
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from juesuan import intake
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.addresses import LINES_A_PAGE, SCALE, SHARD
from juesuan.pages.printed import Printed
from juesuan.rows import FiguresRow


class Original(NamedTuple):
    """A file as received: its name, its hash, its format in capitals."""

    name: str
    sha256: str
    format: str


class Begin(NamedTuple):
    """What begins at a line of the text: a page or a file.

    ``link`` is the way to it below the disclosure; empty where it has none of its own.
    """

    text: str
    link: str = ""
    format: str = ""


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
            found.setdefault(line, []).append(Begin(f"文件 {file.name}", link, file.format))
    marks: dict[int, Begin] = {}
    for line, name in pages:
        at = bisect.bisect_right(starts, line) - 1
        counts[at] += 1
        marks.setdefault(line, _page_mark(files[at], counts[at], name))
    for line, mark in marks.items():
        found.setdefault(line, []).append(mark)
    return found


def _page_mark(file: Original, number: int, name: str) -> Begin:
    if name:
        return Begin(f"工作表 {name}", quote(addresses.file(file.name)), file.format)
    link = addresses.file_page(file.name, str(number))
    return Begin(f"第 {number} 页", link, file.format)


class SourcePage(NamedTuple):
    """A page of the source: its address below the disclosure, and its lines with their numbers."""

    address: str
    lines: list[tuple[int, str]]


def source_pages(text: str) -> Iterator[SourcePage]:
    """The source, so many lines a page."""
    lines = [(i, line.rstrip("\r")) for i, line in enumerate(text.split("\n"), start=1)]
    for start in range(0, len(lines), LINES_A_PAGE):
        yield SourcePage(addresses.source(start + 1), lines[start : start + LINES_A_PAGE])


def evidence_files(facts: Facts, text: str) -> Iterator[tuple[str, str]]:
    """Files of evidence: address below the disclosure, and JSON.

    From figure id to line, context, the cell that took the figure, and where the source has pages
    its page and box; of several files and of workbooks also the number of its file from 0, its
    sheet and its cell. Under ``source`` the file and its hash, under ``files`` several.
    """
    about, rows = facts.disclosure, facts.rows("figures")
    files = originals(facts)
    place = _Place(facts, files)
    printed = Printed(text)
    for first in range(0, len(rows), SHARD):
        shard: dict[str, list[object]] = {"source": [about["source_file"], about["source_sha256"]]}
        if len(files) > 1:
            shard["files"] = [[one.name, one.sha256] for one in files]
        for row in rows[first : first + SHARD]:
            shard[row["figure_id"]] = [*_evidence(row, printed), *place(row)]
        content = json.dumps(shard, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        yield addresses.shard(first // SHARD), content + "\n"


def _evidence(row: FiguresRow, printed: Printed) -> tuple[object, ...]:
    return (
        int(row["line"]), *printed.around(row), row["resource"], row["row"], row["field"],
        row["value"], row["unit"], printed.heading(row),
    )  # fmt: skip


class _Place:
    """Where figures are printed beyond their lines.

    Args:
        facts: the package.
        files: its files.
    """

    def __init__(self, facts: Facts, files: Sequence[Original]) -> None:
        self._places = {row["figure_id"]: row for row in facts.rows("places")}
        self._files = {one.name: number for number, one in enumerate(files)}

    def __call__(self, row: FiguresRow) -> tuple[object, ...]:
        """Page and edges in points, file, sheet and cell; nothing where there is only the line."""
        box, place = _box(row), self._places.get(row["figure_id"])
        if place is None:
            return box
        return (*(box or (0, [])), self._files[place["file"]], place["sheet"], place["cell"])


def _box(row: FiguresRow) -> tuple[object, ...]:
    """Page and edges of what is printed, in points; nothing where the source has no pages."""
    if row["page"] and row["box"]:
        return int(row["page"]), [float(edge) for edge in row["box"].split()]
    return ()


def picture_files(facts: Facts, sources: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Pictures of the pages on which figures stand: address below the disclosure, PNG.

    None of a file that has no pages.

    Args:
        facts: the package.
        sources: its files.
    """
    places = {row["figure_id"]: row for row in facts.rows("places")}
    paths = {path.name: path for path in sources}
    shown: dict[str, set[int]] = {}
    for row in facts.rows("figures"):
        place = places.get(row["figure_id"])
        if row["status"] == "bound" and row["page"] and not (place and place["sheet"]):
            file = place["file"] if place else facts.disclosure["source_file"]
            shown.setdefault(file, set()).add(int(row["page"]))
    for number, one in enumerate(originals(facts), start=1):
        pages = sorted(shown.get(one.name, ()))
        if pages and one.name in paths:
            for page, picture in intake.pictures(paths[one.name], pages, SCALE).items():
                yield addresses.picture(page, number), picture
