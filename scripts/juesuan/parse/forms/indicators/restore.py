"""Levels of indicators that were damaged, restored where only one entry of the vocabulary fits.

The levels are a closed vocabulary, and a second level belongs to one first level. What neither what
is left of a label nor the order of the form decides stays unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from juesuan.parse.claims import Restored
from juesuan.parse.forms.grid import GridCell
from juesuan.parse.forms.indicators.aligned import LEVELS, Aligned
from juesuan.parse.forms.values import Kind
from juesuan.parse.forms.vocabulary import LEVEL1, LEVEL2, PARENTS
from juesuan.parse.view import View

_NOT_CHINESE = re.compile(r"[^\u4e00-\u9fff]")
_LEAST = 3
"""Characters that must be left of a label."""

_NOTHING = View("", ())


class Label(NamedTuple):
    """A restored label: what is left of it, in which indicator, and why it reads so."""

    left: View
    owner: Aligned | None
    reason: str


Labels = dict[int, Label]
"""Restored labels by the identity of their view, which the rows of a merged cell share."""


def restore_first_levels(found: Sequence[Aligned]) -> Labels:
    """Give indicators the first level of which a part is left beside their second level.

    Args:
        found: the indicators of a form, before levels are repeated; takes the labels.
    """
    labels: Labels = {}
    for aligned in found:
        for cell in aligned.junk[:]:
            if label := _first_level(cell, aligned):
                aligned.junk.remove(cell)
                reason = (
                    f"残存“{cell.text}”，同行二级指标为“{aligned.cells['level2'].text}”，"
                    f"一级指标中只有“{label.text}”相合"
                )
                labels[id(label)] = Label(cell.view, aligned, reason)
    return labels


def _first_level(cell: GridCell, aligned: Aligned) -> View | None:
    """Take the first level that a cell is what is left of; None where it is none."""
    printed = [aligned.cells[name] for name in LEVELS if name in aligned.cells]
    if len(printed) != 1 or cell.view.at[0] > printed[0].at[0]:
        return None
    parent = PARENTS.get(printed[0].text, "")
    if not parent or only_entry(cell.text, LEVEL1) != parent:
        return None
    label = View(parent, (cell.view.at[0],) * len(parent))
    aligned.cells |= {"level1": label, "level2": printed[0]}
    return label


def only_entry(left: str, entries: Sequence[str]) -> str:
    """The only entry that fits best what is left of a label; empty where none or several do.

    A label may have lost a character at an end, and one may be misread; what fits without a misread
    character fits better.

    >>> only_entry("Z益指标", LEVEL1), only_entry("某指标", LEVEL1)
    ('效益指标', '')
    """
    bare = _NOT_CHINESE.sub("", left)
    wrong = {entry: _misread(bare, entry) for entry in entries}
    least = min(wrong.values())
    fitting = [entry for entry, number in wrong.items() if number == least]
    return fitting[0] if least <= 1 and len(fitting) == 1 else ""


def _misread(left: str, entry: str) -> int:
    """How many characters differ from the entry, or from it without one of its ends."""
    short = len(entry) - len(left)
    if len(left) < _LEAST or short not in (0, 1):
        return len(entry)
    parts = [entry[i : i + len(left)] for i in range(short + 1)]
    return min(sum(a != b for a, b in zip(left, part, strict=True)) for part in parts)


def restore_first_labels(found: Sequence[Aligned], floating: bool) -> Labels:
    """Give the second level that the vocabulary begins with to the indicators printed above it.

    Where labels float in the middle of merged cells, an indicator above the first label belongs to
    it, unless another label could stand before it. None can if the form keeps to the order of the
    vocabulary, begins with its first entry, and prints all first levels from there on.

    Args:
        found: the indicators of a form, after levels were repeated; takes the label.
        floating: whether labels float.
    """
    first = next((i for i, one in enumerate(found) if "level2" in one.cells), 0)
    if not floating or not first or not _is_whole(found[first:]):
        return {}
    printed = found[first].cells["level2"]
    label = View(printed.text, printed.at)
    for aligned in found[:first]:
        if not any(cell.kind is Kind.TEXT for cell in aligned.junk):
            aligned.cells["level2"] = label
            aligned.lost = [name for name in aligned.lost if name != "level2"]
    reason = f"“{label.text}”印在合并单元格中部，表中其余一级指标都印在其下，其上没有别的二级指标"
    return {id(label): Label(_NOTHING, None, reason)}


def _is_whole(found: Sequence[Aligned]) -> bool:
    """Whether second levels stand in the order of the vocabulary, with all first levels."""
    printed = list(
        dict.fromkeys(one.cells["level2"].text for one in found if "level2" in one.cells)
    )
    if any(text not in PARENTS for text in printed):
        return False
    order = [LEVEL2.index(text) for text in printed]
    levels = {PARENTS[text] for text in printed}
    return order[0] == 0 and order == sorted(order) and levels == set(PARENTS.values())


def note_restored(found: Sequence[Aligned], labels: Labels) -> None:
    """Record in each indicator which of its levels are restored labels, its own or repeated."""
    for aligned in found:
        for name in LEVELS:
            view = aligned.cells.get(name)
            if view is not None and (label := labels.get(id(view))):
                own = label.owner is None or label.owner is aligned
                left, reason = (
                    (label.left, label.reason)
                    if own
                    else (_NOTHING, f"与标签所在的行同属一项：{label.reason}")
                )
                aligned.restored.append(Restored(name, view.text, left, "vocabulary", reason))
