"""Cost a person (人均支出): quotients that the site makes, marked as its own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from markupsafe import Markup

from juesuan.pages.across.table import WHOSE_HEADS, Measures, TopicTable, whose
from juesuan.pages.evidence.figures import NONE, grouped
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow

_HEADS = [
    *WHOSE_HEADS,
    ("人员经费（万元）", True),
    ("公用经费（万元）", True),
    ("在职人员（人）", True),
    ("人员经费 ÷ 在职人员（万元）", True),
    ("公用经费 ÷ 在职人员（万元）", True),
]
_NOTE = (
    "斜体的商由本站计算，只在两个数都印出且人数不为 0 时列出。"
    "人员经费可能包含离退休人员和编外人员的支出，口径也不尽相同，不宜直接排名。"
)
_COSTS = ("basic.personnel", "basic.public")
_PEOPLE = "headcount.serving"


def per_person(store: Store, here: str) -> Iterator[TopicTable]:
    """Cost a person, only where both operands are printed; no table where there is none."""
    table = TopicTable("人均支出", "per-person", "", _HEADS, note=_NOTE)
    for about in store.disclosures():
        row = store.made_of(about, f"{here}#{table.anchor}", partial(_told, store, about, here))
        if row:
            table.add([*map(Markup, row)])  # nosec B704
    if table.rows:
        yield table


def _told(store: Store, about: DisclosureRow, here: str) -> list[str]:
    return [*map(str, _row(about, Measures.of(store, about, here), here))]


def _row(about: DisclosureRow, measures: Measures, here: str) -> list[Markup]:
    """The cells of a disclosure; none where an operand is not printed."""
    people = measures.value(_PEOPLE)
    costs = [measures.value(name) for name in _COSTS]
    if not people or all(cost is None for cost in costs):
        return []
    printed = [measures.number(name) for name in (*_COSTS, _PEOPLE)]
    made = [_quotient(cost, people) for cost in costs]
    return [*whose(about, here), *printed, *made]


def _quotient(amount: Decimal | None, people: Decimal) -> Markup:
    """An amount a person, to two places, with how it is made; a dash without an amount."""
    if amount is None:
        return NONE
    each = (amount / people).quantize(Decimal("0.01"), ROUND_HALF_UP)
    how = f"{grouped(str(amount))} ÷ {people}"
    return Markup('<span class="derived" title="推算：{}">{}</span>').format(
        how, grouped(str(each))
    )
