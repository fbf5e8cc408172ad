"""Generated parts of pages that are written by hand."""

from __future__ import annotations

import re
from pathlib import Path

from juesuan.errors import WebsiteError
from juesuan.pages import addresses
from juesuan.website.squeeze import squeezed

_PART = re.compile(r"<!-- part: ([a-z0-9-]+) -->")


def completed(html: str, drawn: Path, name: str) -> str:
    """A page that MkDocs built, with its generated parts.

    ``<!-- part: board -->`` in ``docs/`` marks where ``d/parts/board.html`` belongs.

    Args:
        html: the page.
        drawn: the folder of what is generated.
        name: of the page, for messages.

    Raises:
        WebsiteError: if a part is not generated.
    """
    return squeezed(_PART.sub(lambda found: _part(drawn, found[1], name), html))


def continued(html: str, drawn: Path, name: str) -> str:
    """A body with what was found between its disclosure and others, where it goes on with that.

    Args:
        html: the body.
        drawn: the folder of what is generated.
        name: of the disclosure's folder below the site's root.
    """
    if addresses.CONTINUED not in html:
        return html
    return html.replace(addresses.CONTINUED, continuation(drawn, name).strip(), 1)


def continuation(drawn: Path, name: str) -> str:
    """What was found between a disclosure and others; empty where nothing was.

    Args:
        drawn: the folder of what is generated.
        name: of the disclosure's folder below the site's root.
    """
    path = drawn / addresses.between(name.rpartition("/")[2])
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
