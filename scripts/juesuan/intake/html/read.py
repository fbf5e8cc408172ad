"""A web page put together into a Document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.composer import Composer
from juesuan.intake.file import File
from juesuan.intake.html.archive import page_of
from juesuan.intake.html.article import Article, article
from juesuan.intake.html.charset import Decoded, decoded
from juesuan.intake.html.frames import told_of_frames, with_frames
from juesuan.intake.html.generated import generated
from juesuan.intake.html.laid import Layout
from juesuan.intake.html.scripted import told_of_scripts
from juesuan.intake.html.unseen import unseen
from juesuan.intake.html.walk import Walk
from juesuan.intake.signatures import MHTML
from juesuan.model import Document

_NESTING = re.compile(
    r"<(/?)(?:div|span|table|ul|ol|font|b|i|a|em|strong|section|center|dl|blockquote|option)\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_MANY_TAGS = 20_000
_DEEPEST = 2_000
"""Elements within one another above which a page is not read; a real one has some thirty."""


OWN = "juesuan: written anew"
"""What a page says of itself that :mod:`juesuan.intake.rewritten` wrote: all of it is the text."""

REMARK = "juesuan-remark"
"""Name of what such a page keeps: a remark on the page from which it was written."""

_OWN_HEAD = 400


def is_own(data: bytes) -> bool:
    """Whether a page says that it was written here."""
    return f'content="{OWN}"'.encode() in data[:_OWN_HEAD]


def read_html(file: File) -> Document:
    """Read a web page: the article, its tables, and what of the page was not read.

    Raises:
        UnreadableSourceError: if it is no text, nested without end, or says nothing.
    """
    inner, declared = page_of(file) if file.signature is MHTML else (file, "")
    page = decoded(inner, declared)
    text = with_frames(page.text)
    _refuse_large(file, text)
    composer = Composer(file)
    tree = _tree(file, text)
    if tree.body is None:
        raise _without_text(file, tree)
    hidden, own = unseen(tree), is_own(file.data)
    layout = Layout.of(tree, hidden.ids)
    walk = Walk(
        hidden.ids,
        hidden.turned,
        hidden.raised,
        hidden.struck,
        hidden.red,
        generated(tree),
        layout,
        keeps_spaces=own,
    )
    blocks = walk.over(tree.body)
    found = Article(blocks, []) if own else article(blocks)
    for block in found.blocks:
        composer.block(block)
    if not composer.length:
        raise _without_text(file, tree)
    composer.remarks += [*_kept(tree, own), *_told(page, found, walk), *hidden.told()]
    composer.remarks += [*told_of_frames(tree), *told_of_scripts(tree, found.blocks)]
    return composer.document(page.encoding)


def _tree(file: File, text: str) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(text)
    except (SelectolaxError, ValueError) as error:
        found, advice = "a page that cannot be taken apart", "save it again from the browser"
        raise UnreadableSourceError(file.name, found, "a web page", advice) from error


def _refuse_large(file: File, text: str) -> None:
    """Refuse what would take a parser of pages without end."""
    if text.count("<") < _MANY_TAGS:
        return
    if sum(1 for _ in _CELL.finditer(text)) > limits.CELLS:
        raise UnreadableSourceError(file.name, *limits.too_many_cells())
    depth = 0
    for match in _NESTING.finditer(text):
        depth += -1 if match[1] else 1
        if depth > _DEEPEST:
            found = f"elements nested deeper than {_DEEPEST:,}"
            advice = "save the page again from the browser"
            raise UnreadableSourceError(file.name, found, "a web page", advice)


def _without_text(file: File, tree: LexborHTMLParser) -> UnreadableSourceError:
    has_frames = bool(tree.css("frameset,frame,iframe"))
    found = "a page of frames" if has_frames else "a web page without text"
    advice = (
        "open the frame that shows the disclosure and save that page"
        if has_frames
        else "open it in a browser, wait until it is shown in whole, and save it from there (web "
        "page, complete, or MHT) or print it as a PDF"
    )
    return UnreadableSourceError(file.name, found, "a page with the disclosure's text", advice)


def _kept(tree: LexborHTMLParser, own: bool) -> Iterator[str]:
    """The remarks that a page of our own keeps."""
    for one in tree.css(f"meta[name={REMARK}]") if own else ():
        yield one.attributes.get("content") or ""


def _told(page: Decoded, found: Article, walk: Walk) -> Iterator[str]:
    if page.damaged:
        yield (
            f"{page.damaged:,} characters are damaged in the file ({page.encoding}) and stand as "
            "\ufffd: compare with the page"
        )
    if found.left:
        yield (
            f"{len(found.left)} lines and tables around the article are left out as those of the "
            "portal"
        )
    if walk.pictures:
        yield (f"{walk.pictures} pictures of the page are not read: a table may be among them")
    if walk.strikes:
        struck = f"{walk.strikes} pieces of text that are struck out"
        yield f"{struck} are not read: compare with the page"
    for name in dict.fromkeys(walk.files):
        yield (
            f"the page has an attachment that is not part of this file: {name}. What it holds "
            "was not read"
        )
