"""A picture of a topic: two numbers of each disclosure that are easily taken for one another."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from juesuan import terms
from juesuan.pages.across.table import Asked, Measures, department
from juesuan.pages.limits import CARDS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow


class Side(NamedTuple):
    """One of the numbers: its amount, itself with its evidence, its width in percent."""

    amount: Decimal
    number: Markup
    width: str = ""


class Pair(NamedTuple):
    """The numbers of a disclosure."""

    about: DisclosureRow
    department: Markup
    sides: list[Side]


def pairs_html(store: Store, here: str, title: str, asked: Sequence[Asked]) -> Markup:
    """The picture on one scale; nothing where no disclosure prints both.

    Args:
        store: the packages.
        here: the page on which it stands.
        title: its heading.
        asked: the two measures, of one unit.
    """
    found = []
    for about in store.disclosures():
        made = store.made_of(about, f"{here}#pairs", partial(_told, store, about, here, asked))
        sides = [
            Side(Decimal(amount), Markup(number))  # nosec B704
            for amount, number in zip(made[::2], made[1::2], strict=True)
        ]
        if sides:
            found.append(Pair(about, department(about, here), sides))
    if not found:
        return Markup()
    drawn = sorted(found, key=lambda one: -int(one.about["fiscal_year"]))[:CARDS]
    most = max(side.amount for one in drawn for side in one.sides) or Decimal(1)
    years: dict[str, list[Pair]] = {}
    for one in drawn:
        wide = [side._replace(width=f"{side.amount * 100 / most:.2f}") for side in one.sides]
        years.setdefault(one.about["fiscal_year"], []).append(one._replace(sides=wide))
    content = {
        "title": title,
        "unit": terms.measures()[asked[0].measure].unit,
        "key": [one.title for one in asked],
        "years": years,
        "more": len(found) - len(drawn),
    }
    return Markup(rendered("pairs.html", **content))  # nosec B704


def _told(store: Store, about: DisclosureRow, here: str, asked: Sequence[Asked]) -> list[str]:
    """Amount and number of each measure, one behind the other; nothing where one is missing."""
    measures = Measures.of(store, about, here)
    values = [measures.value(one.measure) for one in asked]
    if any(value is None or value < 0 for value in values):
        return []
    numbers = [measures.number(one.measure) for one in asked]
    return [str(one) for pair in zip(values, numbers, strict=True) for one in pair]
