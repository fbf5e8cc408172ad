"""Pages and files over all disclosures, asked from a columnar store; none of them lists everything without a limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from juesuan.pages.across import board, departments, files, lists, matrix, projects, topics
from juesuan.pages.machines import api, openapi, search
from juesuan.pages.machines.catalogue import Address
from juesuan.pages.store import Store

Content = str | bytes | Callable[[Path], object]
"""A file's content, or what writes the file that it is given."""


def over_all(store: Store, root: Path, address: Address) -> Iterator[tuple[str, Content]]:
    """All files over all disclosures.

    Args:
        store: the packages.
        root: the repository.
        address: of the site.

    Yields:
        Path below ``docs/`` and content.
    """
    for part in (lists.pages, topics.pages, projects.pages, departments.pages, matrix.pages):
        yield from part(store)
    yield from board.pages(store, root / "docs" / "api" / "v1")
    yield from files.pages(store, root, address)
    yield from search.files(store)
    for name, content in api.over_all(store):
        yield f"api/v1/{name}", content
    yield "api/v1/openapi.json", openapi.text(address)
    yield "d/parts/openapi.html", openapi.page()
