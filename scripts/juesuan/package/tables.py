"""CSV text of the published tables: UTF-8, LF, stable order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from juesuan import terms
from juesuan.model import Box, Facts, Figure
from juesuan.rows import Row


def figure_rows(
    facts: Facts, line_of: dict[int, int], page_of: dict[int, int], box_of: dict[int, Box]
) -> list[dict[str, str]]:
    """Rows of ``figures``: the ledger with ids and places.

    Args:
        facts: whose ledger it is.
        line_of, page_of, box_of: start offset of a figure to its line and, where the source has pages, its page and box.
    """
    return [
        {
            "disclosure_id": facts.disclosure_id,
            "figure_id": figure_id(number),
            "page": str(page_of.get(figure.start, "")),
            "box": _box(box_of.get(figure.start)),
            "line": str(line_of[figure.start]),
            "start": str(figure.start),
            "end": str(figure.end),
            "text": _one_line(figure),
            "value": figure.value,
            "unit": figure.unit,
            "status": figure.status,
            "resource": figure.resource,
            "row": figure.row,
            "field": figure.field,
        }
        for number, figure in enumerate(facts.figures, start=1)
    ]


def _box(box: Box | None) -> str:
    return f"{box.left:.1f} {box.top:.1f} {box.right:.1f} {box.bottom:.1f}" if box else ""


def figure_id(number: int) -> str:
    """The id of the n-th figure of a source.

    >>> figure_id(7)
    'f00007'
    """
    return f"f{number:05d}"


def _one_line(figure: Figure) -> str:
    return " ".join(figure.text.split())


def csv_text(resource: str, rows: Iterable[Row]) -> str:
    """The CSV of a resource, with its header."""
    columns = [field.name for field in terms.resource_schemas()[resource].fields]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return out.getvalue()
