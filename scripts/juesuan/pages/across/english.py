"""The list of disclosures in English, as a part of the English first page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.across.table import Measures
from juesuan.pages.limits import LISTED
from juesuan.pages.markup import rendered
from juesuan.pages.store import Store, english_names
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
    rows = [
        (
            about,
            called.get(one, ""),
            _numbers(store, about),
            *(count.get(one, 0) for count in counts),
        )
        for about in shown
        for one in (about["disclosure_id"],)
    ]
    content = rendered(
        "english_list.html", here=addresses.ENGLISH, rows=rows, more=len(abouts) - len(rows)
    )
    yield addresses.part("english"), content


def _numbers(store: Store, about: DisclosureRow) -> list[Markup]:
    """The numbers of a row."""
    make = partial(_printed, store, about)
    return [*map(Markup, store.made_of(about, "numbers in English", make))]  # nosec B704


def _printed(store: Store, about: DisclosureRow) -> list[str]:
    measures = Measures.of(store, about, addresses.ENGLISH)
    return [str(measures.number(one)) for one in _SHOWN]
