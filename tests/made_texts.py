"""The made-up disclosure as texts, whose tables are typed with tabs, bars or blanks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from tests.made_pdf import Block, Made, blocks, placed

Grid = list[list[str]]


def grid(block: Block) -> Grid:
    """The cells of a table; one that covers several stands in the first of them."""
    cells = list(placed(block.rows))
    width = max(column + across for _, column, _, across, _ in cells)
    found = [[""] * width for _ in block.rows]
    for row, column, _, _, text in cells:
        found[row][column] = text
    return found


def written(made: Made, table: Callable[[Grid], Sequence[str]]) -> bytes:
    """The disclosure as a text whose tables are written in some way."""
    lines: list[str] = []
    for block in blocks(made.html()):
        lines += table(grid(block)) if block.rows else [block.text]
    return "\n".join(lines).encode()


def tabs(made: Made) -> bytes:
    """Cells between tabs."""
    return written(made, lambda rows: ["\t".join(row) for row in rows])


def trimmed(made: Made) -> bytes:
    """Cells between tabs, without those at the end of a line."""
    return written(made, lambda rows: ["\t".join(row).rstrip("\t") for row in rows])


def bars(made: Made) -> bytes:
    """Cells between bars, as Markdown writes them."""

    def table(rows: Grid) -> list[str]:
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return ["", lines[0], "|" + " --- |" * len(rows[0]), *lines[1:], ""]

    return written(made, table)


def inner_bars(made: Made) -> bytes:
    """Cells between bars, none of which stands at an edge."""
    return written(made, lambda rows: ["|".join(row) for row in rows])


def blanks(made: Made) -> bytes:
    """Cells in columns between blanks."""

    def table(rows: Grid) -> list[str]:
        widths = [max(wide(row[i]) for row in rows) + 3 for i in range(len(rows[0]))]
        return [
            "".join(
                cell + " " * (width - wide(cell)) for cell, width in zip(row, widths, strict=True)
            ).rstrip()
            for row in rows
        ]

    return written(made, table)


def wide(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


KINDS = {"tabs": tabs, "trimmed": trimmed, "bars": bars, "inner_bars": inner_bars, "blanks": blanks}
