"""A body in its frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from urllib.parse import quote

from markupsafe import escape

from juesuan.website.body import Body, Heading
from juesuan.website.frame import BRANCH, LEAF, Contents, Frame
from juesuan.website.squeeze import squeezed


def filled(frame: Frame, body: Body, address: str) -> str:
    """A page of the website.

    Args:
        frame: of the page's shape.
        body: what was drawn of it.
        address: of the page, from the site's root.
    """
    content = {
        "title": str(escape(body.title)),
        "description": str(escape(body.description)) or frame.description,
        "share": _shared(frame, body),
        "canonical": frame.canonical + quote(address),
        "contents": "" if "toc" in body.hide else _contents(frame.contents, body.headings()),
        "content": squeezed(body.html.strip()),
    }
    parts = [frame.pieces[0]]
    for name, piece in zip(frame.gaps, frame.pieces[1:], strict=True):
        parts += content[name], piece
    return "".join(parts)


def _shared(frame: Frame, body: Body) -> str:
    """What other sites show of a page that is shared: only where it has a picture of its own."""
    if body.picture is None:
        return ""
    told = (
        ("og:title", body.title),
        ("og:description", body.description or unescape(frame.description)),
        ("og:image", frame.canonical + quote(body.picture.address)),
        ("og:image:alt", body.picture.words),
    )
    lines = (f'<meta property="{name}" content="{escape(text)}">' for name, text in told)
    return "".join((*lines, '<meta name="twitter:card" content="summary_large_image">'))


def _contents(shape: Contents, headings: Iterable[Heading]) -> str:
    """The table of contents; nothing where there is no heading."""
    items = "".join(_item(shape, one, below) for one, below in _nested(headings))
    return f"{shape.begin}{items}{shape.end}" if items else ""


def _nested(headings: Iterable[Heading]) -> Iterator[tuple[Heading, Sequence[Heading]]]:
    """Each heading of the upper level with those below it."""
    above: Heading | None = None
    below: list[Heading] = []
    for one in headings:
        if above is not None and one.level > above.level:
            below.append(one)
            continue
        if above is not None:
            yield above, below
        above, below = one, []
    if above is not None:
        yield above, below


def _item(shape: Contents, one: Heading, below: Sequence[Heading]) -> str:
    if not below:
        return _marked(shape.leaf, LEAF, one)
    inside = "".join(_marked(shape.leaf, LEAF, each) for each in below)
    return _marked(shape.branch, BRANCH, one) + inside + shape.branch_end


def _marked(text: str, mark: str, one: Heading) -> str:
    """An item with a heading in the place of its marks, in one pass: what is put in stays."""
    parts = text.split(mark)
    found = [parts[0]]
    for part in parts[1:]:
        is_id = part.startswith("-id")
        found += (one.id, part.removeprefix("-id")) if is_id else (str(escape(one.text)), part)
    return "".join(found)
