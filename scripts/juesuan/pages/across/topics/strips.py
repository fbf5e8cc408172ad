"""Bars of several parts: where each part begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple


class Segment(NamedTuple):
    """A part of a bar: where it begins and how wide it is, in percent; its colour and its name."""

    start: str
    width: str
    colour: int
    name: str


def segments(parts: Iterable[tuple[Decimal, int, str]], whole: Decimal | int) -> Iterator[Segment]:
    """The parts of a bar, one behind the other; what is nothing has none.

    Args:
        parts: the amount, the colour and the name of each.
        whole: the amount of the widest bar.
    """
    start = Decimal(0)
    for amount, colour, name in parts:
        width = amount * 100 / whole
        if amount:
            yield Segment(f"{start:.2f}", f"{width:.2f}", colour, name)
        start += width
