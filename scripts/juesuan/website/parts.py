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


def _part(drawn: Path, part: str, name: str) -> str:
    path = drawn / addresses.part(part)
    if not path.is_file():
        known = ", ".join(sorted(one.stem for one in path.parent.glob("*.html")))
        raise WebsiteError(
            f"{name}: found <!-- part: {part} -->; expected one of these generated parts: {known}. "
            "What to do: correct the page in docs/."
        )
    return path.read_text(encoding="utf-8").strip()
