"""What was drawn of a page: a line that says what the frame shows of it, then its HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from juesuan.errors import WebsiteError

_HEADING = re.compile(r'<h([23])\b[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Heading:
    """A heading that the table of contents names.

    Attributes:
        level: 2 or 3.
        id: of its element, as it stands in the attribute.
        text: without markup.
    """

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Picture:
    """What stands for a page where it is shared.

    Attributes:
        address: of the picture, from the site's root.
        words: what is seen on it.
    """

    address: str
    words: str


@dataclass(frozen=True)
class Body:
    """A drawn page.

    Attributes:
        title: of the page, as text.
        description: of the page, as text; empty where the website's is good enough.
        hide: what of the frame is hidden: ``navigation``, ``toc``.
        html: what stands in the frame; its first heading begins it.
        picture: what stands for it where it is shared, if it has one.
        lang: its language, where it is not the website's own.
    """

    title: str
    description: str
    hide: tuple[str, ...]
    html: str
    picture: Picture | None = None
    lang: str = ""

    def headings(self) -> Iterator[Heading]:
        """The headings below the first one, in their order."""
        for found in _HEADING.finditer(self.html):
            yield Heading(int(found[1]), found[2], unescape(_TAG.sub("", found[3])).strip())


def read(path: Path) -> Body:
    """A drawn page.

    Args:
        path: of its file.

    Raises:
        WebsiteError: if its first line is not what a body begins with.
    """
    return of(path.read_text(encoding="utf-8"), path)


def of(text: str, path: Path) -> Body:
    """A drawn page of its text.

    Args:
        text: its file's.
        path: of its file, for messages.

    Raises:
        WebsiteError: if its first line is not what a body begins with.
    """
    first, _, html = text.partition("\n")
    try:
        told = json.loads(first)
        hide = tuple(sorted(map(str, told.get("hide", ()))))
        seen = told.get("picture")
        picture = Picture(str(seen["address"]), str(seen["words"])) if seen else None
        words = str(told["title"]), str(told.get("description", ""))
        return Body(*words, hide, html, picture, str(told.get("lang", "")))
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise WebsiteError(
            f"{path}, line 1: found {first[:60]!r}; expected JSON with a title, as "
            "juesuan.pages.markup.front writes it. What to do: remove the folder .cache/drawn and "
            "build again."
        ) from error
