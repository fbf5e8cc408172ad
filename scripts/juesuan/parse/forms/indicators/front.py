"""The levels in front of an indicator whose cells do not stand below their headings."""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from juesuan.parse.forms.grid import GridCell
from juesuan.parse.forms.indicators.aligned import LEVELS as NAMES
from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.values import Kind
from juesuan.parse.forms.vocabulary import LEVEL1, LEVEL2, contains
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn

_MOST = 4
"""Cells among which the levels stand."""

_LEAST_BEHIND = 5
"""Cells of an indicator from its name on."""


def take_levels(cells: list[GridCell], aligned: Aligned) -> list[GridCell]:
    """Take first- and second-level names from the front; what stands among them is junk.

    Returns:
        The cells behind the last level.
    """
    count = 0
    for i, _ in enumerate(takewhile(lambda cell: cell.kind is Kind.TEXT, cells[:_MOST])):
        levels = _levels_of(cells[i], cells[i + 1 :], aligned)
        if levels:
            aligned.cells |= levels
            count = i + 1
    taken = {aligned.cells[name].text for name in NAMES if name in aligned.cells}
    aligned.junk.extend(cell for cell in cells[:count] if not _is_level(cell, aligned, taken))
    return cells[count:]


def _levels_of(
    cell: GridCell, rest: list[GridCell], aligned: Aligned
) -> dict[IndicatorsColumn, View]:
    """The levels that a cell holds, none where it is no level."""
    both = _first_of_two(cell.text)
    if both:
        return {"level1": cell.view[:both], "level2": cell.view[both:]}
    if cell.text in LEVEL1 and aligned.lacks("level1", "level2"):
        return {"level1": cell.view}
    in_full = contains(cell.text, "level_in_full") is not None
    if cell.text in LEVEL2 and (in_full or _leaves_a_name(rest, aligned)):
        return {"level2": cell.view}
    return {}


def _first_of_two(text: str) -> int:
    """Characters of the first level where first and second level stand in one cell; 0 elsewhere."""
    for one in LEVEL1:
        if text.startswith(one) and text[len(one) :] in LEVEL2:
            return len(one)
    return 0


def _leaves_a_name(rest: list[GridCell], aligned: Aligned) -> bool:
    """Whether a name still follows: what is called as a level ("服务对象满意度") may be it."""
    return aligned.lacks("level2") and len(rest) >= _LEAST_BEHIND and rest[0].kind is Kind.TEXT


def _is_level(cell: GridCell, aligned: Aligned, taken: Collection[str]) -> bool:
    """Whether a cell gave a level, or prints a level that was taken again."""
    gave = any(
        name in aligned.cells and cell.view.at[0] == aligned.cells[name].at[0] for name in NAMES
    )
    return cell.text in taken or gave
