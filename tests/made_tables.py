"""Made documents with ruled tables."""

from __future__ import annotations

from juesuan.intake.text.characters import clean
from juesuan.model import Cell, Document, Table


def document(*parts: str | list[str]) -> Document:
    """A document of lines and ruled tables; a table is a list of rows with ``|`` between cells, ``<`` joins to the left cell
    and ``^`` to the upper one; ``---`` begins a new page."""
    text, tables, pages, page = "", [], [], 1
    for part in parts:
        if part == "---":
            page += 1
            continue
        if isinstance(part, str):
            text += part + "\n"
            continue
        grid = [row.split("|") for row in part]
        start, cells = len(text), []
        for i, row in enumerate(grid):
            for j, cell in enumerate(row):
                text += "\t" if j else ""
                if cell in ("<", "^"):
                    continue
                across = next((k for k in range(j + 1, len(row)) if row[k] != "<"), len(row)) - j
                down = (
                    next((k for k in range(i + 1, len(grid)) if grid[k][j] != "^"), len(grid)) - i
                )
                cells.append(Cell(i, j, len(text), len(text) + len(cell), down, across))
                text += cell
            text += "\n"
        tables.append(Table(page, start, len(text), len(grid[0]), tuple(cells)))
    return Document("made.pdf", "0", 1, "pdf", text, clean(text), tuple(pages), tuple(tables))
