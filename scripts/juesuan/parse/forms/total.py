"""The total score of a form."""

from __future__ import annotations

from juesuan.amount import Amount
from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.indicators import printed_columns
from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.rows import RawForm
from juesuan.parse.forms.values import Kind, is_damaged
from juesuan.parse.forms.vocabulary import WORDS, without_sign
from juesuan.rows import ProjectsRow

_SUM_OF_WEIGHTS = "100"


def read_total(form: RawForm, project: ProjectsRow, draft: Draft, lost: list[str]) -> None:
    """Read the total score: the last number of a row of totals.

    Args:
        form: the form.
        project: its row in ``projects``; takes the score.
        draft: takes its place.
        lost: the form's ``unreadable``.
    """
    weights = printed_columns(form.of(Stage.INDICATOR_HEAD)).get("weight")
    for row in form.of(Stage.TOTAL):
        cells = _cells(row)
        numbers = [cell for cell in cells if cell.kind is Kind.NUMBER]
        damaged = [cell for cell in cells if is_damaged(cell.text)]
        if damaged:
            lost.append("total_score")
            for cell in damaged:
                draft.lose("projects", project, "total_score", cell.view)
        elif numbers and not _is_sum_of_weights(numbers, weights):
            _write(numbers.pop(), project, draft)
        for cell in numbers:
            draft.refer(cell.view)


def _cells(row: GridRow) -> list[GridCell]:
    """The cells of a row, and what stands behind the label in the cell of the label."""
    label = WORDS.pattern("total_glued")
    glued = [(cell, match) for cell in row.cells if (match := label.match(cell.text))]
    behind = [GridCell(cell.column, cell.view[match.end() :]) for cell, match in glued]
    return [*row.cells, *behind]


def _is_sum_of_weights(numbers: list[GridCell], weights: int | None) -> bool:
    """Whether a row holds only the sum of the weights: no score stands beside it."""
    only = numbers[0]
    return len(numbers) == 1 and only.column == weights and only.text == _SUM_OF_WEIGHTS


def _write(cell: GridCell, project: ProjectsRow, draft: Draft) -> None:
    number = without_sign(cell.view)
    project["total_score"] = Amount.of(number.text).plain()
    draft.bind("projects", project, "total_score", project["total_score"], number)
