"""Pages inside of a page: those that stand in it are read with it, others are told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from juesuan import terms
from juesuan.intake.text.characters import clean

_FRAME = re.compile(
    r"<iframe\b(?P<before>[^<>]*?)\ssrcdoc\s*=\s*(?:\"(?P<one>[^\"]*)\"|'(?P<other>[^']*)')"
    r"(?P<behind>[^<>]*)>",
    re.IGNORECASE,
)
_DEEPEST = 3
"""Pages within one another that are read."""

_SHOWN = 3
"""Frames that a remark names."""


def with_frames(text: str) -> str:
    """A page in which the pages that stand in its own text (``srcdoc``) are elements of it.

    Args:
        text: of the page.
    """
    for _ in range(_DEEPEST):
        text, number = _FRAME.subn(_as_element, text)
        if not number:
            break
    return text


def _as_element(frame: re.Match[str]) -> str:
    inner = html.unescape(frame["one"] or frame["other"] or "")
    return f"<div {frame['before']} {frame['behind'].rstrip('/')}>{inner}</div><iframe>"


def told_of_frames(page: LexborHTMLParser) -> Iterator[str]:
    """What other pages show inside of this one, and what fields of forms hold.

    Args:
        page: without the pages that were read with it.
    """
    if names := list(_frames(page)):
        more = ", …" if len(names) > _SHOWN else ""
        yield (
            f"{len(names)} frames show other pages, which are not read: "
            f"{', '.join(names[:_SHOWN])}{more}"
        )
    fields = [one.attributes.get("value") or "" for one in page.css("input[value]")]
    fields += [one.text() for one in page.css("textarea,select")]
    amount = terms.words("portal").pattern("amount")
    if held := sum(len(amount.findall(clean(one))) for one in fields):
        yield f"fields of forms on the page hold {held} amounts, which are not read: compare"


def _frames(page: LexborHTMLParser) -> Iterator[str]:
    """The addresses of other pages that are shown in this one."""
    for one in page.css("iframe[src],frame[src],object[data],embed[src]"):
        address = (one.attributes.get("src") or one.attributes.get("data") or "")[:80]
        if address and not address.startswith(("about:", "javascript:")):
            yield address
