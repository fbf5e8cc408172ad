"""The summary tables: revenue beside expenditure, each a label and its amounts."""

from __future__ import annotations

from typing import Literal, NamedTuple

from juesuan.parse import passage
from juesuan.parse.statutory.grid.cells import Row, SheetCell, is_decimal, texts
from juesuan.parse.statutory.grid.label import Label, kind_of_label, parted
from juesuan.parse.statutory.grid.values import Values
from juesuan.parse.statutory.grid.vocabulary import ORDINAL, WORDS, contains
from juesuan.parse.statutory.shapes.askew import WHY as ASKEW
from juesuan.parse.statutory.shapes.heading import bind_columns, take_head
from juesuan.parse.statutory.shapes.reading import Reading
from juesuan.rows import Table1Row, Table4Row

SideResource = Literal["table1", "table4"]
"""The summary tables; only the second tells funds apart."""

_RESOURCES: tuple[SideResource, ...] = ("table1", "table4")
_SIDES = ("revenue", "expenditure")


class _Line(NamedTuple):
    """What the rows of one printed line share."""

    side: str
    position: str
    kind: str
    label: Label


def read_sides(reading: Reading) -> None:
    """Read a summary table into its resource."""
    resource = reading.resource(_RESOURCES)
    paths = take_head(reading, reading.first(_is_data))
    for side in _SIDES:
        word = WORDS.words(side)[0]
        columns = [i for i, path in enumerate(paths) if path.startswith(word)]
        label = next((i for i in columns if contains(paths[i], "side_label")), None)
        if label is None:
            reading.remark(f"no column of labels below {word}")
            continue
        if _has_amounts_before(reading, [i for i in columns if i < label]):
            reading.doubts.append(ASKEW)
        bound = bind_columns(reading, paths, [i for i in columns if i != label])
        _read_side(reading, resource, side, label, bound)


def _has_amounts_before(reading: Reading, columns: list[int]) -> bool:
    """Whether amounts stand before the labels of a side, where only those of another one can."""
    return any(is_decimal(row[i]) for row in reading.sheet.rows for i in columns)


def _is_data(row: Row) -> bool:
    return any(ORDINAL.match(text) for text in texts(row)) or any(map(is_decimal, row))


def _read_side(
    reading: Reading, resource: SideResource, side: str, label: int, bound: dict[str, int]
) -> None:
    """One side of the table, from top to bottom; lines below a carryover may be its parts."""
    position, below = 0, False
    for row in reading.sheet.rows:
        amounts = {fund: row[at] for fund, at in bound.items()}
        if not (row[label].begins and row[label].text):
            _tell_unlabelled(reading, side, amounts)
            continue
        position += 1
        named = parted(row[label], coded=True)
        kind = _kind(named.text, below)
        below = kind in ("opening", "closing", "part")
        _read_line(reading, resource, _Line(side, str(position), kind, named), amounts)


def _kind(label: str, below: bool) -> str:
    """The kind of a line; ``below``: whether a carryover stands above it."""
    kind = kind_of_label(label)
    return "part" if below and kind == "line" else kind


def _tell_unlabelled(reading: Reading, side: str, amounts: dict[str, SheetCell]) -> None:
    if any(cell.begins and cell.text for cell in amounts.values()):
        reading.remark(f"an amount of {side} stands without a label and is not read")


def _read_line(
    reading: Reading, resource: SideResource, line: _Line, amounts: dict[str, SheetCell]
) -> None:
    """A row for each fund of a line; the place of the label goes with the first."""
    by_fund = {fund: reading.values() for fund in amounts}
    for fund, values in by_fund.items():
        owned = line.label.owns(amounts[fund], amounts.values())
        values.take("actual", amounts[fund], sure=owned)
    if line.label.amount is not None and by_fund:
        covered = [fund for fund, cell in amounts.items() if line.label.covers(cell)]
        by_fund[[*covered, *by_fund][0]].lose(["actual"], line.label.amount)
    draft = reading.draft
    made = [(_add(reading, resource, line, fund, one), one) for fund, one in by_fund.items()]
    for row, values in made:
        values.claim(draft, resource, row)
    for row, _ in made[:1]:
        draft.quote(resource, row, "label", line.label.view)


def _add(
    reading: Reading, resource: SideResource, line: _Line, fund: str, values: Values
) -> Table1Row | Table4Row:
    label = passage.publish(line.label.view)
    if resource == "table4":
        return reading.draft.add(
            "table4",
            side=line.side,
            position=line.position,
            fund=fund,
            kind=line.kind,
            label=label,
            **values.columns(),
        )
    return reading.draft.add(
        "table1",
        side=line.side,
        position=line.position,
        kind=line.kind,
        label=label,
        **values.columns(),
    )
