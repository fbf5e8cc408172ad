"""Names of levels among printed lines, which spell them over several lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from juesuan.parse.forms.lines.strips import Piece
from juesuan.parse.forms.vocabulary import (
    LEVEL1,
    LEVEL2,
    LEVELS,
    SIDE_LABELS,
    contains,
    is_side_label,
)
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn

_WORDS = (*LEVELS, *SIDE_LABELS)
_MOST_LINES = 12
"""Lines over which a label set downwards may reach."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label that lines ``start`` to ``stop`` (exclusive) spell."""

    start: int
    stop: int
    text: str


def single(lines: list[Piece]) -> list[Piece]:
    """The lines, each token a line of its own where a level shares a line with other text."""
    found: list[Piece] = []
    for line in lines:
        if len(line.tokens) > 1 and any(token.text in LEVELS for token in line.tokens):
            found.extend(Piece((token,), line.first) for token in line.tokens)
        else:
            found.append(line)
    return found


def labels(lines: Sequence[Piece]) -> list[Label]:
    """Names of levels, and of the table's side, that consecutive lines spell."""
    found: list[Label] = []
    at = 0
    while at < len(lines):
        label = _spelled(lines, at)
        if label is None:
            at += 1
        else:
            found.append(label)
            at = label.stop
    return found


def _spelled(lines: Sequence[Piece], start: int) -> Label | None:
    """The first label that the lines from ``start`` on spell."""
    spelled = ""
    for i, line in enumerate(lines[start : start + _MOST_LINES], start + 1):
        spelled += line.view.text
        if spelled in _WORDS:
            return Label(start, i, spelled)
        if not any(word.startswith(spelled) for word in _WORDS):
            return None
    return None


def without_labels(lines: list[Piece]) -> list[Piece]:
    """The lines that spell no label."""
    apart = single(lines)
    taken = {i for label in labels(apart) for i in range(label.start, label.stop)}
    return [line for i, line in enumerate(apart) if i not in taken]


def take_levels(
    lines: list[Piece], row: dict[IndicatorsColumn, View]
) -> tuple[list[Piece], list[Piece], bool]:
    """Put the levels on top of a row into it.

    Args:
        lines: those above the values of a row.
        row: takes the levels.

    Returns:
        The lines before the first label, those behind it that are no label, and whether there is
        a label.
    """
    apart = single(lines)
    found = _without_name(labels(apart), len(apart))
    for label in found:
        view = View.join(line.view for line in apart[label.start : label.stop])
        if _is_second_level(label, found, "level1" in row):
            row["level2"] = view
        elif label.text in LEVEL1:
            row["level1"] = view
            row.pop("level2", None)
    if not found:
        return [], apart, False
    between = chain(*(apart[a.stop : b.start] for a, b in pairwise(found)))
    own = [line for line in between if not is_side_label(line.view.text)]
    return apart[: found[0].start], [*own, *apart[found[-1].stop :]], True


def _without_name(found: list[Label], count: int) -> list[Label]:
    """Without the name of the indicator, which may be called like a level ("服务对象满意度")."""
    last = found[-1] if len(found) > 1 else None
    if last and last.stop == count and not contains(last.text, "level_in_full"):
        return found[:-1]
    return found


def _is_second_level(label: Label, found: list[Label], has_first: bool) -> bool:
    """Whether a label is a second level; of two alike the upper one is the first level."""
    if label.text not in LEVEL2:
        return False
    twice = label != found[-1] and label.text == found[-1].text
    return has_first or not twice or label.text not in LEVEL1
