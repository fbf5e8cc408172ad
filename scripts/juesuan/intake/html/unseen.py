"""What of a page a browser does not show: nothing of it is read, and it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from juesuan import terms
from juesuan.intake.html.styled import ruled, sheets
from juesuan.intake.text.characters import clean
from juesuan.intake.text.doubted import is_red

NEVER = frozenset((
    "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "select",
    "textarea", "button", "input", "svg", "audio", "video", "canvas", "map", "head", "title", "rt",
    "rp", "-comment",
))  # fmt: skip
"""Nodes whose content is no text of the page."""

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
_RAISING = re.compile(
    r"vertical-align\s*:\s*(?:super|sub|0?\.?[1-9])|mso-text-raise\s*:\s*[1-9]"
    r"|(?<!-)top\s*:\s*-[0-9.]{1,4}(?:px|pt|em)",
    re.IGNORECASE,
)
_STRIKING = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_NO_SIZE = re.compile(r"font-size\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:;|!|$)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*(?:[1-9]|0?\.[1-9]|\d\d)", re.IGNORECASE)
_WHITE = re.compile(
    r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?(?![0-9a-f])|white\b|transparent\b"
    r"|rgba?\(\s*255[\s,]+255[\s,]+255\b|rgba\([^)]*[,/]\s*0(?:\.0+)?\s*\))",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;]+)", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:^|[\s_-])(?:red|neg|negative|minus)(?:$|[\s_-])", re.IGNORECASE)
_BLANK = re.compile(r"\s*(?:#?fff(?:fff)?|white|transparent)\s*", re.IGNORECASE)
_GROUND = re.compile(r"background|bgcolor", re.IGNORECASE)
_BLOCKS = frozenset(("td", "th", "p", "div", "li", "body", "caption", "h1", "h2", "h3", "h4"))
_WRITES = re.compile(r"content\s*:\s*(?:attr\(|counter|[\"'][^\"']*[\d(（−–△▲-])", re.IGNORECASE)
_REVERSING = "[style*='row-reverse'],[style*='column-reverse']"
_SHORT = 20
"""Characters of an element that may be shown in another order; a longer one is laid out."""

_TURNING = "bdo[dir='rtl'],bdo[dir='RTL'],[style*='bidi-override'],[style*='isolate-override']"


@dataclass(frozen=True, slots=True)
class Unseen:
    """What of a page is not shown.

    Attributes:
        ids: the ``mem_id`` of each hidden element.
        texts: what each of them says.
        turned: the ``mem_id`` of each element whose characters are shown from right to left.
        raised: those of elements that a style sets higher than the text around them.
        struck: those of elements that a style strikes out.
        red: those of elements that are set in red, or whose class says so.
        writes: whether a style sheet shows text that is not in the page.
    """

    ids: frozenset[int]
    texts: tuple[str, ...]
    turned: frozenset[int] = frozenset()
    raised: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    red: frozenset[int] = frozenset()
    writes: bool = False

    def told(self) -> Iterator[str]:
        """What of the page is not read, or not as it is in the file."""
        if self.writes:
            yield (
                "a style sheet of the page shows text of its own, which is read at amounts of "
                "tables alone: compare"
            )
        if self.turned:
            yield (
                "characters of the page are shown from right to left; digits among them are not "
                "read: compare with the page as it is shown"
            )
        said = [text for text in ("".join(one.split()) for one in self.texts) if text]
        if said:
            amounts = sum(
                len(terms.words("portal").pattern("amount").findall(clean(one))) for one in said
            )
            held = f", {amounts} amounts among them" if amounts else ""
            yield (
                f"{sum(map(len, said)):,} characters that the page hides are left out{held}: "
                "compare with the page as it is shown"
            )


def unseen(page: LexborHTMLParser) -> Unseen:
    """What of a page its own attributes hide, or a rule of a style sheet inside of it.

    Only what holds text counts; what stands inside of something hidden counts once.
    """
    styled = page.css("[hidden],[style]")
    hidden = {node.mem_id: node for node in styled if _is_hidden(node)}
    hidden.update((node.mem_id, node) for node, _ in ruled(page, _HIDING))
    hidden.update((node.mem_id, node) for node in _whites(page, styled))
    outer = [node for node in hidden.values() if not _is_inside(node, hidden)]
    said = tuple(node.text() for node in outer if node.tag not in NEVER)
    turning = [*page.css(_TURNING), *filter(_is_short, page.css(_REVERSING))]
    turned = frozenset(node.mem_id for node in turning)
    writes = any(_WRITES.search(sheet) for sheet in sheets(page))
    raised, struck = (_styled(page, styled, one) for one in (_RAISING, _STRIKING))
    return Unseen(
        frozenset(hidden), said, turned, raised, struck, frozenset(_reds(page, styled)), writes
    )


def _reds(page: LexborHTMLParser, styled: list[LexborNode]) -> Iterator[int]:
    """The elements in red: by a style, an attribute or a style sheet, or as their class is called.

    A style sheet that is no part of the file may paint what is called so.
    """
    for one in styled:
        if _says_red(one.attributes.get("style") or ""):
            yield one.mem_id
    for one in page.css("font[color]"):
        if is_red(one.attributes.get("color") or ""):
            yield one.mem_id
    for one, rule in ruled(page, _COLOUR):
        if _says_red(rule):
            yield one.mem_id
    for one in page.css("[class*='red'],[class*='neg'],[class*='minus']"):
        if _NEGATIVE.search(one.attributes.get("class") or ""):
            yield one.mem_id


def _says_red(style: str) -> bool:
    match = _COLOUR.search(style)
    return match is not None and is_red(match[1].replace("!important", ""))


def _styled(
    page: LexborHTMLParser, styled: list[LexborNode], what: re.Pattern[str]
) -> frozenset[int]:
    """The elements of which an own style or a style sheet says something."""
    own = (one for one in styled if what.search(one.attributes.get("style") or ""))
    ruling = (node for node, _ in ruled(page, what))
    return frozenset(node.mem_id for node in (*own, *ruling))


def _whites(page: LexborHTMLParser, styled: list[LexborNode]) -> Iterator[LexborNode]:
    """What is white on no ground of its own, where text beside it is not: that alone is seen.

    A block that is all white stands upon a dark ground.
    """
    white = {one.mem_id: one for one in _painted_white(page, styled)}
    blocks: dict[int, tuple[LexborNode, list[LexborNode]]] = {}
    for one in white.values():
        if one.tag not in _BLOCKS and not _is_inside(one, white):
            block = _block_of(one)
            blocks.setdefault(block.mem_id, (block, []))[1].append(one)
    for block, some in blocks.values():
        if _length(block) > sum(map(_length, some)):
            yield from some


def _painted_white(page: LexborHTMLParser, styled: list[LexborNode]) -> Iterator[LexborNode]:
    """The elements that a style of their own, an attribute or a style sheet paints white."""
    yield from (one for one in styled if _is_white(one.attributes.get("style") or ""))
    for one in page.css("font[color]"):
        if _BLANK.fullmatch(one.attributes.get("color") or ""):
            yield one
    yield from (one for one, rule in ruled(page, _WHITE) if _is_white(rule))


def _is_white(style: str) -> bool:
    return bool(_WHITE.search(style)) and not _GROUND.search(style)


def _block_of(node: LexborNode) -> LexborNode:
    outer = node.parent
    while outer is not None and outer.parent is not None and outer.tag not in _BLOCKS:
        outer = outer.parent
    return outer or node


def _is_short(node: LexborNode) -> bool:
    return 0 < _length(node) <= _SHORT


def _length(node: LexborNode) -> int:
    return len("".join(node.text().split()))


def _is_hidden(node: LexborNode) -> bool:
    given = node.attributes
    style = given.get("style") or ""
    if "hidden" in given or _HIDING.search(style):
        return True
    return bool(_NO_SIZE.search(style)) and not any(
        _SIZE.search(inner.attributes.get("style") or "") for inner in node.css("[style]")
    )


def _is_inside(node: LexborNode, hidden: dict[int, LexborNode]) -> bool:
    outer = node.parent
    while outer is not None:
        if outer.mem_id in hidden:
            return True
        outer = outer.parent
    return False
