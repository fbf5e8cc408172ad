"""The cells that are marked as unreadable, each with its place, for whoever adds a disclosure."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan import terms
from juesuan.model import Document, Facts, Figure


def marked(document: Document, facts: Facts) -> tuple[str, ...]:
    """The cells that are printed and could not be read: ``file:line (page): table, row, column``.

    Args:
        document: for lines and pages.
        facts: what was understood.
    """
    lost = {
        (one.resource, one.row, one.field): one for one in facts.figures if one.status == "unread"
    }
    return tuple(
        f"{_place(document, lost.get((resource, key, field)))}{said}"
        for resource, key, field, said in _cells(facts)
    )


def _cells(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Resource, key, column and description of each marked cell."""
    for resource, rows in facts.tables.items():
        schema = terms.resource_schemas()[resource]
        titles = {field.name: field.title for field in schema.fields}
        for row in rows:
            key = schema.row_key(row)
            called = row.get("name") or row.get("label") or ""
            for field in row.get("unreadable", "").split():
                title = titles.get(field, field)
                yield (
                    resource,
                    key,
                    field,
                    f"{schema.title}, row {key} {called}".rstrip() + f", {title}",
                )


def _place(document: Document, figure: Figure | None) -> str:
    """Where the number of a cell is printed; empty where no number was found for it."""
    if figure is None:
        return ""
    page = document.page_of(figure.start)
    where = f"{document.name}:{document.line_of(figure.start)}"
    return f"{where} (page {page}): " if page else f"{where}: "
