"""Links of built pages: where they lead, and those that lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from juesuan.pages.tags import values

LOST = "found a link to"
"""What a line says of a link that leads nowhere."""

_READ = ("href", "src", "action", "id")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

Targets = dict[str, set[str]]
"""Files of the site that are linked to, each with the ids in it; an empty id is the file itself."""


@dataclass(frozen=True)
class Linked:
    """What a page links to, and can be linked to.

    Attributes:
        file: of the page, below the site's root.
        ids: of its elements.
        targets: of its links.
    """

    file: str
    ids: frozenset[str]
    targets: Targets


def linked(html: str, file: str) -> Linked:
    """The links of a page; those to other sites are left out.

    >>> linked('<a href="../x/#a%20b">', "d/y/index.html").targets
    {'d/x/index.html': {'a b'}}
    """
    targets: Targets = {}
    every = [(name, unescape(value)) for name, value in values(html, _READ)]
    files: dict[str, str] = {}
    for link in dict.fromkeys(value for name, value in every if name != "id"):
        place, _, id_ = link.partition("#")
        if place not in files:
            there = "" if _ELSEWHERE.match(place) else _file(place.partition("?")[0], file)
            files[place] = there
        if files[place]:
            targets.setdefault(files[place], set()).add(unquote(id_))
    return Linked(file, frozenset(value for name, value in every if name == "id"), targets)


def _file(place: str, here: str) -> str:
    """The file to which a link leads from a page."""
    if not place:
        return here
    there = posixpath.join("/", posixpath.dirname(here), unquote(place))
    path = posixpath.normpath(there).lstrip("/")
    is_folder = there.endswith(("/", "/.", "/.."))
    return posixpath.join(path, "index.html") if is_folder else path


def lost(page: Linked, files: Collection[str], pages: Mapping[str, Linked]) -> Iterator[str]:
    """Links of a page into its own part of the site that lead nowhere, a line each.

    Args:
        page: the page.
        files: all files of the part.
        pages: its pages, by file.
    """
    for file, ids in page.targets.items():
        if file in pages:
            yield from (_line(page.file, file, one) for one in sorted(ids - pages[file].ids) if one)
        elif file not in files:
            yield _line(page.file, file, "")


def lost_in(
    files: Collection[str],
    targets: Mapping[str, Collection[str]],
    source: str,
    ids_of: Callable[[str], Collection[str]],
) -> Iterator[str]:
    """Links out of a part of the site that lead nowhere, a line each.

    Args:
        files: all files of the site.
        targets: of the links.
        source: where the links are, for messages.
        ids_of: gives the ids in a page that is there.
    """
    for file, ids in targets.items():
        if file not in files:
            yield _line(source, file, "")
        elif wanted := {one for one in ids if one}:
            yield from (_line(source, file, one) for one in sorted(wanted.difference(ids_of(file))))


def _line(source: str, file: str, id_: str) -> str:
    return f"{source}: {LOST} {file}{'#' if id_ else ''}{id_}, which is not there"
