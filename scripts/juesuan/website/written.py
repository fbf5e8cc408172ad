"""Pages that are written by hand, with their generated parts: filled once and kept.

A page is filled again only where MkDocs, its parts or this program made it another one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from juesuan.reach import version
from juesuan.website.laid import put
from juesuan.website.links import linked
from juesuan.website.parts import with_parts
from juesuan.website.squeeze import squeezed

PLACE = Path(".cache") / "website" / "written"
"""Where the filled pages are kept, below the repository's root."""

_RECORD = ".written.json"
_ANYWHERE = "404.html"
"""The page that is shown at any address: its links begin at the site's root."""


class Page(NamedTuple):
    """A page as it is kept.

    Attributes:
        print: a hash over all that it was filled from.
        ids: of its elements.
        targets: of its links.
    """

    print: str
    ids: Sequence[str]
    targets: Mapping[str, Sequence[str]]


class Pages(NamedTuple):
    """All pages that are written by hand.

    Attributes:
        pages: by their files in the site.
        fresh: those that were filled now.
    """

    pages: Mapping[str, Page]
    fresh: frozenset[str]

    @property
    def targets(self) -> dict[str, list[str]]:
        """The targets of all links."""
        found: dict[str, set[str]] = {}
        for page in self.pages.values():
            for file, ids in page.targets.items():
                found.setdefault(file, set()).update(ids)
        return {file: sorted(ids) for file, ids in sorted(found.items())}


def written(root: Path, built: Path, drawn: Path) -> Pages:
    """Fill what has changed.

    Args:
        root: the repository.
        built: the folder of what MkDocs built.
        drawn: the folder of what is generated.

    Raises:
        WebsiteError: if a part is not generated.
    """
    place, code = root / PLACE, version("website.written")
    before = _read(place / _RECORD)
    pages, fresh = {}, set()
    for path in sorted(built.rglob("*.html")):
        name = path.relative_to(built).as_posix()
        html = with_parts(path.read_text(encoding="utf-8"), drawn, name)
        told = hashlib.sha256((code + html).encode()).hexdigest()
        known = before.get(name)
        if known is None or known.print != told or not (place / name).is_file():
            known = _filled(place / name, name, html, told)
            fresh.add(name)
        pages[name] = known
    for name in before.keys() - pages.keys():
        (place / name).unlink(missing_ok=True)
        fresh.add(name)
    if fresh:
        _keep(place / _RECORD, pages)
    return Pages(pages, frozenset(fresh))


def _filled(target: Path, name: str, html: str, told: str) -> Page:
    """Keep a page, and what it links to."""
    text = squeezed(html)
    put(target, text.encode())
    found = linked(text, name)
    every = {} if name == _ANYWHERE else found.targets
    targets = {file: sorted(ids) for file, ids in sorted(every.items())}
    return Page(told, sorted(found.ids), targets)


def _keep(record: Path, pages: Mapping[str, Page]) -> None:
    put(record, json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode())


def _read(record: Path) -> dict[str, Page]:
    """The pages that are kept; none where the record is lost or damaged."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        told = json.loads(record.read_text(encoding="utf-8"))
        return {str(name): Page(*page) for name, page in told.items()}
    return {}
