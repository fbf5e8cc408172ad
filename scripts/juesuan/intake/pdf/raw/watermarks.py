"""Which characters of a page belong to a watermark: text that lies across what is printed.

No single sign tells one, but two of them do: it is pale or shines through, is larger than the text
(or far larger, which is two), is turned, lies upon other text. It imports nothing of the project:
``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw.calls import Box
    from juesuan.intake.pdf.raw.letters import Letter
    from juesuan.intake.pdf.raw.seen import Sight, unlike
else:
    sys.path.append(str(Path(__file__).parent))
    from calls import Box
    from letters import Letter
    from seen import Sight, unlike

PALE = 105
"""Steps of a colour up to which text is pale on its ground, of 255."""

SHINES = 160
"""Opacity up to which text is transparent, of 255."""

LARGE = 1.8
"""Times the usual size of the page from which on text is large."""

LARGER = 1.2
"""The same from which on it is larger, which tells only of what lies upon smaller text."""

HUGE = 4.0
"""The same from which on it is a watermark by that alone: no title is."""

UPON = 0.15
"""Part of a character that must lie upon another one."""

OFF_LINE = 0.15
"""Part of its size by which a character that stands higher or lower is in another line."""

_CELL = 20.0
"""Points of the squares into which characters are sorted, to be found quickly."""

_MOST_IN_CELL = 60
"""Characters of a square that are compared."""

_FARTHEST = 8
"""Squares around that of a character among which others are looked for."""

_Run = list[int]
_Style = tuple[object, ...]


def watermarks(found: Sequence[Letter], sight: Sight) -> set[int]:
    """The numbers of the characters that belong to watermarks.

    Args:
        found: the characters of a page, in the order of the file; hidden ones are left aside.
        sight: looks at them.
    """
    seen = [at for at, one in enumerate(found) if not one.why]
    if not seen:
        return set()
    page = _Page(found, seen, sight)
    marks = {page.name(run) for run in page.runs if page.is_watermark(run)}
    return {at for run in page.runs if page.name(run) in marks for at in run}


class _Page:
    """The characters of a page that are seen, in runs of one style."""

    def __init__(self, found: Sequence[Letter], seen: list[int], sight: Sight) -> None:
        self.found, self.sight = found, sight
        self.usual = _median([found[at].size for at in seen])
        quarters = [found[at].quarter for at in seen]
        self.standing = max(set(quarters), key=quarters.count)
        self.seen = seen
        self.runs = [*_runs(found, seen)]

    @cached_property
    def cells(self) -> dict[tuple[int, int], list[int]]:
        """The characters by the squares in which they stand; most pages need none of them."""
        cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for at in self.seen:
            cell = cells[_cell(self.found[at])]
            if len(cell) < _MOST_IN_CELL:
                cell.append(at)
        return cells

    def name(self, run: _Run) -> tuple[object, ...]:
        """What all repetitions of a run share: style and text."""
        return (*_style(self.found[run[0]]), "".join(self.found[at].char for at in run))

    def is_watermark(self, run: _Run) -> bool:
        first = self.found[run[0]]
        is_pale = self._is_pale(first)
        is_large = first.size >= LARGE * self.usual
        is_turned = first.quarter != self.standing
        is_huge = first.size >= HUGE * self.usual
        signs = is_pale + is_large + is_turned + is_huge
        if signs > 1:
            return True
        if not signs:
            return first.size >= LARGER * self.usual and self._lies_upon(run, LARGER)
        return self._lies_upon(run) or (is_pale and self._lies_between(run))

    def _is_pale(self, one: Letter) -> bool:
        if one.look.colour[3] <= SHINES:
            return True
        ground = self.sight.ground(one.look, one.ink)
        return ground is not None and unlike(one.look.colour, ground) <= PALE

    def _lies_upon(self, run: _Run, larger: float = 0.0) -> bool:
        """Whether a character of a run lies upon one that is none of it, so many times smaller."""
        inside = {*run}
        return any(
            other not in inside
            and self.found[at].size >= larger * self.found[other].size
            and _is_upon(self.found[at], self.found[other])
            for at in run
            for other in self._near(self.found[at])
        )

    def _lies_between(self, run: _Run) -> bool:
        """Whether a run stands beside other lines of text, and in none of them."""
        inside = {*run}
        beside = [
            abs(self.found[at].box[1] - self.found[other].box[1]) / self.found[at].size
            for at in run
            for other in self._level_with(self.found[at])
            if other not in inside
        ]
        return any(OFF_LINE < one < 1 for one in beside) and min(beside) > OFF_LINE

    def _level_with(self, one: Letter) -> Iterator[int]:
        """The characters that stand about as high as one, from side to side of the page."""
        row = _cell(one)[1]
        last = max(column for column, _ in self.cells)
        for column in range(last + 1):
            for at in (row - 1, row, row + 1):
                yield from self.cells.get((column, at), ())

    def _near(self, one: Letter) -> Iterator[int]:
        x, y = _cell(one)
        reach = min(int(one.size / _CELL), _FARTHEST) + 1
        for column in range(x - reach, x + reach + 1):
            for row in range(y - reach, y + reach + 1):
                yield from self.cells.get((column, row), ())


def _median(sizes: list[float]) -> float:
    """The middle of some sizes; the module of the standard library takes longer than a page."""
    middle = len(sizes) // 2
    ordered = sorted(sizes)
    return ordered[middle] if len(sizes) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _cell(one: Letter) -> tuple[int, int]:
    x, y = one.middle
    return int(x // _CELL), int(y // _CELL)


def _style(one: Letter) -> _Style:
    return one.look.colour, round(one.size, 1), one.quarter


def _runs(found: Sequence[Letter], seen: Sequence[int]) -> Iterator[_Run]:
    """Characters that follow one another in one style, each beside the one before it."""
    run: _Run = []
    for at in seen:
        if run and not _follows(found[run[-1]], found[at]):
            yield run
            run = []
        run.append(at)
    yield run


def _follows(before: Letter, behind: Letter) -> bool:
    if before.quarter != behind.quarter:
        return False
    if before.piece == behind.piece:
        return True
    size = before.size
    if before.look.colour != behind.look.colour or abs(size - behind.size) > 0.1 * size:
        return False
    one, other, far = before.box, behind.box, 5 * size
    across, down = one[0] + one[2] - other[0] - other[2], one[1] + one[3] - other[1] - other[3]
    return -far <= across <= far and -far <= down <= far


def _is_upon(one: Letter, other: Letter) -> bool:
    """Whether a character lies upon another one, and is not the same one printed twice."""
    shared = _area(_overlap(one.ink, other.ink))
    smaller = min(_area(one.ink), _area(other.ink))
    is_again = one.char == other.char and abs(one.size - other.size) <= 0.1 * one.size
    return shared > 0 and shared >= UPON * smaller and not is_again


def _overlap(box: Box, other: Box) -> Box:
    left, bottom = max(box[0], other[0]), max(box[1], other[1])
    return left, bottom, min(box[2], other[2]), min(box[3], other[3])


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
