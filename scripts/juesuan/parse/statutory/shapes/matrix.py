"""The table of three public expenditures: a column or a row for each, budget and actual."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Literal

from juesuan.parse.statutory.grid.cells import BLANK, Row, SheetCell, is_decimal, texts
from juesuan.parse.statutory.grid.values import Values
from juesuan.parse.statutory.grid.vocabulary import WORDS, contains
from juesuan.parse.statutory.shapes.askew import WHY as ASKEW
from juesuan.parse.statutory.shapes.heading import take_head
from juesuan.parse.statutory.shapes.reading import Reading, quote_text
from juesuan.parse.view import View

Phase = Literal["budget", "actual"]
"""The columns of figures."""

_PHASES: tuple[Phase, ...] = ("budget", "actual")
_WHOLE = WORDS.pattern("three_public_whole")
_BRACKETS = str.maketrans("()", "（）")


@dataclass
class _Measure:
    """A measure whose figures are being read: its amounts, its headings, that of each column."""

    values: Values
    label: str = ""
    columns: dict[Phase, str] = field(default_factory=dict)


_Measures = dict[str, _Measure]
"""What was read of each measure."""


def read_matrix(reading: Reading) -> None:
    """Read the table into ``table7``; its expenditures stand side by side or below one another."""
    phases = [i for i, row in enumerate(reading.sheet.rows) if _names_phases(row)]
    if _is_downwards(reading, phases):
        found = _read_downwards(reading, phases[0])
    else:
        found = _read_sidewards(reading, phases)
    for measure, one in found.items():
        _write(reading, measure, one)


def _read_sidewards(reading: Reading, phases: list[int]) -> _Measures:
    """The figures of the one row below the headings.

    An expenditure that lacks a phase which another one has may have the headings of its neighbour:
    the sums must confirm it.
    """
    paths = take_head(reading, reading.first(_is_data, after=max(phases, default=-1)))
    rows = reading.filled()
    if len(rows) > 1:
        reading.remark(f"{len(rows)} rows of figures; the first is read")
    found: _Measures = {}
    for column, path in enumerate(paths):
        cell = rows[0][column] if rows else BLANK
        phase, measure = _phase(path), _measure(reading, path)
        if phase and measure:
            _take(reading, found.setdefault(measure, _Measure(reading.values())), path, phase, cell)
        elif path:
            reading.remark(f"the heading {path} is not known")
    if len({frozenset(one.columns) for one in found.values()}) > 1:
        reading.doubts.append(ASKEW)
    _quote_unread(reading, rows[1:])
    return found


# -- a row for each expenditure --------------------------------------------------------------------


def _is_downwards(reading: Reading, phases: list[int]) -> bool:
    """Whether rows below the headings of budget and actual figures name the expenditures."""
    if not phases:
        return False
    below = reading.sheet.rows[phases[0] + 1 :]
    labels = [next(iter(texts(row)), "") for row in below]
    named = [label for label in labels if _measure(reading, _label(label))]
    return len(named) > 1 and any(map(is_decimal, itertools.chain(*below)))


def _read_downwards(reading: Reading, head: int) -> _Measures:
    """The figures of a table with a row for each expenditure; a row not known is told."""
    columns = _phase_columns(reading, take_head(reading, head + 1))
    found: _Measures = {}
    for row in reading.filled():
        said = next((cell for cell in row if cell.begins and cell.text), BLANK)
        label = _label(said.text)
        measure = _measure(reading, label)
        if measure and measure not in found:
            reading.draft.refer(_number(said))
            found[measure] = _measure_of(reading.values(), label, said, row, columns)
        elif any(map(is_decimal, row)):
            reading.remark(f"the row {said.text} is not known; its figures are unread")
    return found


def _phase_columns(reading: Reading, paths: list[str]) -> dict[Phase, int]:
    """The first column of each phase; a second one is told."""
    columns: dict[Phase, int] = {}
    for column, path in enumerate(paths):
        phase = _phase(path)
        if phase and phase not in columns:
            columns[phase] = column
        elif phase:
            reading.remark(f"the heading {path} is bound already; its column is not published")
    return columns


def _measure_of(
    values: Values, label: str, said: SheetCell, row: Row, columns: dict[Phase, int]
) -> _Measure:
    for phase, column in columns.items():
        if row[column].view is not said.view:
            values.take(phase, row[column])
    return _Measure(values, label)


def _label(text: str) -> str:
    """The label of an expenditure without its number and without what the whole table is of."""
    return _WHOLE.sub("", text[len(_number_of(text)) :])


def _number_of(text: str) -> str:
    match = contains(text, "item_number")
    return match.group() if match else ""


def _number(cell: SheetCell) -> View:
    return cell.view[: len(_number_of(cell.text))]


# -- columns -------------------------------------------------------------------------------------


def _take(reading: Reading, one: _Measure, path: str, phase: Phase, cell: SheetCell) -> None:
    """Take the figure of a column; of two columns that are headed alike only the first is read.

    Such headings may not stand above their columns: the sums must confirm what was read.
    """
    if phase in one.columns:
        reading.doubts.append(ASKEW)
        reading.remark(f"the heading {path} is bound already; its column is not published")
        quote_text(reading.found, "unread_row", cell.view, reading.draft)
        return
    one.columns[phase] = path
    one.label = _below_phase(path)
    one.values.take(phase, cell)


def _names_phases(row: Row) -> bool:
    """Whether a row holds the headings of budget or actual figures."""
    return any(_phase(cell.text) for cell in row)


def _is_data(row: Row) -> bool:
    return not contains("".join(texts(row)), "three_public_heading")


def _phase(path: str) -> Phase | None:
    """Which figures a column holds."""
    return next((phase for phase in _PHASES if contains(path, phase)), None)


def _below_phase(path: str) -> str:
    """The headings that say which expenditure a column is of."""
    return "/".join(one for one in path.split("/") if not contains(one, "phase"))


def _measure(reading: Reading, path: str) -> str:
    """The measure that a column holds; empty where its headings name none."""
    below, columns = _below_phase(path), reading.table.columns
    return next((name for name, pattern in columns.items() if re.search(pattern, below)), "")


def _write(reading: Reading, measure: str, one: _Measure) -> None:
    label = one.label.translate(_BRACKETS)
    made = reading.draft.add("table7", measure=measure, label=label, **one.values.columns())
    one.values.claim(reading.draft, "table7", made)


def _quote_unread(reading: Reading, rows: list[Row]) -> None:
    """Publish what was not read as the text that it is, so that its figures are not lost."""
    for row in rows:
        for cell in row:
            if cell.begins:
                quote_text(reading.found, "unread_row", cell.view, reading.draft)
