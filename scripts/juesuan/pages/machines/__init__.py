"""For machines: packages and workbooks, the package over all, the API, the catalogue, the feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.digest import Digests
from juesuan.pages.machines import api, catalogue, embed, feed, openapi, search, whole
from juesuan.pages.machines.feed import Event
from juesuan.pages.store import Store
from juesuan.pages.writer import Content


def over_all(
    store: Store, happened: Sequence[Event], address: Address
) -> Iterator[tuple[str, Content]]:
    """Files over all disclosures: address, and content.

    Args:
        store: the packages.
        happened: to the data, the newest first.
        address: of the site.
    """
    yield from whole.files(store)
    digests = Digests(store.root)
    listed = catalogue.catalogue(store.departments(), store.disclosures(), digests, address)
    yield addresses.CATALOGUE, listed
    yield addresses.FEED, feed.feed(happened, address)
    yield from search.files(store)
    yield from api.files(store)
    yield from openapi.files(address).items()
    yield from embed.files()


__all__ = ["over_all"]
