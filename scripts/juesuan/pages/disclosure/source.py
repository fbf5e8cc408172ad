"""The source text as pages with line anchors, and the evidence behind each figure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from juesuan import intake
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.addresses import LINES_A_PAGE, SCALE, SHARD
from juesuan.pages.printed import Printed
from juesuan.rows import FiguresRow


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
    its page and box; under ``source`` the file and its hash.
    """
    about, rows = facts.disclosure, facts.rows("figures")
    printed = Printed(text)
    for first in range(0, len(rows), SHARD):
        shard: dict[str, list[object]] = {"source": [about["source_file"], about["source_sha256"]]}
        for row in rows[first : first + SHARD]:
            shard[row["figure_id"]] = [*_evidence(row, printed), *_box(row)]
        content = json.dumps(shard, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        yield addresses.shard(first // SHARD), content + "\n"


def _evidence(row: FiguresRow, printed: Printed) -> tuple[object, ...]:
    return (
        int(row["line"]), *printed.around(row), row["resource"], row["row"], row["field"],
        row["value"], row["unit"], printed.heading(row),
    )  # fmt: skip


def _box(row: FiguresRow) -> tuple[object, ...]:
    """Page and edges of what is printed, in points; nothing where the source has no pages."""
    if row["page"] and row["box"]:
        return int(row["page"]), [float(edge) for edge in row["box"].split()]
    return ()


def picture_files(facts: Facts, source: Path) -> Iterator[tuple[str, bytes]]:
    """Pictures of the pages on which figures stand: address below the disclosure, PNG.

    None where the source has no pages.
    """
    bound = (row for row in facts.rows("figures") if row["status"] == "bound")
    shown = sorted({int(row["page"]) for row in bound if row["page"]})
    for number, picture in intake.pictures(source, shown, SCALE).items():
        yield addresses.picture(number), picture
