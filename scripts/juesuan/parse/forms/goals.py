"""The goals of a form: expected beside reached."""

from __future__ import annotations

from typing import Literal

from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow, without_side_labels
from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.legibility import is_legible
from juesuan.parse.forms.rows import RawForm
from juesuan.parse.view import View
from juesuan.rows import ProjectsRow

GoalField = Literal["expected_goal", "actual_goal"]
"""The columns of a project that its goals fill."""

_SIDES: tuple[GoalField, ...] = ("expected_goal", "actual_goal")


def read_goals(form: RawForm, project: ProjectsRow, draft: Draft, lost: list[str]) -> None:
    """Read the goals of a form.

    Args:
        form: the form.
        project: its row in ``projects``; takes the goals.
        draft: takes their places.
        lost: the form's ``unreadable``.
    """
    middle = _middle(form.of(Stage.GOALS_HEAD))
    rows = [list(without_side_labels(row.cells)) for row in form.of(Stage.GOALS)]
    broken = any(len(cells) > len(_SIDES) for cells in rows)
    placed = [(_side(i, cells, middle), cells[i]) for cells in rows for i in range(len(cells))]
    for field in _SIDES:
        view = View.join(cell.view for side, cell in placed if side == field)
        if broken or not is_legible(view.text):
            lost.append(field)
            draft.lose("projects", project, field, view)
        elif len(view):
            project[field] = passage.publish(view)
            draft.quote("projects", project, field, view)


def _middle(heads: list[GridRow]) -> int:
    """The last column that a heading of the goals stands in."""
    return max((cell.column for row in heads for cell in row.cells), default=0)


def _side(i: int, cells: list[GridCell], middle: int) -> GoalField:
    """Which goal a cell of a row is: of two by their order, of one by its column."""
    if len(cells) == len(_SIDES):
        return _SIDES[i]
    alone_right = len(cells) == 1 and cells[0].column >= middle > 0
    return "actual_goal" if alone_right else "expected_goal"
