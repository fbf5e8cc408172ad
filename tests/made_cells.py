"""Made cells and rows of performance forms."""

from __future__ import annotations

from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.view import View


def view(text: str, start: int = 0) -> View:
    """A view of a text that stands at ``start``; a space is a gap in the source."""
    kept = [(char, start + i) for i, char in enumerate(text) if char != " "]
    return View("".join(char for char, _ in kept), tuple(at for _, at in kept))


def cell(text: str, column: int = 0, start: int | None = None) -> GridCell:
    """A cell; by default cells of different columns stand at different places."""
    return GridCell(column, view(text, 100 * column if start is None else start))


def row(printed: str, start: int = 0) -> GridRow:
    """A row of cells, with ``|`` between them; empty ones are left out."""
    texts = printed.split("|")
    cells = [cell(text, i, start + 100 * i) for i, text in enumerate(texts) if text]
    return GridRow(tuple(cells), len(texts), start)


def cells(printed: str) -> tuple[GridCell, ...]:
    """The cells of a row."""
    return row(printed).cells


def draft(department: str = "某某市示例局") -> Draft:
    """A draft that knows its department."""
    made = Draft()
    made.add("disclosure", department=department)
    return made
