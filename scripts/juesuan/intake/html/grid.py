"""Tables of a page: those that lay out the page told from those of data, and the cells of these."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from selectolax.lexbor import LexborNode

from juesuan.intake.composer import Placed

_PARTS = {"thead": 0, "tbody": 1, "tr": 1, "tfoot": 2}
"""Parts of a table in the order in which they are shown."""

_WIDEST = 200
"""Columns that a cell may cover; one that covers more covers the rest of its row."""

_LONG = 500
"""Characters of a cell that holds a part of the page."""

_FEW = 3
"""Rows of a table with which a page is laid out around its text."""

_SMALL = 80
"""Points or pixels of a picture that is an ornament."""


def lays_out(table: LexborNode) -> bool:
    """Whether a table lays out the page: most of its text stands in one cell, or in tables."""
    own = len(table.text())
    inner = table.css("table table")
    if inner:
        outermost = [one for one in inner if not _within(one, table)]
        if 2 * sum(len(one.text()) for one in outermost) >= own:
            return True
    if own < _LONG:
        return False
    own_rows = rows(table, frozenset())
    return len(own_rows) <= _FEW and any(
        len(cell.text()) > max(_LONG, 0.6 * own) for row in own_rows for cell in row
    )


def _within(inner: LexborNode, table: LexborNode) -> bool:
    """Whether there is another table between the two."""
    outer = inner.parent
    while outer is not None and outer.mem_id != table.mem_id:
        if outer.tag == "table":
            return True
        outer = outer.parent
    return False


def captions(table: LexborNode) -> list[LexborNode]:
    """The captions of a table."""
    return [one for one in table.iter() if one.tag == "caption"]


def rows(table: LexborNode, unseen: frozenset[int]) -> list[list[LexborNode]]:
    """The cells of each row that is shown, in the order of rows as they are shown."""
    found: list[tuple[int, LexborNode]] = []
    for part in _shown(table, _PARTS, unseen):
        inner = [part] if part.tag == "tr" else _shown(part, ("tr",), unseen)
        found += [(_PARTS[part.tag or ""], row) for row in inner]
    found.sort(key=lambda one: one[0])
    return [[*_shown(row, ("td", "th"), unseen)] for _, row in found]


def _shown(node: LexborNode, tags: Collection[str], unseen: frozenset[int]) -> Iterator[LexborNode]:
    """The children with these tags that are shown."""
    for one in node.iter():
        if one.tag in tags and not (unseen and one.mem_id in unseen):
            yield one


def placed(
    table: list[list[LexborNode]], text: Callable[[LexborNode], str]
) -> tuple[list[Placed], int]:
    """The cells of a table where they stand, and its width.

    Args:
        table: the cells of each row.
        text: gives the text of a cell.
    """
    cells: list[Placed] = []
    taken: dict[int, int] = {}
    width = 0
    for row, nodes in enumerate(table):
        column = 0
        for node in nodes:
            while taken.get(column, 0) > row:
                column += 1
            down, across = _spans(node, len(table) - row)
            cells.append(Placed(row, column, text(node), down, across))
            step = across if across <= _WIDEST else 1
            if down > 1:
                taken.update((one, row + down) for one in range(column, column + step))
            column += step
            width = max(width, column)
    return [cell if cell.columns == 1 else _fitting(cell, width) for cell in cells], width


def _fitting(cell: Placed, width: int) -> Placed:
    if cell.column + cell.columns <= width:
        return cell
    return cell._replace(columns=max(1, width - cell.column))


def _spans(node: LexborNode, left: int) -> tuple[int, int]:
    """How many rows and columns a cell covers; no more rows than are left."""
    given = node.attributes
    if not given:
        return 1, 1
    down = _whole(given.get("rowspan"))
    return (min(down, left) if down else left), _whole(given.get("colspan")) or 1


def _whole(given: str | None) -> int:
    if given is None or given == "1":
        return 1
    text = (given or "1").strip()
    if not (text.isascii() and text.isdecimal()):
        return 1
    return int(text) if len(text) < 8 else 10**8


def is_large(picture: LexborNode) -> bool:
    """Whether a picture may hold something to read, as far as its attributes tell."""
    given = picture.attributes
    sizes = [_size(given.get(name)) for name in ("width", "height")]
    return all(size > _SMALL for size in sizes)


def is_drawn(picture: LexborNode) -> bool:
    """Whether a picture shows anything: one of a single point keeps a cell open."""
    return any(_size(picture.attributes.get(name)) > 1 for name in ("width", "height"))


def _size(given: str | None) -> int:
    digits = (given or "").strip().removesuffix("px").removesuffix("pt")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 8 else 10**8
