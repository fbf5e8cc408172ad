"""What is over all disclosures: asked from their packages as tables, written where it changed.

Wings meet here: pages list the files that are for machines, and what happened to the data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from juesuan.collection import gone
from juesuan.pages import across, addresses, machines
from juesuan.pages.addresses import DRAWN, Address
from juesuan.pages.digest import Digests
from juesuan.pages.machines.described.feed import events
from juesuan.pages.machines.described.linked import data_catalogue
from juesuan.pages.machines.files.whole import offered
from juesuan.pages.shared import remove_but
from juesuan.pages.store.between import judge
from juesuan.pages.store.database import DATABASE
from juesuan.pages.store.memory import Memory
from juesuan.pages.store.store import Store, log_of
from juesuan.pages.writer import Record, Writer
from juesuan.reach import version

_MADE = Path(".cache") / "made.sqlite"
"""What was made of single disclosures for what is over all, kept between builds."""

_RECORD = Path(".cache") / "shown.json"
"""From what the files over all were drawn, kept between builds."""


def over_all(
    root: Path, names: Sequence[str], address: Address, elsewhere: Mapping[str, Path]
) -> int:
    """Write what is over all disclosures, and remove what is not any more; returns how many."""
    drawn = root / DRAWN
    code = version("pages.over")
    record = Record(root / _RECORD, code + address.site, drawn)
    made = Memory(root / _MADE, code)
    made.forget_but(names)
    writer = Writer(record)
    with closing(Store(root, names, elsewhere, root / DATABASE, made)) as store:
        judge(store)
        digests, log = Digests(root), log_of(root)
        notes = [(one, digests.of(one["disclosure_id"]).notes) for one in store.disclosures()]
        happened = events(notes, log)
        files = offered(store)
        linked = data_catalogue(store.disclosures(), files, address)
        for path, page in across.pages(store, files, happened, linked):
            writer.write(drawn / path, page)
        for path, page in across.gone_departments(log, store.departments(), address):
            writer.write(drawn / path, page)
        for path, content in machines.over_all(store, happened, address):
            writer.write(drawn / path, content)
    remove_but(drawn, writer.paths)
    record.keep()
    return writer.written


def draw_gone(root: Path, names: Sequence[str], address: Address) -> int:
    """Write the pages at addresses of disclosures that are gone; returns how many files.

    Args:
        root: the repository.
        names: ids of the disclosures that are drawn.
        address: of the site.
    """
    log, writer, drawn = log_of(root), Writer(), root / DRAWN
    pages = {drawn / path: page for path, page in across.gone_pages(log, drawn, names, address)}
    for old in gone(log).keys() - {*names}:
        for left in (drawn / addresses.disclosure(old)).rglob("*"):
            if left.is_file() and left not in pages:
                left.unlink()  # a file's old address becomes a folder
    for path, page in pages.items():
        writer.write(path, page)
    return writer.written
