"""Rows of indicators: levels, target, actual value, weight, score, reason."""

from __future__ import annotations

from itertools import islice

from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridRow, columns
from juesuan.parse.forms.indicators.align import align
from juesuan.parse.forms.indicators.aligned import FIELDS, LEVELS, Aligned, Head
from juesuan.parse.forms.indicators.continuation import carry_on
from juesuan.parse.forms.indicators.levels import repeat_levels
from juesuan.parse.forms.indicators.points import decide_points
from juesuan.parse.forms.indicators.restore import (
    note_restored,
    restore_first_labels,
    restore_first_levels,
)
from juesuan.parse.forms.indicators.write import write_indicator
from juesuan.parse.forms.vocabulary import WORDS
from juesuan.rows import ProjectsRow

_HEADINGS = WORDS.means("indicator_columns")


def printed_columns(heads: list[GridRow]) -> Head:
    """Field to the column that a form prints it in, by the form's rows of headings."""
    return columns(heads, _HEADINGS, FIELDS)


def read_indicators(
    project: ProjectsRow,
    heads: list[GridRow],
    rows: list[GridRow],
    draft: Draft,
    funds_weight: str = "",
    floating: bool = False,
) -> None:
    """Read the rows of indicators of a form into ``indicators``.

    Args:
        project: the form's row in ``projects``.
        heads, rows: its rows of headings and of indicators.
        draft: takes the rows.
        funds_weight: points of the execution rate; with the indicators' weights they make 100.
        floating: whether the labels of merged cells stand in their middle in this document.
    """
    printed = printed_columns(heads)
    found = _aligned(rows, printed, draft)
    labels = restore_first_levels(found)
    repeat_levels(found, floating)
    labels |= restore_first_labels(found, floating)
    note_restored(found, labels)
    for aligned in found:
        aligned.lost.extend(
            name
            for name in LEVELS
            if name in printed and name not in (*aligned.cells, *aligned.lost)
        )
    decide_points(found, funds_weight)
    for position, aligned in enumerate(found, start=1):
        write_indicator(project, position, aligned, draft)


def _aligned(rows: list[GridRow], printed: Head, draft: Draft) -> list[Aligned]:
    """The indicators, each with what the rows below it carry on."""
    found: list[Aligned] = []
    for row in rows:
        aligned = align(row, printed)
        if aligned is not None:
            found.append(aligned)
        else:
            carry_on(found, row, printed, draft)
    return found


def labels_float(heads: list[GridRow], rows: list[GridRow]) -> bool:
    """Whether merged labels stand lower than the first row that they belong to.

    So it is where the first indicator of a form lacks a second level that one of the next two has.
    """
    printed = printed_columns(heads)
    found = (aligned for row in rows if (aligned := align(row, printed)) is not None)
    lacking = [aligned.lacks("level2") for aligned in islice(found, 3)]
    return lacking[:1] == [True] and not all(lacking)
