"""CSV text of the published tables: UTF-8, LF, stable order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from juesuan import terms
from juesuan.model import Box, Document, Facts, Figure
from juesuan.rows import AnyRow, FiguresRow, cell


def figure_rows(facts: Facts, document: Document) -> list[FiguresRow]:
    """Rows of ``figures``: the ledger with ids and places.

    Args:
        facts: whose ledger it is.
        document: the source, for lines and, where it has them, pages and boxes.
    """
    return [
        _row(facts.disclosure_id, number, figure, document)
        for number, figure in enumerate(facts.figures, start=1)
    ]


def _row(disclosure_id: str, number: int, figure: Figure, document: Document) -> FiguresRow:
    return {
        "disclosure_id": disclosure_id,
        "figure_id": figure_id(number),
        "page": str(document.page_of(figure.start) or ""),
        "box": _box(document.box_of(figure.start, figure.end)),
        "line": str(document.line_of(figure.start)),
        "start": str(figure.start),
        "end": str(figure.end),
        "text": " ".join(figure.text.split()),
        "value": figure.value,
        "unit": figure.unit,
        "status": figure.status,
        "resource": figure.resource,
        "row": figure.row,
        "field": figure.field,
    }


def _box(box: Box | None) -> str:
    return f"{box.left:.1f} {box.top:.1f} {box.right:.1f} {box.bottom:.1f}" if box else ""


def figure_id(number: int) -> str:
    """The id of the n-th figure of a source.

    >>> figure_id(7)
    'f00007'
    """
    return f"f{number:05d}"


def csv_text(resource: str, rows: Iterable[AnyRow]) -> str:
    """The CSV of a resource, with its header."""
    columns = [field.name for field in terms.schema_of(resource).fields]
    return csv_of(columns, ([cell(row, column) for column in columns] for row in rows))


def csv_of(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The CSV of any table.

    Args:
        head: its columns.
        rows: as many cells each, in their order.

    >>> csv_of(("code", "name"), [("201", "甲"), ("205", "乙,丙")]).splitlines()
    ['code,name', '201,甲', '205,"乙,丙"']
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows((head, *rows))
    return out.getvalue()
