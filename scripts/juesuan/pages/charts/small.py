"""Small pictures beside the sentences of the summary, with a key; each sentence says what its picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from juesuan.pages.charts import shapes
from juesuan.pages.charts.draw import small_svg

MOST = 4
"""Parts of one picture: as many as there are colours; the smallest are drawn as one."""


def small(
    kind: str, parts: Sequence[tuple[str, Decimal]], colours: Sequence[int] = (0, 1, 2, 3)
) -> Markup:
    """A small picture with its key; empty where the values cannot be drawn honestly at this size.

    Args:
        kind: ``stack`` for parts of a whole, ``pair`` for amounts to compare, ``strip`` for scores from 0 to 100.
        parts: labels and values in the order of the sentence.
        colours: of the parts; those of the charts mean the same.
    """
    values = [value for _, value in parts]
    if not values or min(values) < 0 or not any(values):
        return Markup()
    if kind == "strip":
        return (
            small_svg(shapes.strip(values)) + _key([("一点一个项目，从 0 分到 100 分", None)])
            if max(values) <= 100
            else Markup()
        )
    told = _fewer(parts) if kind == "stack" else list(parts)
    coloured = [(value, colours[i]) for i, (_, value) in enumerate(told)]
    picture = small_svg(shapes.stack(coloured) if kind == "stack" else shapes.pair(coloured))
    return picture + _key(
        [(label, colours[i]) for i, (label, value) in enumerate(told) if value or kind == "pair"]
    )


def _fewer(parts: Sequence[tuple[str, Decimal]]) -> list[tuple[str, Decimal]]:
    """The largest parts, and the rest as one."""
    if len(parts) <= MOST:
        return list(parts)
    rest = sum((value for _, value in parts[MOST - 1 :]), Decimal(0))
    return [*parts[: MOST - 1], (f"其余 {len(parts) - MOST + 1} 项", rest)]


def _key(labels: Sequence[tuple[str, int | None]]) -> Markup:
    marks = [
        (Markup('<i class="c{}"></i>').format(colour + 1) if colour is not None else Markup())
        + Markup("{}").format(label)
        for label, colour in labels
    ]
    return Markup('<span class="key" aria-hidden="true">{}</span>').format(
        Markup(" ").join(Markup("<span>{}</span>").format(one) for one in marks)
    )
