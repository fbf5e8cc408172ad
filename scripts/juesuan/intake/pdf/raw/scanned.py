"""Pages whose content is a picture: what is text under it, and what is no text at all.

A scan may have the text that a machine recognised under its picture, where nobody sees it. It
imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw.calls import Box
    from juesuan.intake.pdf.raw.drawing import Shape, overlap
    from juesuan.intake.pdf.raw.letters import Letter
    from juesuan.intake.pdf.raw.place import Place
    from juesuan.intake.pdf.raw.seen import COVERED, GROUND, MODE
else:
    sys.path.append(str(Path(__file__).parent))
    from calls import Box
    from drawing import Shape, overlap
    from letters import Letter
    from place import Place
    from seen import COVERED, GROUND, MODE

SMALLEST = 0.1
"""Part of a page from which on pictures may be one of text."""

NARROWEST = 0.004
"""Part of a page from which on a picture is looked at; a strip of a scan is wider."""

MOST = 250
"""Pictures of a page that are looked at."""

FEW = 0.1
"""Part of the hidden characters of a picture up to which seen ones may stand on it: a stamp."""

SPARSE = 8
"""Seen characters up to which nothing is printed over a picture."""

_UNDER = frozenset((MODE, GROUND, COVERED))
"""What hides text that was recognised."""


class Pictured(NamedTuple):
    """The characters of a page with pictures.

    Attributes:
        letters: all of them; those that were recognised in a picture are no longer hidden.
        recognised: how many those are.
        blind: percent of the page that pictures cover on which nothing is printed, and under which
            nothing was recognised.
    """

    letters: list[Letter]
    recognised: int
    blind: int


def picture_of_text(found: list[Letter], pictures: Sequence[Shape], place: Place) -> Pictured:
    """What of a page is a picture, and which of its hidden characters were recognised in it.

    Args:
        found: the characters of a page.
        pictures: on it.
        place: the page.
    """
    page = (place.left, place.bottom, place.right, place.top)
    boxes = _looked_at(pictures, page)
    if sum(map(_area, boxes)) < SMALLEST * _area(page):
        return Pictured(found, 0, 0)
    inside = [at for at, one in enumerate(found) if any(_is_in(one, box) for box in boxes)]
    under = {at for at in inside if found[at].why in _UNDER}
    seen = [found[at] for at in inside if not found[at].why]
    if under and len(seen) <= FEW * len(under):
        read = [one._replace(why="") if at in under else one for at, one in enumerate(found)]
        return Pictured(read, len(under), 0)
    return Pictured(found, 0, _bare(boxes, seen, page))


def _looked_at(pictures: Sequence[Shape], page: Box) -> list[Box]:
    """What of each picture is on the page, small ones left aside."""
    cut = [overlap(one.box, page) for one in pictures]
    return [box for box in cut if box[2] > box[0] and _area(box) >= NARROWEST * _area(page)][:MOST]


def _bare(boxes: Sequence[Box], seen: Sequence[Letter], page: Box) -> int:
    """Percent of a page that pictures without text cover; zero where it is little."""
    bare = [box for box in boxes if sum(_is_in(one, box) for one in seen) <= SPARSE]
    covered = sum(map(_area, bare)) / _area(page)
    return min(100, round(100 * covered)) if covered >= SMALLEST else 0


def _area(box: Box) -> float:
    return max(0.01, box[2] - box[0]) * (box[3] - box[1])


def _is_in(one: Letter, box: Box) -> bool:
    x, y = one.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
