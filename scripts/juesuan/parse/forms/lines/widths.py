"""Where one cell ends and the next begins, by the widths of the columns that their lines show."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.parse.forms.lines.strips import Piece
from juesuan.parse.forms.vocabulary import contains

_SLACK = 1.2
"""Characters by which a full line of a narrow column may fall short of its width."""

_PROSE_SLACK = 2.5
"""The same for the wide columns of the goals, where punctuation is set closer."""

_ENDS_PARAGRAPH, _ENDS_TEXT = "。;:", "。;"
_NO_END, _COUNTS_ON = 0.3, 2.0
"""What it costs that a text does not end a sentence, and that it begins with a second point."""


def split_columns(lines: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Lines of two cells, one printed behind the other, into left and right.

    A line that is much shorter than its column ends a paragraph; the cut is put where no other line
    is short.
    """
    if len(lines) < 2:
        return lines, []
    best = min(
        range(1, len(lines)), key=lambda cut: _prose_cost(lines[:cut]) + _prose_cost(lines[cut:])
    )
    return lines[:best], lines[best:]


def split_reason(lines: list[Piece], reason: float, name: float) -> tuple[list[Piece], list[Piece]]:
    """Lines of a reason and of the next row's name into the two.

    Args:
        lines: one cell printed behind the other; either may have none.
        reason, name: the widest line of each column so far.
    """
    if not lines:
        return [], []
    best = min(
        range(len(lines)), key=lambda cut: cost(lines[:cut], reason) + cost(lines[cut:], name)
    )
    return lines[:best], lines[best:]


def cost(lines: Sequence[Piece], known: float = 0.0) -> float:
    """How much the lines of a cell, save the last, fall short of its width.

    Args:
        lines: of the cell.
        known: the widest line that was seen in its column.
    """
    width = max([known, *(line.width for line in lines)])
    return _short(lines[:-1], width - _SLACK)


def _prose_cost(lines: Sequence[Piece]) -> float:
    """As :func:`cost` for a text of paragraphs, and how little it looks like a whole one."""
    width = max(line.width for line in lines)
    within = [line for line in lines[:-1] if line.view.text[-1] not in _ENDS_PARAGRAPH]
    short = _short(within, width - _PROSE_SLACK)
    short += _NO_END * (lines[-1].view.text[-1] not in _ENDS_TEXT)
    return short + _COUNTS_ON * (contains(lines[0].view.text, "goal_counted_on") is not None)


def _short(lines: Sequence[Piece], full: float) -> float:
    """By how much lines fall short of a full one."""
    return sum(max(0.0, full - line.width) for line in lines)
