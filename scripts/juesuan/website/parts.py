"""Generated parts of pages that are written by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from juesuan.errors import WebsiteError
from juesuan.pages import addresses

_PART = re.compile(r"<!-- part: ([a-z0-9-]+) -->")


def with_parts(html: str, drawn: Path, name: str) -> str:
    """A page that MkDocs built, with its generated parts.

    ``<!-- part: board -->`` in ``docs/`` marks where ``d/parts/board.html`` belongs.

    Args:
        html: the page.
        drawn: the folder of what is generated.
        name: of the page, for messages.

    Raises:
        WebsiteError: if a part is not generated.
    """
    return _PART.sub(lambda found: _part(drawn, found[1], name), html)


_PLACES = {
    addresses.CONTINUED: addresses.between,
    addresses.CONTRADICTED: addresses.contradicted,
}
"""Where bodies go on with what was found between their disclosure and others, and with which."""


def continued(html: str, drawn: Path, name: str) -> str:
    """A body with what was found between its disclosure and others, where it goes on with that.

    Args:
        html: the body.
        drawn: the folder of what is generated.
        name: of the disclosure's folder below the site's root.
    """
    for place, part in _PLACES.items():
        if place in html:
            html = html.replace(place, _found(drawn, name, part).strip(), 1)
    return html


def continuation(drawn: Path, name: str) -> str:
    """What was found between a disclosure and others; empty where nothing was.

    Args:
        drawn: the folder of what is generated.
        name: of the disclosure's folder below the site's root.
    """
    return "".join(_found(drawn, name, part) for part in _PLACES.values())


def _found(drawn: Path, name: str, part: Callable[[str], str]) -> str:
    path = drawn / part(name.rpartition("/")[2])
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _part(drawn: Path, part: str, name: str) -> str:
    path = drawn / addresses.part(part)
    if not path.is_file():
        known = ", ".join(sorted(one.stem for one in path.parent.glob("*.html")))
        raise WebsiteError(
            f"{name}: found <!-- part: {part} -->; expected one of these generated parts: {known}. "
            "What to do: correct the page in docs/."
        )
    return path.read_text(encoding="utf-8").strip()
