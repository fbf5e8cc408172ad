"""What is over all disclosures: asked from their packages as tables, written where it changed.

Wings meet here: pages list the files that are for machines, and what happened to the data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from juesuan.collection import folder_of, notes_of
from juesuan.pages import across, machines
from juesuan.pages.addresses import DRAWN, Address
from juesuan.pages.machines.feed import events
from juesuan.pages.machines.whole import offered
from juesuan.pages.shared import remove_but
from juesuan.pages.store import Store
from juesuan.pages.writer import Writer

_DATABASE = Path(".cache") / "packages.duckdb"
"""The packages as tables, kept between builds."""


def over_all(
    root: Path, names: Sequence[str], address: Address, elsewhere: Mapping[str, Path]
) -> int:
    """Write what is over all disclosures, and remove what is not any more; returns how many."""
    drawn, writer = root / DRAWN, Writer()
    with closing(Store(root, names, elsewhere, root / _DATABASE)) as store:
        abouts = store.disclosures()
        notes = [(about, notes_of(folder_of(root, about["disclosure_id"]))) for about in abouts]
        happened = events(notes)
        for path, page in across.pages(store, offered(store), happened):
            writer.write(drawn / path, page)
        for path, content in machines.over_all(store, happened, address):
            writer.write(drawn / path, content)
    remove_but(drawn, writer.paths)
    return writer.written
