"""A picture of a topic: a bar a disclosure from the parts of one sum, the years apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from juesuan import terms
from juesuan.amount import Rounded, adds_up
from juesuan.pages.across.table import Asked, Measures, department
from juesuan.pages.across.topics.strips import Segment, segments
from juesuan.pages.limits import CARDS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow


@dataclass(frozen=True)
class Bar:
    """A disclosure's sum and its parts.

    Attributes:
        about: its row of ``disclosure``.
        department: as a link.
        total: with its evidence.
        parts: amounts in the order of the columns, 0 where nothing is printed.
    """

    about: DisclosureRow
    department: Markup
    total: Markup
    parts: list[Decimal]


def bars_html(
    store: Store,
    here: str,
    total: Asked,
    parts: Sequence[Asked],
    beside: Callable[[Measures], str] = lambda _: "",
) -> Markup:
    """The picture; nothing where no disclosure prints such a sum that is more than 0.

    Only sums whose printed parts make them up are drawn.

    Args:
        store: the packages.
        here: the page on which it stands.
        total, parts: the sum and what it is made of.
        beside: says what a reader must know of the sum of a disclosure.
    """
    bars = []
    for about in store.disclosures():
        what = f"{here}#bars"
        made = store.made_of(about, what, partial(_told, store, about, here, total, parts, beside))
        if made:
            amounts = [Decimal(one) for one in made[1:]]
            shown = Markup(made[0])  # nosec B704
            bars.append(Bar(about, department(about, here), shown, amounts))
    if not bars:
        return Markup()
    return Markup(rendered("bars.html", **_content(bars, total, parts)))  # nosec B704


def _content(bars: Sequence[Bar], total: Asked, parts: Sequence[Asked]) -> dict[str, object]:
    """What the template shows: the first bars by year, the newest first."""
    newest = sorted(bars, key=lambda bar: -int(bar.about["fiscal_year"]))
    drawn = newest[:CARDS]
    most = max(sum(bar.parts) for bar in drawn)
    key = [one.title for one in parts]
    years: dict[str, list[tuple[Bar, list[Segment]]]] = {}
    for bar in drawn:
        named = zip(bar.parts, key, strict=True)
        own = ((amount, at, f"{name} {amount:,}") for at, (amount, name) in enumerate(named, 1))
        years.setdefault(bar.about["fiscal_year"], []).append((bar, [*segments(own, most)]))
    return {
        "title": total.title,
        "unit": terms.measures()[total.measure].unit,
        "years": years,
        "key": key,
        "more": len(newest) - len(drawn),
    }


def _told(
    store: Store,
    about: DisclosureRow,
    here: str,
    total: Asked,
    parts: Sequence[Asked],
    beside: Callable[[Measures], str],
) -> list[str]:
    """The sum with its evidence, then its parts; nothing where they do not make it up."""
    measures = Measures.of(store, about, here)
    whole = measures.exact(total.measure)
    amounts = [measures.exact(one.measure) or Rounded(Decimal(0)) for one in parts]
    if not whole or whole.value <= 0 or min(amounts).value < 0 or not adds_up(whole, amounts):
        return []
    said = beside(measures)
    shown = measures.number(total.measure) + (
        Markup(" <small>{}</small>").format(said) if said else ""
    )
    return [str(shown), *(str(one.value) for one in amounts)]
