"""The lists of downloads, for the page of data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from juesuan.pages import addresses
from juesuan.pages.limits import PACKAGES
from juesuan.pages.markup import rendered
from juesuan.pages.store import Store


def pages(store: Store, archives: Mapping[str, str], linked: str = "") -> Iterator[tuple[str, str]]:
    """The part of the page of data that lists files.

    Args:
        store: the packages.
        archives: names of the files over all disclosures, with what they are.
        linked: linked data of the catalogue.
    """
    abouts = store.disclosures()
    content = rendered(
        "data.html",
        here=addresses.DATA,
        archives=archives,
        linked=linked,
        abouts=abouts[:PACKAGES],
        more=max(0, len(abouts) - PACKAGES),
    )
    yield addresses.part("data"), content
