"""Forms whose cells were extracted as lines of fragments, without tabs.

Every cell is printed line by line, one cell behind the other; only the order, the kinds of value
and the widths of the columns tell where a cell ends. The result is the same rows of cells that a
form with tabs has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from juesuan.parse.forms.fund_columns import FUND_FIELDS
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.indicators.aligned import FIELDS
from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.lines.rows import indicator_rows
from juesuan.parse.forms.lines.strips import Piece, pieces
from juesuan.parse.forms.lines.widths import split_columns
from juesuan.parse.forms.rows import RawForm
from juesuan.parse.forms.values import is_value
from juesuan.parse.forms.vocabulary import WORDS
from juesuan.parse.pieces import damaged
from juesuan.parse.view import Reader, View
from juesuan.rows import IndicatorsColumn

_LABEL, _SUPERVISOR, _IMPLEMENTER = (
    WORDS.source(name) for name in ("name_label", "supervisor", "implementer")
)
_TITLE = WORDS.pattern("title")
_HEAD = re.compile(
    rf"(?P<label>{_LABEL})(?P<name>.*?)"
    rf"(?:(?P<above_supervisor>{_SUPERVISOR})(?P<supervisor>.*?)"
    rf"(?P<above_implementer>{_IMPLEMENTER})(?P<implementer>.*?))?"
    rf"(?={WORDS.source('before_funds')})"
)
_NAME = re.compile(
    rf"{_LABEL}(?=.{{0,100}}?{_SUPERVISOR}.{{0,100}}?{_IMPLEMENTER}"
    rf"|.{{0,60}}?(?:{WORDS.source('before_funds')}))"
)
_FUNDS = WORDS.pattern("funds_line")
_GOALS = WORDS.pattern("goals_line")
_INDICATORS = WORDS.pattern("indicators_line")
_TOTAL = WORDS.pattern("total_line")

_HEADINGS = WORDS.means("indicator_columns")
_SHORTEST_LABEL = 4
"""Characters of a label of a name."""

_FEWEST_VALUES = 3
"""Values that make a line one of funds."""


@dataclass(frozen=True)
class _Ranges:
    """A form's view, and where its parts begin and end in it."""

    view: View
    reader: Reader

    def lines(self, start: int, end: int) -> list[Piece]:
        """The printed lines between two places of the view."""
        if start >= end:
            return []
        first, last = self.view.span(start, end)
        return pieces(self.reader, first, last)


def fragment_forms(reader: Reader, start: int, end: int) -> list[RawForm]:
    """The forms of a region without tabs.

    Args:
        reader: of the document.
        start, end: source offsets of the region.

    Returns:
        Forms with rows of cells, as if they had been printed with tabs.
    """
    view = reader.prose(start, end)
    starts = _starts(view.text)
    return [
        _form(_Ranges(view[a:b], reader))
        for a, b in zip(starts, [*starts[1:], len(view)], strict=False)
    ]


def _starts(text: str) -> list[int]:
    """Where forms begin: at their titles, and at a second name: of a form whose title was lost."""
    found: list[int] = []
    named = False
    marks = [(match.start(), False) for match in _TITLE.finditer(text)]
    marks += [(match.start(), True) for match in _NAME.finditer(text)]
    for start, is_name in sorted(marks):
        if not is_name or named or not found:
            found.append(start)
        named = is_name
    return found


def _form(ranges: _Ranges) -> RawForm:
    form, text = RawForm(), ranges.view.text
    at = _read_head(form, ranges.view)
    goals, indicators = _GOALS.search(text, at), _INDICATORS.search(text, at)
    if funds := _FUNDS.search(text, at):
        behind = goals or indicators
        _read_funds(form, ranges.lines(funds.end(), behind.start() if behind else len(text)))
    if goals and indicators:
        _read_goals(form, ranges.lines(goals.end(), indicators.start()))
    if indicators:
        _read_indicators(form, ranges, indicators)
    return form


def _add(form: RawForm, stage: Stage, cells: Mapping[int, View]) -> None:
    """Add a row; an empty cell is none."""
    kept = tuple(GridCell(column, view) for column, view in sorted(cells.items()) if len(view))
    if kept:
        form.rows.append((stage, GridRow(kept, max(cells) + 1, kept[0].view.at[0])))


def _add_head(form: RawForm, stage: Stage, names: Sequence[str]) -> None:
    """A row of headings; only the columns of the words count, they stand nowhere."""
    cells = tuple(
        GridCell(i, View(name, (form.start,) * len(name))) for i, name in enumerate(names)
    )
    form.rows.append((stage, GridRow(cells, len(cells), form.start)))


def _heading(headings: Mapping[str, str], field: str) -> str:
    """The first word that heads a field."""
    return next(word for word, headed in headings.items() if headed == field)


# -- the parts of a form, from top to bottom -----------------------------------------------------


def _read_head(form: RawForm, view: View) -> int:
    """Title and names; returns where they end."""
    title = _TITLE.match(view.text)
    at = title.end() if title else 0
    _add(form, Stage.TITLE if title else Stage.NAME, {0: view[: at or _SHORTEST_LABEL]})
    head = _HEAD.search(view.text, at)
    if head is None:
        return at
    _add(form, Stage.NAME, _groups(view, head, "label", "name"))
    if head["supervisor"] is not None:
        names = ("above_supervisor", "supervisor", "above_implementer", "implementer")
        _add(form, Stage.SUPERVISOR, _groups(view, head, *names))
    return head.end()


def _groups(view: View, match: re.Match[str], *names: str) -> dict[int, View]:
    """The groups of a match as cells side by side."""
    return {i: view[match.start(name) : match.end(name)] for i, name in enumerate(names)}


def _read_funds(form: RawForm, lines: list[Piece]) -> None:
    words = WORDS.means("funds_columns")
    headings = [_heading(words, field) for field in FUND_FIELDS]
    _add_head(form, Stage.FUNDS_HEAD, [WORDS.words("source_column")[0], *headings])
    label: list[View] = []
    torn: list[View] = []
    for line in lines:
        values = [token.view for token in line.tokens if is_value(token.text)]
        label.extend(token.view for token in line.tokens if token.view not in values)
        if len(values) < _FEWEST_VALUES:
            torn.extend(values)
            continue
        if torn:  # digits above the row may be the begin of its first amount
            values[0] = damaged(View.join([*torn, values[0]]))
        _add(form, Stage.FUNDS, dict(enumerate([View.join(label), *values])))
        label, torn = [], []


def _read_goals(form: RawForm, lines: list[Piece]) -> None:
    headings = [WORDS.words(name)[0] for name in ("expected_goal", "actual_goal")]
    _add_head(form, Stage.GOALS_HEAD, headings)
    sides = [View.join(line.view for line in side) for side in split_columns(lines)]
    _add(form, Stage.GOALS, dict(enumerate(sides)))


def _read_indicators(form: RawForm, ranges: _Ranges, head: re.Match[str]) -> None:
    """The rows of indicators below their headings, and the total behind them."""
    text = ranges.view.text
    totals = list(_TOTAL.finditer(text, head.end()))
    stop = totals[-1].start() if totals else len(text)
    order = _order(head[0])
    lines = ranges.lines(head.end(), stop)
    rows = indicator_rows(lines, "basis" in order)
    order += [name for name in FIELDS if name not in order and any(name in cells for cells in rows)]
    _add_head(form, Stage.INDICATOR_HEAD, [_heading(_HEADINGS, name) for name in order])
    for cells in rows:
        _add(form, Stage.INDICATOR, {order.index(name): view for name, view in cells.items()})
    if lines and not rows:  # no line ends in points: they are a row that is told as none
        _add(form, Stage.INDICATOR, {0: View.join(line.view for line in lines)})
    for total in totals[-1:]:
        label = ranges.view[total.start() : total.start("weight")]
        scores = _groups(ranges.view, total, "weight", "score")
        _add(form, Stage.TOTAL, dict(enumerate([label, *scores.values()])))


def _order(head: str) -> list[IndicatorsColumn]:
    """The fields in the order in which a line of headings names them."""
    return sorted(
        (field for field in FIELDS if _places(head, field)),
        key=lambda field: min(_places(head, field)),
    )


def _places(head: str, field: str) -> list[int]:
    """Where the words that head a field stand in a line."""
    words = [word for word, headed in _HEADINGS.items() if headed == field]
    return [head.index(word) for word in words if word in head]
