"""On what one disclosure spent the general public budget: its classes as a strip and a list."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from juesuan.amount import Rounded, adds_up
from juesuan.pages import addresses
from juesuan.pages.across.topics.strips import Segment, segments
from juesuan.pages.evidence.figures import exact
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow

_CLASSES = "level = 'class' AND fund = 'general_public_budget' AND actual IS NOT NULL"

_COLOURS = 8
"""Classes with a colour of their own; those that follow share the one numbered 0."""


class Purpose(NamedTuple):
    """A class of spending: its name as printed, its amount and its printed share as links."""

    name: str
    amount: Markup
    share: Markup
    colour: int


class Purposes(NamedTuple):
    """The classes, the largest first, and the strip that they make up; without a strip if not."""

    classes: list[Purpose]
    strip: list[Segment]


def purposes(store: Store, about: DisclosureRow, here: str) -> Purposes:
    """The classes of the general public budget that are more than nothing.

    Args:
        store: the packages.
        about: the row of ``disclosure``.
        here: the page on which they stand.
    """
    up = addresses.way(here, addresses.disclosure(about["disclosure_id"]))
    evidence = store.evidence(about, up, "functions")
    rows = store.of(about["disclosure_id"], _CLASSES).rows("functions")
    own = sorted(
        (row for row in rows if Decimal(row["actual"]) > 0), key=lambda row: -Decimal(row["actual"])
    )
    colours = [at if at <= _COLOURS else 0 for at in range(1, len(own) + 1)]
    found = [
        Purpose(
            row["class"],
            evidence.number("functions", row, "actual"),
            evidence.number("functions", row, "share_pct", "%") if row["share_pct"] else Markup(),
            colour,
        )
        for row, colour in zip(own, colours, strict=True)
    ]
    amounts = [exact(evidence.figure("functions", row, "actual"), row["actual"]) for row in own]
    whole = _whole(store, about)
    if not whole or not adds_up(whole, amounts):
        return Purposes(found, [])
    parts = (
        (one.value, at, row["class"]) for one, at, row in zip(amounts, colours, own, strict=True)
    )
    return Purposes(found, [*segments(parts, whole.value)])


def _whole(store: Store, about: DisclosureRow) -> Rounded | None:
    """What the disclosure spent from the general public budget; None where it is not printed."""
    asked = "measure = 'general_budget.expenditure' AND actual IS NOT NULL"
    for row in store.of(about["disclosure_id"], asked).rows("measures"):
        evidence = store.evidence(about, "", "measures")
        return exact(evidence.figure("measures", row, "actual"), row["actual"])
    return None
