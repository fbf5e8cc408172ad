"""The folder of what was drawn, and the names of bodies and parts in it."""

from __future__ import annotations

from pathlib import Path

from juesuan.pages.addresses.over import PARTS, folder

DRAWN = Path(".cache") / "drawn"
"""The folder, below the repository's root, of all that is generated: bodies of pages, parts of
pages that are written by hand (``docs/``), and files that the site has as they are."""


BODY = "index.body"
"""The name of a page's body in its folder."""


def body(address: str) -> str:
    """The body of a page, which the website puts into its frame; ``markup.front`` begins it.

    >>> body("d/rules/N03/")
    'd/rules/N03/index.body'
    """
    return f"{address}{BODY}"


def part(name: str) -> str:
    """A generated part of a page that is written by hand; it is no page of its own.

    >>> part("home")
    'd/parts/home.html'
    """
    return f"{folder(PARTS)}{name}.html"


CONTINUED, CONTRADICTED = "<!-- between -->", "<!-- contradicted -->"
"""Where pages go on with what is found between disclosures: that of checks, the first one."""


def between(disclosure_id: str, end: str = "") -> str:
    """What is found between a disclosure and others, for its page of checks."""
    return part(f"between/{disclosure_id}{end}")


def contradicted(disclosure_id: str) -> str:
    """What of it contradicts others, for its first page."""
    return between(disclosure_id, "-first")
