"""Small pictures beside the sentences of the summary, with a key; each sentence says what is shown.

A picture is empty where its numbers cannot be drawn honestly at this size: below zero, all zero, or
beyond the end of its scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from juesuan.pages.charts.draw import small_svg
from juesuan.pages.charts.shapes import small

MOST = 4
"""Parts of one picture: as many as there are colours; the smallest are drawn as one."""

Part = tuple[str, Decimal]
"""A label and its number."""


def stack(parts: Sequence[Part], colours: Sequence[int] = (0, 1, 2, 3)) -> Markup:
    """Parts of a whole.

    Args:
        parts: in the order of the sentence; of more than four the last are drawn as one.
        colours: of the parts; those of the charts mean the same.
    """
    if not _can_be_drawn([value for _, value in parts]):
        return Markup()
    drawn = list(zip(_fewer(parts), colours, strict=False))
    picture = small_svg(small.stack([(value, colour) for (_, value), colour in drawn]))
    return picture + _key([(label, colour) for (label, value), colour in drawn if value])


def pair(first: Part, second: Part) -> Markup:
    """Two amounts to compare: what it was or should be, and what it is."""
    if not _can_be_drawn([first[1], second[1]]):
        return Markup()
    colours = (2, 0)
    picture = small_svg(small.pair([(first[1], colours[0]), (second[1], colours[1])]))
    return picture + _key([(first[0], colours[0]), (second[0], colours[1])])


def scores(values: Sequence[Decimal]) -> Markup:
    """Scores of projects from 0 to 100, a dot a project."""
    if not _can_be_drawn(values) or max(values) > 100:
        return Markup()
    return small_svg(small.strip(values)) + _key([("一点一个项目，从 0 分到 100 分", None)])


def _can_be_drawn(values: Sequence[Decimal]) -> bool:
    """Whether there is anything to draw, and nothing that would have to be drawn backwards."""
    return any(values) and min(values) >= 0


def _fewer(parts: Sequence[Part]) -> list[Part]:
    """The first parts, and the rest as one."""
    if len(parts) <= MOST:
        return list(parts)
    rest = sum((value for _, value in parts[MOST - 1 :]), Decimal(0))
    return [*parts[: MOST - 1], (f"其余 {len(parts) - MOST + 1} 项", rest)]


def _key(labels: Sequence[tuple[str, int | None]]) -> Markup:
    """Labels with the colours of what they name."""
    marks = Markup(" ").join(
        Markup("<span>{}{}</span>").format(_swatch(colour), label) for label, colour in labels
    )
    return Markup('<span class="key" aria-hidden="true">{}</span>').format(marks)


def _swatch(colour: int | None) -> Markup:
    return Markup() if colour is None else Markup('<i class="c{}"></i>').format(colour + 1)
