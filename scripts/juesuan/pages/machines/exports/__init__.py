"""Further forms of all data, and the website to open from disk: made when they are asked for.

They only repeat what the package over all and the site hold, so the site does not publish them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from juesuan.beside import beside
from juesuan.collection import ids
from juesuan.errors import PackageError
from juesuan.pages.machines.exports.book import book_file
from juesuan.pages.machines.exports.document import json_file
from juesuan.pages.machines.exports.offline import offline
from juesuan.pages.machines.exports.sqlite import sqlite_file
from juesuan.pages.machines.files.whole import NAME, present
from juesuan.pages.store.between import judge
from juesuan.pages.store.store import Store

Maker = Callable[[Path, Sequence[str], Store], None]
"""Writes a file that holds the resources of these names."""

_MAKERS: Mapping[str, Maker] = {
    "sqlite": lambda path, names, store: sqlite_file(path, names, store.rows),
    "json": lambda path, names, store: json_file(path, names, store.rows),
    "xlsx": book_file,
}
_OFFLINE = "offline"

FORMATS = {
    "sqlite": f"{NAME}.sqlite",
    "json": f"{NAME}.json",
    "xlsx": f"{NAME}.xlsx",
    _OFFLINE: f"{NAME}-site.zip",
}
"""What can be made, with the name that its file has if none is given."""


def export(kind: str, to: Path, root: Path, site: Path) -> None:
    """Write all data in another form; the file is complete or not there.

    Args:
        kind: one of :data:`FORMATS`.
        to: the file to write.
        root: the repository.
        site: the built website.

    Raises:
        PackageError: if there is no such form, or it cannot hold the data.
    """
    if kind not in FORMATS:
        raise PackageError(
            f"found the format {kind[:40]!r}; expected one of {', '.join(FORMATS)}. What to do: "
            "name one of them."
        )
    with beside(to) as fresh:
        if kind == _OFFLINE:
            offline(site, fresh)
        else:
            store = Store(root, ids(root))
            judge(store)
            _MAKERS[kind](fresh, present(store), store)
