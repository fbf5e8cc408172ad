"""The levels of indicators, which a form prints once for all rows that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.values import Kind
from juesuan.parse.forms.vocabulary import PARENTS
from juesuan.parse.view import View

_FIRST_LEVELS = frozenset(PARENTS.values())


def repeat_levels(found: Sequence[Aligned], floating: bool) -> None:
    """Repeat the levels of merged cells.

    A first level follows its second level where the form prints it. Where labels float in the
    middle of merged cells, a row between two different labels belongs to either and is marked, not
    guessed.

    Args:
        found: the indicators of a form, in order.
        floating: whether labels float.
    """
    levels = _Levels(found, floating)
    for i, aligned in enumerate(found):
        levels.come_to(i)
        if levels.is_between(i):
            levels.mark(i)
        else:
            levels.repeat(aligned)


class _Levels:
    """The levels that hold at an indicator, going down a form."""

    def __init__(self, found: Sequence[Aligned], floating: bool) -> None:
        self._found, self._floating = found, floating
        self._printed = {
            one.cells["level1"].text: one.cells["level1"]
            for one in reversed(found)
            if "level1" in one.cells
        }
        self._own = [one.cells.get("level2") for one in found]
        self._level1: View | None = None
        self._level2: View | None = None

    def come_to(self, i: int) -> None:
        """Take over what an indicator prints; another first level ends the second level."""
        own = self._found[i].cells.get("level1")
        if own is not None:
            if self._level1 is not None and own.text != self._level1.text:
                self._level2 = None
            self._level1 = own
        self._level2 = self._own[i] or self._level2

    def is_between(self, i: int) -> bool:
        """Whether an indicator without a second level may belong to the label above or below."""
        if self._own[i] is not None:
            return False
        if _is_torn(self._found[i]):
            return True
        below = self._below(i)
        if not self._floating or below is None:
            return False
        return self._level2 is None or below.text != self._level2.text

    def _below(self, i: int) -> View | None:
        return next((label for label in self._own[i:] if label is not None), None)

    def mark(self, i: int) -> None:
        """Leave the second level open; the first is known where both labels have the same."""
        aligned = self._found[i]
        aligned.lost.append("level2")
        if not self._floating or "level1" in aligned.cells:
            return
        either = [label for label in (self._level2, self._below(i)) if label is not None]
        parents = {PARENTS.get(label.text, "") for label in either}
        only = self._printed.get(parents.pop()) if len(parents) == 1 else None
        if only is not None:
            aligned.cells["level1"] = only
        else:
            aligned.lost.append("level1")

    def repeat(self, aligned: Aligned) -> None:
        """Give an indicator the levels that hold."""
        if self._level2 is not None:
            aligned.cells["level2"] = self._level2
        above = self._parent() or self._level1
        if "level1" in aligned.cells or above is None:
            return
        if self._denies(above):
            aligned.lost.append("level1")
        else:
            aligned.cells["level1"] = self._level1 = above

    def _parent(self) -> View | None:
        """The first level of the second level that holds, where the form prints it."""
        if self._level2 is None:
            return None
        return self._printed.get(PARENTS.get(self._level2.text, ""))

    def _denies(self, above: View) -> bool:
        """Whether the second level belongs to another first level than the one above."""
        if self._level2 is None or above.text not in _FIRST_LEVELS:
            return False
        return above.text != PARENTS.get(self._level2.text, above.text)


def _is_torn(aligned: Aligned) -> bool:
    """Whether something illegible stands where the second level should be."""
    return any(cell.kind is Kind.TEXT for cell in aligned.junk) and aligned.lacks("basis")
