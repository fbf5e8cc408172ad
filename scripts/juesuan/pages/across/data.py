"""The lists of downloads, for the page of data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from juesuan.pages import addresses
from juesuan.pages.limits import PACKAGES
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store


def pages(store: Store, archives: Mapping[str, str], linked: str = "") -> Iterator[tuple[str, str]]:
    """The part of the page of data that lists files.

    Args:
        store: the packages.
        archives: names of the files over all disclosures, with what they are.
        linked: linked data of the catalogue.
    """
    abouts = store.disclosures()
    sizes = {
        (about["disclosure_id"], kind): _size(store.root, about["disclosure_id"], kind)
        for about in abouts[:PACKAGES]
        for kind in addresses.ARCHIVES
    }
    content = rendered(
        "data.html",
        here=addresses.DATA,
        archives=archives,
        parquet=[name for name in archives if name.endswith(".parquet")],
        linked=linked,
        abouts=abouts[:PACKAGES],
        sizes=sizes,
        more=max(0, len(abouts) - PACKAGES),
    )
    yield addresses.part("data"), content


def _size(root: Path, disclosure_id: str, kind: addresses.Archive) -> str:
    """How large a file for download is, in words; empty where it is not drawn."""
    archive = addresses.archive(disclosure_id, kind)
    path = root / addresses.DRAWN / addresses.disclosure(disclosure_id, archive)
    return f"{max(1, round(path.stat().st_size / 1000)):,} KB" if path.is_file() else ""
