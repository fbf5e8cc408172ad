"""The elements of a page become blocks: paragraphs and tables, in the order in which they stand.

The walk keeps a stack of its own, so that no depth of elements can exhaust Python's. A block knows
how much of it is the text of links and whether an element around it says that it is furniture of
the portal; :mod:`juesuan.intake.html.article` decides by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from juesuan.intake import composer
from juesuan.intake.composer import Placed, flat
from juesuan.intake.html import grid
from juesuan.intake.html.generated import Written
from juesuan.intake.html.laid import Layout
from juesuan.intake.html.lists import Lists
from juesuan.intake.html.unseen import NEVER
from juesuan.intake.reader import SIGN
from juesuan.intake.strips import strips
from juesuan.intake.text.doubted import DRAWN, RED
from juesuan.intake.text.raised import is_glued, raised
from juesuan.intake.text.struck_out import settled, struck_out

_BLOCK = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section",
    "article", "header", "footer", "nav", "aside", "main", "blockquote", "pre", "table",
    "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "center", "form", "fieldset",
    "figure", "figcaption", "address", "hr", "body", "html", "details", "summary", "legend",
))  # fmt: skip
_SPACES = re.compile(r"[ \t\n\r\f]+")
_FURNITURE = frozenset(("nav", "footer", "aside"))
_ROLES = frozenset(("navigation", "contentinfo", "banner", "search", "complementary"))
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|foot|footer|crumbs?|breadcrumbs?|sidebar|share|copyright|toolbar|"
    r"related|login|search|banner|print|qrcode|pager|dqwz|weizhi|position)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|7z|rtf|odt|ods|ofd|csv)(?:$|[?#])", re.IGNORECASE
)
_STRIKING = frozenset(("s", "strike", "del"))
_DRAWING = frozenset(("img", "svg", "canvas"))
_DEEPEST_TABLE = 20
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Block(composer.Block):
    """A paragraph or a table of a page.

    Attributes:
        linked: characters of links that lead to other pages.
        filed: characters of links that lead to files.
        is_furniture: whether an element around it says so.
        is_heading: whether it is one.
    """

    linked: int = 0
    filed: int = 0
    is_furniture: bool = False
    is_heading: bool = False


@dataclass(slots=True)
class Walk:
    """The walk over an element and all that is in it.

    Attributes:
        unseen: the ids of elements that are not shown.
        turned: those of elements whose characters are shown from right to left.
        raised: those of elements whose characters stand higher than others, as marks of notes do.
        struck: those of elements whose characters a style strikes out.
        red: those of elements that are set in red.
        written: what style sheets write before and behind the text of elements.
        layout: how styles lay out the page.
        deep: tables around this one.
        keeps_spaces: whether spaces are kept as they are in the file.
        blocks: what was found so far.
        files: names of the files to which links lead.
        pictures: how many there are.
        strikes: how many pieces of text are struck out.
    """

    unseen: frozenset[int]
    turned: frozenset[int] = frozenset()
    raised: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    red: frozenset[int] = frozenset()
    written: Written = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    deep: int = 0
    keeps_spaces: bool = False
    blocks: list[Block] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    pictures: int = 0
    strikes: int = 0
    _text: list[str] = field(default_factory=list)
    _linked: int = 0
    _filed: int = 0
    _links: int = 0
    _files: int = 0
    _kept: int = 0
    _raised: int = 0
    _lowered: int = 0
    _small: int = 0
    _reds: int = 0
    _struck: int = 0
    _turns: int = 0
    _furniture: int = 0
    _headings: int = 0
    _lists: Lists = field(default_factory=Lists)

    def over(self, top: LexborNode) -> list[Block]:
        """The blocks of an element."""
        stack: list[tuple[LexborNode, bool]] = [(top, False)]
        while stack:
            node, is_left = stack.pop()
            if is_left:
                self._leave(node)
                continue
            if node is not top and (after := node.next) is not None:
                stack.append((after, False))
            if self._enter(node):
                stack.append((node, True))
                if (first := node.first_child) is not None:
                    stack.append((first, False))
        self._flush()
        return self.blocks

    def cell(self, node: LexborNode) -> str:
        """The text of a cell, its paragraphs in lines."""
        only = node.first_child
        if only is None:
            return ""
        if only.next is None and only.is_text_node and self._is_plain(node):
            text = only.text_content or ""
            return text if self.keeps_spaces else _spaced(text)
        inner = Walk(
            self.unseen,
            self.turned,
            self.raised,
            self.struck,
            self.red,
            self.written,
            self.layout,
            self.deep + 1,
            self.keeps_spaces,
        )
        inner._turns, inner._struck, inner._reds = self._turns, self._struck, self._reds
        blocks = inner.over(node)
        self.files += inner.files
        self.pictures += inner.pictures
        self.strikes += inner.strikes
        return "\n".join(block.text or flat(block.cells) for block in blocks)

    def _is_plain(self, node: LexborNode) -> bool:
        """Whether no style changes what a cell shows."""
        if self.turned or self._struck or self._reds:
            return False
        return all(node.mem_id not in some for some in (self.struck, self.red, self.written))

    def _enter(self, node: LexborNode) -> bool:
        """Take what a node begins with; whether its children are to be walked over."""
        tag = node.tag or ""
        if tag == "-text":
            self._say(node.text_content or "")
            return False
        self._draw(tag, node)
        if tag in NEVER or tag[:1] == "-" or node.mem_id in self.unseen:
            return False
        if tag in ("br", "img"):
            self._text += ["\n"] * (tag == "br")
            self.pictures += tag == "img" and grid.is_large(node)
            return False
        if self._table(node) if tag == "table" else self._laid(node):
            return False
        self._begin(tag, node)
        return True

    def _draw(self, tag: str, node: LexborNode) -> None:
        """Mark a picture inside of a cell, which may be a sign."""
        if self.deep and tag in _DRAWING and node.mem_id not in self.unseen:
            self._text += [DRAWN] * grid.is_drawn(node)

    def _begin(self, tag: str, node: LexborNode) -> None:
        self._turns += bool(self.turned) and node.mem_id in self.turned
        if tag in _BLOCK:
            self._flush()
            self._furniture += _is_furniture(tag, node)
            self._headings += tag in ("h1", "h2", "h3")
            self._kept += tag == "pre"
            if tag in ("ol", "ul", "li"):
                self._text += self._lists.begin(tag, node)
        elif tag == "a":
            self._link(node)
        self._raised += tag == "sup" or node.mem_id in self.raised
        self._lowered += tag == "sub"
        self._small += tag == "small"
        self._reds += node.mem_id in self.red
        if node.mem_id in self.written:
            self._text.append(self.written[node.mem_id][0])
        self._struck += tag in _STRIKING or node.mem_id in self.struck

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if node.mem_id in self.written:
            self._text.append(self.written[node.mem_id][1])
        self._turns -= bool(self.turned) and node.mem_id in self.turned
        if tag in _BLOCK:
            self._flush()
            self._furniture -= _is_furniture(tag, node)
            self._headings -= tag in ("h1", "h2", "h3")
            self._kept -= tag == "pre"
            self._lists.end(tag)
        elif tag == "a":
            self._links -= _leads_away(node)
            self._files -= _leads_to_file(node)
        self._raised -= tag == "sup" or node.mem_id in self.raised
        self._lowered -= tag == "sub"
        self._small -= tag == "small"
        self._reds -= node.mem_id in self.red
        self._struck -= tag in _STRIKING or node.mem_id in self.struck

    def _link(self, node: LexborNode) -> None:
        self._links += _leads_away(node)
        if _leads_to_file(node):
            self._files += 1
            name = node.text().strip() or (node.attributes.get("href") or "").rpartition("/")[2]
            self.files.append(_SPACES.sub(" ", name)[:80])

    def _say(self, text: str) -> None:
        if not self._kept and not self.keeps_spaces:
            text = _spaced(text)
        if self._turns:
            text = _DIGIT.sub(SIGN, text)
        if self._is_mark(text):
            text = raised(text)
        if self._struck and not text.isspace():
            text = struck_out(text)
            self.strikes += 1
        if self._reds and any(map(str.isdecimal, text)):
            text += RED
        if self._links or self._files:
            said = len("".join(text.split()))
            self._linked += said * (self._links > 0)
            self._filed += said * (self._files > 0)
        self._text.append(text)

    def _is_mark(self, text: str) -> bool:
        """Whether a text is the mark of a note at what stands before it."""
        if self._raised or not self._text:
            return bool(self._raised)
        if self._lowered and self._text[-1][-1:].isdigit():
            return True
        return (self.deep > 0 or self._small > 0) and is_glued(self._text, text)

    def _flush(self) -> None:
        """End the paragraph."""
        text = settled("".join(self._text))
        if text and not text.isspace():
            blank = "\r" if self._kept else " \t\r\f"
            lines = [line.strip(blank) for line in text.split("\n")]
            self.blocks.append(
                Block(
                    "\n".join(filter(None, lines)),
                    linked=self._linked,
                    filed=self._filed,
                    is_furniture=self._furniture > 0,
                    is_heading=self._headings > 0,
                )
            )
        if text:
            self._text, self._linked, self._filed = [], 0, 0

    def _table(self, node: LexborNode) -> bool:
        """Take a table of data as one block; one that lays out the page is walked over."""
        if self.deep >= _DEEPEST_TABLE or grid.lays_out(node):
            return False
        rows = grid.rows(node, self.unseen)
        if max(map(len, rows), default=0) < 2:
            return False
        self._flush()
        cells, width = grid.placed(rows, self.cell)
        for caption in grid.captions(node):
            self.blocks.append(Block(_SPACES.sub(" ", caption.text()).strip()))
        self._cells(node, cells, width)
        return True

    def _cells(self, node: LexborNode, cells: list[Placed], width: int) -> None:
        """Take the tables that stand in a grid, mostly one."""
        linked, is_furniture = _linked(node), self._furniture > 0
        for some in strips(cells):
            columns = max((one.column + one.columns for one in some), default=0)
            columns = width if len(some) == len(cells) else columns
            self.blocks.append(
                Block(cells=some, width=columns, linked=linked, is_furniture=is_furniture)
            )

    def _laid(self, node: LexborNode) -> bool:
        """Take a table that the page lays out without the elements of one as one block."""
        laid = self.layout.table(node) if self.deep < _DEEPEST_TABLE else []
        if not laid:
            return False
        self._flush()
        cells = [Placed(at.row, at.column, self.cell(at.node), *at[3:]) for at in laid]
        self._cells(node, cells, max(one.column + one.columns for one in cells))
        return True


def _spaced(text: str) -> str:
    """A text with one space for each run of them; most hold none, and none that is not plain."""
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


def _is_furniture(tag: str, node: LexborNode) -> bool:
    if tag in _FURNITURE:
        return True
    given = node.attributes
    if not given or tag in ("body", "html"):
        return False
    named = f"{given.get('id') or ''} {given.get('class') or ''}"
    return (given.get("role") or "") in _ROLES or bool(_NAMED.search(named))


def _leads_to_file(node: LexborNode) -> bool:
    """Whether a link leads to a document to be saved."""
    return _FILE.search(node.attributes.get("href") or "") is not None


def _leads_away(node: LexborNode) -> bool:
    """Whether a link leads to another page: not to a place of this one, nor to a file."""
    href = node.attributes.get("href") or ""
    return bool(href) and not href.startswith("#") and not _leads_to_file(node)


def _linked(table: LexborNode) -> int:
    return sum(len("".join(one.text().split())) for one in table.css("a") if _leads_away(one))
