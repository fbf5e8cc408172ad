"""The table of three public expenditures: one row of figures, a heading each, budget and actual."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from juesuan.parse.statutory.cells import BLANK, Row, SheetCell, texts
from juesuan.parse.statutory.heading import take_head
from juesuan.parse.statutory.reading import Reading, quote_text
from juesuan.parse.statutory.values import Values
from juesuan.parse.statutory.vocabulary import contains

Phase = Literal["budget", "actual"]
"""The columns of figures."""

_PHASES: tuple[Phase, ...] = ("budget", "actual")
_BRACKETS = str.maketrans("()", "（）")


@dataclass
class _Measure:
    """A measure whose figures are being read: its amounts, its headings, that of each column."""

    values: Values
    label: str = ""
    columns: dict[Phase, str] = field(default_factory=dict)


def read_matrix(reading: Reading) -> None:
    """Read the table into ``table7``."""
    phases = [i for i, row in enumerate(reading.sheet.rows) if _names_phases(row)]
    paths = take_head(reading, reading.first(_is_data, after=max(phases, default=-1)))
    rows = reading.filled()
    if len(rows) > 1:
        reading.remark(f"{len(rows)} rows of figures; the first is read")
    found: dict[str, _Measure] = {}
    for column, path in enumerate(paths):
        cell = rows[0][column] if rows else BLANK
        phase, measure = _phase(path), _measure(reading, path)
        if phase and measure:
            _take(reading, found.setdefault(measure, _Measure(reading.values())), path, phase, cell)
        elif path:
            reading.remark(f"the heading {path} is not known")
    for measure, one in found.items():
        _write(reading, measure, one)
    _quote_unread(reading, rows[1:])


def _take(reading: Reading, one: _Measure, path: str, phase: Phase, cell: SheetCell) -> None:
    """Take the figure of a column; of two columns that are headed alike only the first is read."""
    if phase in one.columns:
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
