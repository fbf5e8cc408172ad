"""For machines: packages and workbooks, the package over all, the API, the catalogue, the feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.digest import Digests, file_of
from juesuan.pages.machines import embed, search
from juesuan.pages.machines.described import catalogue, feed
from juesuan.pages.machines.described.feed import Event
from juesuan.pages.machines.files import whole
from juesuan.pages.machines.interface import api, openapi
from juesuan.pages.store.store import Store
from juesuan.pages.writer import Content, Shown


def over_all(
    store: Store, happened: Sequence[Event], address: Address
) -> Iterator[tuple[str, Content | Shown]]:
    """Files over all disclosures: address, and content.

    Args:
        store: the packages.
        happened: to the data, the newest first.
        address: of the site.
    """
    yield from whole.files(store)
    offered = whole.offered(store)
    yield addresses.CATALOGUE, partial(_catalogue, store=store, offered=offered, address=address)
    yield addresses.FEED, feed.feed(happened, address)
    yield from search.files(store)
    yield from api.files(store)
    yield from openapi.files(address).items()
    yield from embed.files()


def _catalogue(path: Path, store: Store, offered: Mapping[str, str], address: Address) -> None:
    """Write the catalogue; the files over all disclosures, which it measures, lie beside it."""
    everything = {
        what: file_of(addresses.whole(name), path.with_name(name)) for name, what in offered.items()
    }
    digests = Digests(store.root)
    text = catalogue.catalogue(store.departments(), digests, everything, address)
    path.write_text(text, encoding="utf-8", newline="\n")


__all__ = ["over_all"]
