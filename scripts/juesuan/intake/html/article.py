"""The blocks of the article among those of the whole page.

What carries the article is a table of figures, a sentence, an amount; what belongs to the portal is
a line of links, or one that prints its own buttons and owner. Links in a row part the page; a part
that holds an amount or a good deal of the text belongs to the article, and so does what stands
between two such parts. Nothing that holds an amount is ever left out, unless it is a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.intake.html.walk import Block
from juesuan.intake.text.characters import clean

_SENTENCE = 40
"""Characters of a paragraph that says something."""

_LONGEST = 200
"""Characters of a line that is the portal's."""

_IN_A_ROW = 3
"""Lines of links that part a page."""

_SHARE = 0.2
"""Part of the text of a page that belongs to the article even without an amount."""

_WHOLE = 0.3
"""Part of the text of a page that is no furniture, whatever elements around it are called."""


@dataclass(frozen=True, slots=True)
class Article:
    """The blocks of the article, and those that were left out around it."""

    blocks: list[Block]
    left: list[Block]


def article(blocks: Sequence[Block]) -> Article:
    """The article of a page.

    Args:
        blocks: of the whole page, in order.
    """
    marks = [_Mark(block) for block in blocks]
    named = [one for one in marks if one.block.is_furniture]
    is_named = sum(one.size for one in named) < _WHOLE * sum(one.size for one in marks)
    kinds = [one.kind(is_named) for one in marks]
    first, last = _bounds(marks, kinds)
    kept: list[Block] = []
    left: list[Block] = []
    for at, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        is_inside = first <= at < last and (kind != "away" or not _in_a_row(kinds, at))
        (kept if is_inside and kind != "portal" else left).append(block)
    return Article(kept, left) if kept else Article([*blocks], [])


class _Mark:
    """What a block looks like."""

    def __init__(self, block: Block) -> None:
        self.block = block
        said = block.text if block.text else "\n".join([cell.text for cell in block.cells])
        text = "".join(said.split())
        amount = terms.words("portal").pattern("amount")
        self.size = len(text)
        self.has_amount = bool(amount.search(text) or amount.search(clean(text)))

    def kind(self, is_named: bool) -> str:
        """Whether it carries the article, leads away, is the portal's, or neither.

        Args:
            is_named: whether the names of elements tell what is furniture.
        """
        if 2 * self.block.linked > self.size:
            return "away"
        if self.has_amount:
            return "carries"
        if 2 * self.block.filed > self.size:
            return "portal"
        if is_named and self.block.is_furniture:
            return "away"
        lines = "".join(clean(self.block.text).split())
        if 0 < len(lines) <= _LONGEST and terms.words("portal").pattern("line").fullmatch(lines):
            return "portal"
        is_long = len(self.block.cells) > 5 or self.size >= _SENTENCE
        return "carries" if is_long else "plain"


def _bounds(marks: Sequence[_Mark], kinds: Sequence[str]) -> tuple[int, int]:
    """The first block of the article, and the one behind its last."""
    parts = _parts(kinds)
    whole = sum(marks[i].size for a, b in parts for i in range(a, b) if kinds[i] == "carries")
    kept = [part for part in parts if _belongs(marks, kinds, part, whole)]
    if not kept:
        return 0, len(marks)
    return _begin(kinds, *kept[0]), _end(kinds, *kept[-1])


def _parts(kinds: Sequence[str]) -> list[tuple[int, int]]:
    """The ranges between rows of links."""
    found: list[tuple[int, int]] = []
    start = 0
    for at, kind in enumerate(kinds):
        if kind == "away" and _in_a_row(kinds, at):
            if at > start:
                found.append((start, at))
            start = at + 1
    return [*found, (start, len(kinds))]


def _in_a_row(kinds: Sequence[str], at: int) -> bool:
    """Whether a block stands among as many that lead away as part a page."""
    first = at
    while first and kinds[first - 1] == "away" and at - first < _IN_A_ROW:
        first -= 1
    last = at + 1
    while last < len(kinds) and kinds[last] == "away" and last - at < _IN_A_ROW:
        last += 1
    return last - first >= _IN_A_ROW


def _belongs(
    marks: Sequence[_Mark], kinds: Sequence[str], part: tuple[int, int], whole: int
) -> bool:
    carrying = [marks[i] for i in range(*part) if kinds[i] == "carries"]
    size = sum(one.size for one in carrying)
    return any(one.has_amount for one in carrying) or size > _SHARE * whole


def _begin(kinds: Sequence[str], start: int, end: int) -> int:
    """Behind the last line of links before what carries the article."""
    carrying = next(i for i in range(start, end) if kinds[i] == "carries")
    away = [i for i in range(start, carrying) if kinds[i] == "away"]
    return away[-1] + 1 if away else start


def _end(kinds: Sequence[str], start: int, end: int) -> int:
    """The first line of links behind what carries the article."""
    carrying = next(i for i in range(end - 1, start - 1, -1) if kinds[i] == "carries")
    return next((i for i in range(carrying, end) if kinds[i] == "away"), end)
