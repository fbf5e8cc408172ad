"""The list of disclosures in English, as a part of the English first page."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.across.table import Measures
from juesuan.pages.limits import LISTED
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store, english_names
from juesuan.pages.telling.in_english import SCOPES
from juesuan.rows import DisclosureRow

_FAILS = (
    "SELECT disclosure_id, count(*) AS n FROM checks WHERE state = 'fail' GROUP BY disclosure_id"
)

_UNCHECKED = (
    "SELECT disclosure_id, count(*) AS n FROM checks WHERE state = 'unreadable' "
    "GROUP BY disclosure_id"
)

_LOST = (
    "SELECT disclosure_id, count(*) AS n FROM figures "
    "WHERE status = 'unread' AND resource IS NOT NULL GROUP BY disclosure_id"
)

_SHOWN = ("expenditure.current", "three_public.total")
"""The measures of a row."""


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the first page in English: a row a disclosure."""
    abouts = store.disclosures()
    counts = [store.numbers(question) for question in (_FAILS, _UNCHECKED, _LOST)]
    shown = abouts[:LISTED]
    called = english_names(store.root, [about["disclosure_id"] for about in shown])
    amounts = [_amount(store, about) for about in shown]
    most = max(amounts, default=0) or 1
    rows = [
        (
            about,
            called.get(one, ""),
            SCOPES.get(about["scope"], ""),
            (amount * 100 / most).quantize(Decimal("0.1")),
            _numbers(store, about),
            *(count.get(one, 0) for count in counts),
        )
        for about, amount in zip(shown, amounts, strict=True)
        for one in (about["disclosure_id"],)
    ]
    content = rendered(
        "english_list.html", here=addresses.ENGLISH, rows=rows, more=len(abouts) - len(rows)
    )
    yield addresses.part("english"), content


def _amount(store: Store, about: DisclosureRow) -> Decimal:
    """What a bar shows: the expenditure of the year; 0 where none is printed."""
    (text,) = store.made_of(about, "amount in English", partial(_spent, store, about))
    return Decimal(text)


def _spent(store: Store, about: DisclosureRow) -> list[str]:
    value = Measures.of(store, about, addresses.ENGLISH).value(_SHOWN[0])
    return [str(max(value or Decimal(0), Decimal(0)))]


def _numbers(store: Store, about: DisclosureRow) -> list[Markup]:
    """The numbers of a row."""
    make = partial(_printed, store, about)
    return [*map(Markup, store.made_of(about, "numbers in English", make))]  # nosec B704


def _printed(store: Store, about: DisclosureRow) -> list[str]:
    measures = Measures.of(store, about, addresses.ENGLISH)
    return [str(measures.number(one)) for one in _SHOWN]
