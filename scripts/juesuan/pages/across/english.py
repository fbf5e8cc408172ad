"""The list of disclosures in English, as a part of the English first page."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.pages import addresses
from juesuan.pages.across.table import Measures
from juesuan.pages.limits import LISTED
from juesuan.pages.markup import rendered
from juesuan.pages.store import Store

_FAILS = (
    "SELECT disclosure_id, count(*) AS n FROM checks WHERE state = 'fail' GROUP BY disclosure_id"
)


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the first page in English: a row a disclosure."""
    abouts, fails = store.disclosures(), store.numbers(_FAILS)
    rows = [
        (about, Measures.of(store, about, addresses.ENGLISH), fails.get(about["disclosure_id"], 0))
        for about in abouts[:LISTED]
    ]
    content = rendered(
        "english_list.html", here=addresses.ENGLISH, rows=rows, more=len(abouts) - len(rows)
    )
    yield addresses.part("english"), content
