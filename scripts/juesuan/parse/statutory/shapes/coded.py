"""Tables with a row a line of the functional classification: code, name, amounts."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from juesuan import terms
from juesuan.parse import passage
from juesuan.parse.statutory.grid.cells import Amount, Row, is_decimal, texts
from juesuan.parse.statutory.grid.label import Named, lead, level, named
from juesuan.parse.statutory.grid.vocabulary import contains
from juesuan.parse.statutory.shapes.heading import bind_columns, is_line_row, take_head
from juesuan.parse.statutory.shapes.reading import Reading

CodedResource = Literal["table2", "table3", "table5", "table8", "table9"]
"""The tables that have such rows."""

_RESOURCES: tuple[CodedResource, ...] = ("table2", "table3", "table5", "table8", "table9")
_CODE = re.compile(r"\d{3,9}")
_FIRST_COLUMNS = 4
"""Columns in which a code stands."""


class _Layout(NamedTuple):
    """The columns of a table: of the code, of the name, and of the amounts by field."""

    codes: list[int]
    name: int
    amounts: dict[str, int]


def read_coded(reading: Reading) -> None:
    """Read such a table into its resource."""
    resource = reading.resource(_RESOURCES)
    paths = take_head(reading, reading.first(_is_data))
    codes, name = _code_and_name(paths)
    amounts = bind_columns(reading, paths, list(range(name + 1, reading.sheet.width)))
    _tell_unbound(reading, resource, amounts)
    layout = _Layout(codes, name, amounts)
    above: tuple[str, ...] = ()
    for row in reading.filled():
        own = named(row, layout.codes, layout.name)
        own = own._replace(lead=lead(row, layout.codes, above))
        above = _parts(own, row, layout.codes)
        _read_row(reading, resource, row, (own, layout))


def _is_data(row: Row) -> bool:
    """Whether a row holds figures: a code, a total alone, or an amount."""
    return _has_code(row) or _is_total_row(row) or any(map(is_decimal, row))


def _has_code(row: Row) -> bool:
    return any(_CODE.fullmatch(cell.text) for cell in row[:_FIRST_COLUMNS] if cell.begins)


def _is_total_row(row: Row) -> bool:
    """Whether a row holds a total alone, or with amounts, be they without decimals."""
    said = [cell for cell in row if cell.begins and cell.text and not Amount(cell).is_dash]
    if not said or contains(said[0].text, "total") is None or is_line_row(row):
        return False
    return all(Amount(cell).plain for cell in said[1:])


def _code_and_name(paths: list[str]) -> tuple[list[int], int]:
    """The columns of the code and of the name, which stands behind the code."""
    name = next((i for i, path in enumerate(paths) if contains(path, "name")), None)
    codes = [i for i, path in enumerate(paths) if i != name and contains(path, "code")]
    if name is None:
        name = max(codes) + 1 if codes else 0
    return [i for i in codes if i < name], name


def _tell_unbound(reading: Reading, resource: str, amounts: dict[str, int]) -> None:
    """Tell which columns of amounts have no heading: what is blank in them is none that is printed.

    Where none was found at all, a maintainer is told.
    """
    fields = terms.resource_schemas()[resource].fields
    money = [field for field in fields if field.column_type == "value"]
    lacking = [field.title for field in money if field.name not in amounts]
    for position, title in enumerate(lacking, 1):
        reading.draft.add(
            "texts",
            section=resource,
            kind="unread_column",
            position=str(position),
            text=title,
        )
    if money and len(lacking) == len(money):
        titles = "、".join(field.title for field in money)
        reading.remark(f"no column was found for {titles}")


def _parts(own: Named, row: Row, codes: list[int]) -> tuple[str, ...]:
    """The parts of the code of a row, by column."""
    printed = [row[i].text if row[i] in own.codes else "" for i in codes[len(own.lead) :]]
    return (*own.lead, *printed)


def _read_row(
    reading: Reading, resource: CodedResource, row: Row, what: tuple[Named, _Layout]
) -> None:
    own, layout = what
    cells = {field: row[at] for field, at in layout.amounts.items()}
    is_bare = not any(cell.text for cell in cells.values())
    if is_bare and reading.is_ruled and _is_aside(own):
        if not own.is_nothing:
            reading.remark(f"a row that is none of the table ({' '.join(texts(row))[:40]}) is left")
        return
    if own.is_nothing:
        reading.remark(f"a row without a code and a name ({' '.join(texts(row))[:40]})")
    elif why := own.why_unread:
        reading.remark(f"a row {why} ({' '.join(texts(row))[:40]}) is unread")
        return
    values = reading.values()
    values.take_row(own.label, cells)
    draft = reading.draft
    made = draft.add(
        resource,
        position=str(len(draft.table(resource)) + 1),
        kind=_kind(own),
        code=own.code,
        name=passage.publish(own.label.view),
        **values.columns(),
    )
    for cell in own.codes:
        if cell.begins:
            draft.quote(resource, made, "code", cell.view)
    draft.quote(resource, made, "name", own.label.view)
    values.claim(draft, resource, made)


def _is_aside(own: Named) -> bool:
    """Whether a row without amounts is none: a note, a footer, the number of a page."""
    is_total = contains(own.label.text, "total") is not None
    return not (own.code and own.label.text) and not is_total


def _kind(own: Named) -> str:
    """The kind of a row: a total without a code, else the level of its code."""
    total = contains(own.label.text, "total") and not own.code
    return "total" if total else level(own.code)
