"""For machines: the API and its description, catalogues, the feed, downloads, the search index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.machines import (
    api,
    catalogue,
    citations,
    downloads,
    feed,
    openapi,
    search,
)
from juesuan.pages.machines.feed import Event
from juesuan.pages.store import Store
from juesuan.pages.writer import Content


def of_disclosure(facts: Facts, folder: Path, address: Address) -> Iterator[tuple[str, Content]]:
    """Files of one disclosure: address below it, and content; those of the API come apart.

    Args:
        facts: its package.
        folder: the package's folder.
        address: of the site.
    """
    yield from downloads.of_disclosure(facts, folder)
    yield from citations.citation_files(facts.disclosure, address)


def over_all(
    store: Store, happened: Sequence[Event], address: Address
) -> Iterator[tuple[str, Content]]:
    """Files over all disclosures: address, and content.

    Args:
        store: the packages.
        happened: to the data, the newest first.
        address: of the site.
    """
    yield from downloads.over_all(store)
    archives = downloads.archives_over_all(store)
    listed = catalogue.catalogue(store.departments(), store.disclosures(), address, archives)
    yield addresses.CATALOGUE, listed
    yield addresses.FEED, feed.feed(happened, address)
    yield from search.files(store)
    yield from api.over_all(store)
    yield from openapi.files(address).items()
