"""What a cell may hold by the type of its column: the one entrance of values into the model.

The bounds are those of the narrowest published format: ``DECIMAL(24, 6)`` and ``BIGINT`` of
Parquet.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from juesuan import terms
from juesuan.errors import PackageError
from juesuan.model import Document, Facts, Figure
from juesuan.rows import AnyRow, Row, cell

_NUMBER = re.compile(r"(?!-0+(?:\.0+)?\Z)-?[0-9]{1,18}(?:\.[0-9]{1,6})?")
_INTEGER = re.compile(r"(?!-0+\Z)-?[0-9]{1,18}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


_FITS: dict[str, Callable[[str], object]] = {
    "number": _NUMBER.fullmatch,
    "integer": _INTEGER.fullmatch,
    "year": _YEAR.fullmatch,
    "date": _is_day,
    "boolean": {"true", "false"}.__contains__,
}


def fits(text: str, kind: str) -> bool:
    """Whether a text may stand in a column of this type; an empty one is "not printed"."""
    return not text or kind not in _FITS or bool(_FITS[kind](text))


def wrong_cells(name: str, row: AnyRow) -> list[str]:
    """Columns of a row of this resource whose text is not of their type."""
    return [column for column, kind in _bounded(name) if not fits(cell(row, column), kind)]


@cache
def _bounded(name: str) -> tuple[tuple[str, str], ...]:
    """The columns of a resource that cannot hold any text, each with its type."""
    fields = terms.resource_schemas()[name].fields
    return tuple((one.name, one.type) for one in fields if one.type in _FITS)


def admitted(facts: Facts, document: Document) -> Facts:
    """Facts without the cells whose text is not of their column's type.

    Their figures become unread and a remark tells of each.

    Args:
        facts: as parsed.
        document: the source, for the places in remarks.
    """
    tables = dict(facts.tables)
    refused: dict[tuple[str, str, str], str] = {}
    for name, rows in facts.tables.items():
        wrong = [wrong_cells(name, row) for row in rows]
        if any(wrong):
            refused |= _places(name, rows, wrong)
            tables[name] = tuple(
                {**row, **dict.fromkeys(columns, "")}
                for row, columns in zip(rows, wrong, strict=True)
            )
    if not refused:
        return facts
    lines = _lines(facts.figures, document)
    remarks = tuple(_remark(document, place, refused[place], lines) for place in refused)
    figures = tuple(_released(one, refused) for one in facts.figures)
    return replace(facts, tables=tables, figures=figures, remarks=(*facts.remarks, *remarks))


def _places(
    name: str, rows: Sequence[Row], wrong: Sequence[list[str]]
) -> dict[tuple[str, str, str], str]:
    key = terms.resource_schemas()[name].row_key
    return {
        (name, key(row), column): row[column]
        for row, columns in zip(rows, wrong, strict=True)
        for column in columns
    }


def _lines(figures: Sequence[Figure], document: Document) -> dict[tuple[str, str, str], int]:
    return {
        (one.resource, one.row, one.field): document.line_of(one.start) for one in reversed(figures)
    }


def _remark(
    document: Document,
    place: tuple[str, str, str],
    text: str,
    lines: Mapping[tuple[str, str, str], int],
) -> str:
    where = f":{lines[place]}" if place in lines else ""
    return (
        f"{document.name}{where}: {text[:60]!r} is no value for {'/'.join(place)}; it is left out "
        "and its figure counts as unread"
    )


def _released(figure: Figure, refused: Mapping[tuple[str, str, str], str]) -> Figure:
    """A figure whose cell was refused belongs to no cell any more."""
    if figure.status != "bound" or (figure.resource, figure.row, figure.field) not in refused:
        return figure
    return replace(figure, status="unread", resource="", row="", field="")


def refuse_wrong(tables: Mapping[str, Sequence[AnyRow]]) -> None:
    """Refuse tables that hold what their columns cannot hold, or that do not belong together.

    Raises:
        PackageError: with resource, row, column, what was found and what was expected.
    """
    for problem in _problems(tables):
        raise PackageError(problem)


def _problems(tables: Mapping[str, Sequence[AnyRow]]) -> Iterator[str]:
    for name, rows in tables.items():
        resource = terms.resource_schemas()[name]
        kinds = {one.name: one.type for one in resource.fields}
        for number, row in enumerate(rows, start=2):
            for column in wrong_cells(name, row):
                yield (
                    f"data/{name}.csv:{number}: found {cell(row, column)[:60]!r} in {column}; "
                    f"expected a {kinds[column]}"
                )
        yield from _lonely(tables, resource)


def _lonely(tables: Mapping[str, Sequence[AnyRow]], resource: terms.Resource) -> Iterator[str]:
    """Rows that name a row of another resource that is not there."""
    for column, other in resource.foreign.items():
        known = {cell(row, column) for row in tables.get(other, ())}
        for number, row in enumerate(tables[resource.name], start=2):
            if cell(row, column) and cell(row, column) not in known:
                yield (
                    f"data/{resource.name}.csv:{number}: found {column} "
                    f"{cell(row, column)[:60]!r}; expected one of data/{other}.csv"
                )
