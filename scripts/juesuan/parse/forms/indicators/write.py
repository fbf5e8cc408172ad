"""An indicator as a row of ``indicators``, with the place of everything in it."""

from __future__ import annotations

from juesuan.amount import Amount
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.forms.indicators.aligned import POINTS, Aligned
from juesuan.parse.forms.indicators.points import points_of
from juesuan.parse.forms.indicators.torn import is_torn
from juesuan.parse.forms.values import take_apart
from juesuan.parse.forms.vocabulary import VALUES, without_sign
from juesuan.parse.pieces import DAMAGE, has_torn_number
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn, IndicatorsRow, ProjectsRow

_TEXTS: tuple[IndicatorsColumn, ...] = (
    "level1", "level2", "level3", "basis", "target", "actual", "reason",
)  # fmt: skip
_PARTS: dict[IndicatorsColumn, tuple[IndicatorsColumn, IndicatorsColumn, IndicatorsColumn]] = {
    "target": ("target_operator", "target_value", "target_unit"),
    "actual": ("actual_operator", "actual_value", "actual_unit"),
}
"""A value and the columns that it is taken apart into."""

_NAMES: tuple[IndicatorsColumn, ...] = ("level2", "level1", "level3", "basis")
"""The columns of which what stands among the levels may be what is left."""

_BRACKETS = str.maketrans("()", "（）")
_MOST_POINTS = 100


def write_indicator(project: ProjectsRow, position: int, aligned: Aligned, draft: Draft) -> None:
    """Add an indicator to ``indicators``; a total that ran into it goes to its form.

    Args:
        project: the form's row in ``projects``.
        position: of the indicator in its form, from 1.
        aligned: its cells.
        draft: takes the row.
    """
    row = draft.add("indicators", project_id=project["project_id"], position=str(position))
    for restored in aligned.restored:
        draft.restore("indicators", row, restored)
    for name in _TEXTS:
        if view := aligned.cells.get(name):
            _write_text(row, name, view, aligned, draft)
    for name in POINTS:
        if view := aligned.cells.get(name):
            _write_points(row, name, view, aligned, draft)
    if aligned.total is not None and not project["total_score"]:
        total = without_sign(aligned.total)
        project["total_score"] = Amount.of(total.text).plain()
        draft.bind("projects", project, "total_score", project["total_score"], total)
    _lose_rest(row, aligned, draft)
    row["realigned"] = aligned.realigned
    row["unreadable"] = " ".join(dict.fromkeys(aligned.lost))


def _write_text(
    row: IndicatorsRow, name: IndicatorsColumn, view: View, aligned: Aligned, draft: Draft
) -> None:
    if is_torn(name, view.text, aligned.lost) or (name in _PARTS and _is_damaged(view)):
        aligned.lost.append(name)
        draft.lose("indicators", row, name, view)
        return
    if name in _PARTS:
        row[name] = view.text.translate(_BRACKETS)
        _write_value(row, name, view, draft)
    else:
        row[name] = passage.publish(view)
    if name not in row["restored"].split():
        draft.quote("indicators", row, name, view)


def _is_damaged(value: View) -> bool:
    lost = VALUES.pattern("lost_value").fullmatch(value.text) is not None
    return lost or DAMAGE in value.text or has_torn_number(value)


def _write_value(row: IndicatorsRow, name: IndicatorsColumn, view: View, draft: Draft) -> None:
    """The operator, number and unit of a target or an actual value."""
    operator, value, unit = _PARTS[name]
    parts = take_apart(view.text)
    row[operator] = parts.operator
    if parts.value:
        row[value], row[unit] = parts.value, parts.unit
        numeral = view[parts.start : parts.end]
        draft.bind("indicators", row, value, parts.value, numeral, parts.unit)


def _write_points(
    row: IndicatorsRow, name: IndicatorsColumn, view: View, aligned: Aligned, draft: Draft
) -> None:
    if points_of(view) > _MOST_POINTS:
        aligned.lost.append(name)
        draft.lose("indicators", row, name, view)
        return
    number = without_sign(view)
    row[name] = Amount.of(number.text).plain()
    draft.bind("indicators", row, name, row[name], number)


def _lose_rest(row: IndicatorsRow, aligned: Aligned, draft: Draft) -> None:
    """What is printed in the row and could not be read as a field."""
    for name, view in aligned.damaged.items():
        draft.lose("indicators", row, name, view)
    damaged = {*aligned.lost, *(one.field for one in aligned.restored)}
    junk = next((name for name in _NAMES if name in damaged), "level2")
    for cell in aligned.junk:
        draft.lose("indicators", row, junk, cell.view)
    if aligned.unplaced is not None:
        draft.lose("indicators", row, "target", aligned.unplaced.view)
