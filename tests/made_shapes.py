"""The made-up department's tables drawn in the shapes that offices print.

Full, dotted, dashed, double, thick, level rulings alone, an outer frame alone, bands of colour, no
rulings at all; headings to the left or in the middle; tables that a page breaks by rows or by
columns; sideways and two-up. What must be read is what :class:`Made` holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.made_pdf import Block, Made, blocks, placed

FONT = "STSong-Light"
SIZE = 8.0
LEADING = 9.6
PAD = 3.0
HIGH = 1.5
MARGIN = 45.0
TALL = (595.0, 842.0)
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass(frozen=True)
class Shape:
    """How tables are drawn.

    Attributes:
        lines: ``full``, ``dots``, ``squares``, ``dashes``, ``double``, ``thick``, ``level``,
            ``outer`` (level ones and the sides), ``half`` (each second vertical), ``frame``,
            ``bands``, ``gaps``, ``none``, ``upright`` (no level ones between rows), ``head`` or
            ``rows`` (those of headings or rows alone), ``boxes`` (one of its own for each cell) or
            ``under`` (full, and each amount is underlined).
        head: how headings stand in their cells: ``left`` or ``middle``.
        amounts: how amounts stand: ``right``, ``middle`` or ``left``.
        rows: rows of a page behind which a table goes on on the next one.
        repeat: whether its headings are printed again there.
        cut: the column of table 3 behind which the rest stands on the next page; 0 for none.
        sideways: whether wide pages are printed on upright paper, turned.
        two_up: whether two pages stand side by side on one sheet.
        inside: whether the title stands in the table's own first row.
        downwards: whether table 7 has a row for each expenditure.
        numbered: whether the summary table numbers its lines: ``ruled``, ``open`` (no line before
            the amounts), ``merged`` (one heading over both columns).
    """

    lines: str = "full"
    head: str = "left"
    amounts: str = "right"
    rows: int = 99
    repeat: bool = True
    cut: int = 0
    sideways: bool = False
    two_up: bool = False
    inside: bool = False
    downwards: bool = False
    numbered: str = ""


@dataclass
class Cell:
    """A cell: row, column, how many of each it covers, its text."""

    row: int
    column: int
    down: int
    across: int
    text: str


@dataclass
class Sheet:
    """A table to be drawn: its cells, how many of its rows are headings."""

    cells: list[Cell]
    head: int
    plain: set[int] = field(default_factory=set)
    """Columns on whose left side no line is drawn."""
    model: list[Cell] = field(default_factory=list)
    """The cells by which columns are measured, those of all its pages."""

    @property
    def width(self) -> int:
        return max(one.column + one.across for one in self.cells)

    @property
    def height(self) -> int:
        return max(one.row + one.down for one in self.cells)

    def rows(self, first: int, last: int, *, repeat: bool) -> Sheet:
        """Some of its rows, below its headings again."""
        kept = [Cell(**vars(one)) for one in self.cells if repeat and one.row < self.head]
        above = self.head if repeat else 0
        for one in self.cells:
            if max(first, self.head) <= one.row < last:
                moved = one.row - max(first, self.head) + above
                kept.append(Cell(moved, one.column, one.down, one.across, one.text))
        return Sheet(kept, above, self.plain, self.cells)

    def columns(self, first: int, last: int) -> Sheet:
        """Some of its columns."""
        kept = []
        for one in self.cells:
            start, end = max(first, one.column), min(last, one.column + one.across)
            if start < end:
                kept.append(Cell(one.row, start - first, one.down, end - start, one.text))
        return Sheet(kept, self.head)


def sheet_of(block: Block) -> Sheet:
    """The table of a block of the HTML."""
    cells = [Cell(row, column, down, across, t) for row, column, down, across, t in
             placed(block.rows)]  # fmt: skip
    data = (one.row for one in cells if "、" in one.text or "." in one.text or one.text.isdigit())
    return Sheet(cells, min(data, default=1))


# -- drawing ---------------------------------------------------------------------------------------


class Pen:
    """Draws tables of one shape on a canvas."""

    def __init__(self, canvas: Canvas, shape: Shape) -> None:
        self.canvas, self.shape = canvas, shape
        self.size = TALL
        self.placed: list[tuple[str, float, float]] = []

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        self.canvas.setFillGray(0)
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.size[1] - y, text)
        self.placed.append((text, x, self.size[1] - y))

    def table(self, sheet: Sheet, left: float, top: float, width: float) -> float:
        """Draw a table at ``left`` and ``top``, in points from the top left corner.

        Returns:
            Where it ends.
        """
        xs = _edges(left, _widths(sheet, width))
        ys = _edges(top, _heights(sheet, xs))
        self._ground(sheet, xs, ys)
        for one in sheet.cells:
            self._cell(sheet, one, xs, ys)
        if self.shape.lines in ("frame", "outer"):
            for x in (xs[0], xs[-1]):
                self._line(x, ys[0], x, ys[-1])
        if self.shape.lines == "frame":
            for y in (ys[0], ys[-1]):
                self._line(xs[0], y, xs[-1], y)
        return ys[-1]

    def _ground(self, sheet: Sheet, xs: list[float], ys: list[float]) -> None:
        self.canvas.setFillGray(0.9)
        if self.shape.lines == "bands":
            for row in range(sheet.head, sheet.height, 2):
                self.canvas.rect(xs[0], self.size[1] - ys[row + 1], xs[-1] - xs[0],
                                 ys[row + 1] - ys[row], stroke=0, fill=1)  # fmt: skip
        if self.shape.lines == "gaps":
            for one in sheet.cells:
                x, y = xs[one.column], ys[one.row + one.down]
                across, down = xs[one.column + one.across] - x, y - ys[one.row]
                self.canvas.rect(x + 1, self.size[1] - y + 1, across - 2, down - 2, stroke=0,
                                 fill=1)  # fmt: skip

    def _cell(self, sheet: Sheet, one: Cell, xs: list[float], ys: list[float]) -> None:
        left, right = xs[one.column], xs[one.column + one.across]
        top, bottom = ys[one.row], ys[one.row + one.down]
        lines = _wrapped(one.text, right - left - 2 * PAD)
        y = (top + bottom) / 2 - len(lines) * LEADING / 2 + 0.8 * SIZE + 0.5
        for number, line in enumerate(lines):
            x = self._start(sheet, one, left, right, line)
            self.text(x, y + number * LEADING, line)
        self._border(sheet, one, (left, top, right, bottom))

    def _start(self, sheet: Sheet, one: Cell, left: float, right: float, line: str) -> float:
        stands = self.shape.amounts if _is_amount(line) else "left"
        if one.row < sheet.head:
            stands = self.shape.head
        room = right - left - pdfmetrics.stringWidth(line, FONT, SIZE)
        return {"left": left + PAD, "right": left + room - PAD, "middle": left + room / 2}[stands]

    def _border(self, sheet: Sheet, one: Cell, box: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = box
        if self.shape.lines in ("frame", "bands", "gaps", "none"):
            return
        if self._is_bare(sheet, one):
            return
        if self.shape.lines == "boxes":
            left, top, right, bottom = left + 2, top + 2, right - 2, bottom - 2
        if self.shape.lines == "under" and _is_amount(one.text):
            self._line(right - 30, bottom - 2.2, right - PAD, bottom - 2.2)
        is_open = self.shape.lines == "upright"
        if not is_open or one.row == 0:
            self._line(left, top, right, top)
        if not is_open or one.row + one.down == sheet.height:
            self._line(left, bottom, right, bottom)
        if self.shape.lines in ("level", "outer"):
            return
        for column, x in ((one.column, left), (one.column + one.across, right)):
            inside = 0 < column < sheet.width
            if inside and (column in sheet.plain or (self.shape.lines == "half" and column % 2)):
                continue
            self._line(x, top, x, bottom)

    def _is_bare(self, sheet: Sheet, one: Cell) -> bool:
        part = "head" if one.row < sheet.head else "rows"
        return self.shape.lines in ("head", "rows") and self.shape.lines != part

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        pen, height = self.canvas, self.size[1]
        pen.setFillGray(0)
        if self.shape.lines in ("dots", "squares", "dashes"):
            step, long = (6.0, 3.6) if self.shape.lines == "dashes" else (1.6, 0.8)
            self._pieces(x, y, to_x, to_y, step, long)
        elif self.shape.lines == "double":
            for shift in (-1.2, 1.2):
                across = (shift, 0) if x == to_x else (0, shift)
                pen.setLineWidth(0.4)
                pen.line(x + across[0], height - y - across[1], to_x + across[0],
                         height - to_y - across[1])  # fmt: skip
        elif self.shape.lines == "thick":
            long = 4.0
            pen.rect(min(x, to_x) - 2, height - max(y, to_y) - 2, abs(to_x - x) + long,
                     abs(to_y - y) + long, stroke=0, fill=1)  # fmt: skip
        else:
            pen.setLineWidth(0.5)
            pen.line(x, height - y, to_x, height - to_y)

    def _pieces(
        self, x: float, y: float, to_x: float, to_y: float, step: float, long: float
    ) -> None:
        length, at = max(to_x - x, to_y - y), 0.0
        while at < length:
            a, b = (x + at, y) if to_x > x else (x, y + at)
            wide, high = (long, 0.8) if to_x > x else (0.8, long)
            if self.shape.lines == "dots":
                self.canvas.circle(a + 0.4, self.size[1] - b, 0.4, stroke=0, fill=1)
            else:
                self.canvas.rect(a, self.size[1] - b - high, wide, high, stroke=0, fill=1)
            at += step


def _is_amount(line: str) -> bool:
    return "." in line and not any("一" <= char <= "鿿" for char in line)


def _edges(first: float, sizes: list[float]) -> list[float]:
    found = [first]
    for one in sizes:
        found.append(found[-1] + one)
    return found


def _widths(sheet: Sheet, room: float) -> list[float]:
    """Columns as wide as their longest text, made to fit; texts of many characters are wrapped."""
    wanted = [14.0] * sheet.width
    for one in sheet.model or sheet.cells:
        if one.across == 1:
            need = pdfmetrics.stringWidth(one.text, FONT, SIZE) + 2 * PAD + 3
            most = room / 4 if sheet.width > 3 else room
            wanted[one.column] = max(wanted[one.column], min(need, most))
    return [one * room / sum(wanted) for one in wanted]


def _heights(sheet: Sheet, xs: list[float]) -> list[float]:
    heights = [LEADING + 2 * HIGH] * sheet.height
    for one in sheet.cells:
        if one.down == 1:
            lines = _wrapped(one.text, xs[one.column + one.across] - xs[one.column] - 2 * PAD)
            heights[one.row] = max(heights[one.row], len(lines) * LEADING + 2 * HIGH)
    return heights


def _wrapped(text: str, room: float) -> list[str]:
    if not any("一" <= char <= "鿿" for char in text):
        return [text]
    lines = [""]
    for char in text:
        if lines[-1] and pdfmetrics.stringWidth(lines[-1] + char, FONT, SIZE) > room:
            lines.append("")
        lines[-1] += char
    return lines


# -- pages -----------------------------------------------------------------------------------------


@dataclass
class Leaf:
    """What a page holds: its lines of text, or a table below its title."""

    texts: list[str] = field(default_factory=list)
    sheet: Sheet | None = None
    wide: bool = False
    notes: list[str] = field(default_factory=list)


def leaves(made: Made, shape: Shape) -> Iterator[Leaf]:
    """The pages of the disclosure."""
    leaf = Leaf()
    for block in blocks(made.html()):
        if block.page:
            if leaf.texts or leaf.sheet:
                yield from _broken(leaf, shape)
            leaf = Leaf(wide=block.wide)
        if block.text:
            (leaf.notes if leaf.sheet else leaf.texts).extend(_wrapped(block.text, 480))
        if block.rows:
            leaf.sheet = _shaped(sheet_of(block), leaf, made, shape)
    yield from _broken(leaf, shape)


def _shaped(sheet: Sheet, leaf: Leaf, made: Made, shape: Shape) -> Sheet:
    title = next((one for one in reversed(leaf.texts) if one.endswith("表")), "")
    if title == "收入支出决算总表" and shape.numbered:
        sheet = _numbered(sheet, shape.numbered)
    if "三公" in title and shape.downwards:
        sheet = _downwards(made)
    if shape.inside and title:
        leaf.texts.remove(title)
        sheet = Sheet(
            [Cell(0, 0, 1, sheet.width, title)]
            + [Cell(one.row + 1, one.column, one.down, one.across, one.text)
               for one in sheet.cells],
            sheet.head + 1,
        )  # fmt: skip
    return sheet


def _numbered(sheet: Sheet, how: str) -> Sheet:
    """The summary table with a column of numbers of lines before each of amounts."""
    cells, count = [], (sheet.height - sheet.head)
    for one in sheet.cells:
        column = one.column + (one.column > 0) + (one.column > 2)
        across = one.across + (one.across == 2)
        cells.append(Cell(one.row, column, one.down, across, one.text))
    for side, column in enumerate((1, 4)):
        if how == "merged":
            head = next(one for one in cells if one.row == 1 and one.column == column + 1)
            head.column, head.across, head.text = column, 2, "行次 决算数"
        else:
            cells.append(Cell(1, column, 1, 1, "行次"))
        for row in range(sheet.head, sheet.height):
            number = row - sheet.head + 1 + side * count
            cells.append(Cell(row, column, 1, 1, str(number)))
    return Sheet(cells, sheet.head, set() if how == "ruled" else {2, 5})


def _downwards(made: Made) -> Sheet:
    labels = {
        "total": "“三公”经费合计", "abroad": "1.因公出国（境）费",
        "vehicles": "2.公务用车购置及运行维护费", "vehicle_purchase": "（1）公务用车购置费",
        "vehicle_running": "（2）公务用车运行维护费", "reception": "3.公务接待费",
    }  # fmt: skip
    cells = [Cell(0, i, 1, 1, t) for i, t in enumerate(("项目", "预算数", "决算数"))]
    for row, (name, pair) in enumerate(made.three_public.items(), start=1):
        texts = (labels[name], *(made.money(one) for one in pair))
        cells += [Cell(row, i, 1, 1, text) for i, text in enumerate(texts)]
    return Sheet(cells, 1)


def _broken(leaf: Leaf, shape: Shape) -> Iterator[Leaf]:
    """A page, and those on which its table goes on."""
    sheet = leaf.sheet
    if sheet is None:
        size = 44
        for at in range(0, len(leaf.texts), size):
            yield Leaf(leaf.texts[at : at + size])
        return
    if shape.cut and "支出决算表" in leaf.texts:
        yield Leaf(leaf.texts, sheet.columns(0, shape.cut), leaf.wide)
        yield Leaf([], sheet.columns(shape.cut, sheet.width), leaf.wide)
        return
    last = sheet.head + shape.rows
    pieces = [sheet.rows(0, last, repeat=True)]
    for at in range(last, sheet.height, shape.rows):
        pieces.append(sheet.rows(at, at + shape.rows, repeat=shape.repeat))
    for number, piece in enumerate(pieces):
        notes = leaf.notes if piece is pieces[-1] else []
        yield Leaf([] if number else leaf.texts, piece, leaf.wide, notes)


def draw(made: Made, shape: Shape, path: Path) -> Path:
    """Draw the disclosure as a PDF."""
    return draw_leaves(list(leaves(made, shape)), shape, path)


def draw_leaves(
    found: list[Leaf],
    shape: Shape,
    path: Path,
    paint: Callable[[Pen, Leaf, bool], None] = lambda pen, leaf, is_over: None,
) -> Path:
    """Draw pages as a PDF.

    Args:
        found: the pages.
        shape: how tables are drawn.
        path: of the file.
        paint: draws what else stands on a page, below its text or over it.
    """
    canvas = Canvas(str(path), invariant=1)
    pen = Pen(canvas, shape)
    if shape.two_up:
        for at in range(0, len(found), 2):
            canvas.setPageSize((2 * TALL[0], TALL[1]))
            for place, leaf in enumerate(found[at : at + 2]):
                _leaf(pen, leaf, place * TALL[0], TALL[0])
            canvas.showPage()
    else:
        for number, leaf in enumerate(found, start=1):
            _page(pen, leaf, shape, number, paint)
    canvas.save()
    return path


def _page(
    pen: Pen,
    leaf: Leaf,
    shape: Shape,
    number: int,
    paint: Callable[[Pen, Leaf, bool], None],
) -> None:
    wide = leaf.wide
    pen.size = (TALL[1], TALL[0]) if wide else TALL
    if wide and shape.sideways:
        pen.canvas.setPageSize(TALL)
        pen.canvas.translate(TALL[0], 0)
        pen.canvas.rotate(90)
    else:
        pen.canvas.setPageSize(pen.size)
    pen.placed = []
    paint(pen, leaf, False)
    _leaf(pen, leaf, 0, pen.size[0])
    paint(pen, leaf, True)
    pen.text(pen.size[0] / 2, pen.size[1] - 25, f"- {number} -")
    pen.canvas.showPage()


def _leaf(pen: Pen, leaf: Leaf, left: float, width: float) -> None:
    y = MARGIN
    for line in leaf.texts:
        long = pdfmetrics.stringWidth(line, FONT, SIZE)
        x = left + MARGIN
        if leaf.sheet and line.startswith("单位"):
            x = left + width - MARGIN - long
        elif line.endswith("表"):
            x = left + (width - long) / 2
        pen.text(x, y, line)
        y += 16
    if leaf.sheet:
        end = pen.table(leaf.sheet, left + MARGIN, y, width - 2 * MARGIN)
        for number, line in enumerate(leaf.notes, start=1):
            pen.text(left + MARGIN, end + 16 * number, line)


SHAPES = {
    "full": Shape(),
    "dots": Shape("dots"),
    "squares": Shape("squares", "middle"),
    "dashes": Shape("dashes"),
    "double": Shape("double"),
    "thick": Shape("thick"),
    "level": Shape("level"),
    "level-middle": Shape("level", "middle"),
    "outer": Shape("outer"),
    "outer-middle": Shape("outer", "middle"),
    "outer-middles": Shape("outer", "middle", "middle"),
    "half": Shape("half"),
    "half-middle": Shape("half", "middle"),
    "frame": Shape("frame"),
    "frame-middle": Shape("frame", "middle"),
    "bands": Shape("bands"),
    "gaps": Shape("gaps", "middle"),
    "upright": Shape("upright"),
    "upright-middle": Shape("upright", "middle"),
    "head": Shape("head"),
    "head-middle": Shape("head", "middle"),
    "body": Shape("rows"),
    "body-middle": Shape("rows", "middle"),
    "boxes": Shape("boxes"),
    "boxes-middle": Shape("boxes", "middle"),
    "boxes-rows": Shape("boxes", rows=9),
    "under": Shape("under"),
    "none": Shape("none"),
    "none-middle": Shape("none", "middle"),
    "rows": Shape(rows=9),
    "rows-bare": Shape(rows=9, repeat=False),
    "outer-rows": Shape("outer", rows=9),
    "outer-rows-bare": Shape("outer", rows=9, repeat=False),
    "none-rows": Shape("none", rows=9),
    "cut": Shape(cut=6),
    "cut-outer": Shape("outer", cut=6),
    "sideways": Shape(sideways=True),
    "sideways-outer": Shape("outer", sideways=True),
    "two-up": Shape(two_up=True),
    "two-up-outer": Shape("outer", two_up=True),
    "inside": Shape(inside=True),
    "inside-outer": Shape("outer", inside=True),
    "downwards": Shape(downwards=True),
    "downwards-outer": Shape("outer", downwards=True),
    "numbered": Shape(numbered="ruled"),
    "numbered-open": Shape(numbered="open"),
    "numbered-merged": Shape(numbered="merged"),
    "numbered-outer": Shape("outer", numbered="open"),
}
"""The shapes that are tried."""
