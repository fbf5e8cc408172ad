"""The made-up department's tables with what offices print that is odd: marks, units, hidden text.

Each kind changes cells of the drawn tables, or draws something over them. What must be read is what
:class:`Made` holds; where a kind makes a cell doubtful it may be unread, and never wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tests.made_pdf import Made, Style
from tests.made_shapes import FONT, Cell, Leaf, Pen, Shape, Sheet, draw_leaves, leaves

TABLE3, TABLE5 = "支出决算表", "一般公共预算财政拨款支出决算表"

TITLES = frozenset({TABLE3, TABLE5, "财政拨款“三公”经费支出决算表"})

Change = Callable[[list[Leaf]], None]
Paint = Callable[[Pen, Leaf, bool], None]


@dataclass(frozen=True)
class Odd:
    """A kind: what it changes of the pages, what it draws on them, how tables are drawn, which."""

    change: Change = lambda found: None
    paint: Paint = lambda pen, leaf, is_over: None
    shape: Shape = field(default_factory=Shape)
    style: Style = field(default_factory=Style)
    titles: frozenset[str] = frozenset({TABLE5})


def draw_odd(odd: Odd, path: Path, seed: int = 57) -> Made:
    """Draw the disclosure with something odd.

    Returns:
        What must be read.
    """
    made = Made(seed, odd.style)
    found = [*_tables(deepcopy([*leaves(made, odd.shape)]), odd.titles)]
    odd.change(found)
    draw_leaves(found, odd.shape, path, odd.paint)
    return made


def _tables(found: list[Leaf], titles: frozenset[str]) -> Iterator[Leaf]:
    """The pages of some tables."""
    is_wanted = False
    for leaf in found:
        if leaf.texts:
            is_wanted = leaf.sheet is not None and bool(titles & {*_titles(leaf)})
        if is_wanted:
            yield leaf


def _titles(leaf: Leaf) -> Iterator[str]:
    first = [one.text for one in leaf.sheet.cells if one.row == 0] if leaf.sheet else []
    yield from (one for one in (*leaf.texts, *first) if one.endswith("表"))


# -- what is changed -------------------------------------------------------------------------------


def sheet(found: list[Leaf], title: str) -> tuple[Leaf, Sheet]:
    """The page below a title, and its table."""
    leaf = next(one for one in found if title in one.texts and one.sheet)
    assert leaf.sheet is not None
    return leaf, leaf.sheet


def amounts(table: Sheet) -> list[Cell]:
    """Its amounts, in order."""
    held = [one for one in table.cells if one.row >= table.head and one.text[-3:-2] == "."]
    return sorted(held, key=lambda one: (one.row, one.column))


def at(title: str, change: Callable[[str], str], *numbers: int) -> Change:
    """Change some amounts of a table; all of them where none is named."""

    def apply(found: list[Leaf]) -> None:
        held = amounts(sheet(found, title)[1])
        for one in [held[i] for i in numbers] or held:
            one.text = change(one.text)

    return apply


def value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def unit(title: str, times: int, above: str = "", below: str = "", head: str = "") -> Change:
    """Print a table in another unit, which stands above, below, or in the heads of its columns."""

    def apply(found: list[Leaf]) -> None:
        leaf, table = sheet(found, title)
        for one in amounts(table):
            one.text = f"{value(one.text) * times:,.2f}"
        leaf.texts = [one for one in leaf.texts if not one.startswith("单位")]
        leaf.texts += [above] if above else []
        leaf.notes += [below] if below else []
        for one in table.cells if head else []:
            if one.row < table.head and ("支出" in one.text or one.text == "合计"):
                one.text += head

    return apply


def label(old: str, new: str) -> Change:
    """Print a name in other characters, everywhere in tables."""

    def apply(found: list[Leaf]) -> None:
        for one in (cell for leaf in found if leaf.sheet for cell in leaf.sheet.cells):
            one.text = one.text.replace(old, new)

    return apply


def digits(zero: int) -> Callable[[str], str]:
    """The digits of another script, whose zero has a code."""
    return lambda text: "".join(chr(zero + int(c)) if c.isdigit() else c for c in text)


def _swap(found: list[Leaf]) -> None:
    """Columns of basic and project expenditure in the other order."""
    _, table = sheet(found, TABLE5)
    last = table.width - 1
    for one in table.cells:
        if one.column >= last - 1 and one.across == 1:
            one.column = 2 * last - 1 - one.column


def _inner_rows(found: list[Leaf]) -> None:
    """Rows that begin with 其中 below a total, without a code."""
    _, table = sheet(found, TABLE5)
    first = next(one for one in table.cells if one.text == "201")
    for one in table.cells:
        one.row += one.row > first.row
    name = first.column + (1 if table.width == 5 else 3)
    texts = {name: "其中：本级", name + 1: "1.00", name + 2: "1.00"}
    table.cells += [Cell(first.row + 1, column, 1, 1, text) for column, text in texts.items()]


def _torn(found: list[Leaf]) -> None:
    """A page ends inside of a row: the rest of a name stands on the next one."""
    leaf, table = sheet(found, TABLE5)
    names = [one for one in table.cells if "缴费支出" in one.text]
    row, name = names[0].row, names[0].text
    rest = table.rows(row + 1, table.height, repeat=False)
    for one in rest.cells:
        one.row += 1
    rest.cells.append(Cell(0, names[0].column, 1, 1, name[9:]))
    for column in {*range(table.width)} - {names[0].column}:
        rest.cells.append(Cell(0, column, 1, 1, ""))
    names[0].text = name[:9]
    table.cells = [one for one in table.cells if one.row <= row]
    found.insert(found.index(leaf) + 1, Leaf([], Sheet(rest.cells, 0, set(), table.cells)))


def _turned_heads(found: list[Leaf]) -> None:
    """Headings with a space between their characters."""
    for leaf in found:
        for one in leaf.sheet.cells if leaf.sheet else []:
            if one.row < leaf.sheet.head and len(one.text) == 2:
                one.text = "  ".join(one.text)


def _columns_apart(found: list[Leaf]) -> None:
    """The codes and names stand again before the columns of the second sheet."""
    leaf, table = sheet(found, TABLE3)
    lead = table.width - 6
    first = table.columns(0, lead + 3)
    again = table.columns(0, lead).cells
    rest = table.columns(lead + 3, table.width).cells
    for one in rest:
        one.column += lead
    leaf.sheet = first
    found.insert(found.index(leaf) + 1, Leaf([], Sheet([*again, *rest], table.head), leaf.wide))


# -- what is drawn ---------------------------------------------------------------------------------


def beside(
    title: str, mark: str, shift: float, *, lift: float = 0, size: float = 8, number: int = 2
) -> Paint:
    """Something beside an amount: its distance from the amount's end, or from its begin."""

    def paint(pen: Pen, leaf: Leaf, is_over: bool) -> None:
        if title in leaf.texts and leaf.sheet and is_over:
            text, x, y = _place(pen, number)
            wide = pen.canvas.stringWidth(text, FONT, 8)
            pen.canvas.setFillGray(0)
            pen.canvas.setFont(FONT, size)
            start = x + wide + shift
            if shift < 0:
                start = x + shift - pen.canvas.stringWidth(mark, FONT, size)
            pen.canvas.drawString(start, y + lift, mark)

    return paint


def _place(pen: Pen, number: int) -> tuple[str, float, float]:
    return [one for one in pen.placed if one[0][-3:-2] == "."][number]


def hidden(title: str, how: str, text: str = "777.77") -> Paint:
    """Text that nobody sees, in a blank cell of the last column."""

    def paint(pen: Pen, leaf: Leaf, is_over: bool) -> None:
        if title in leaf.texts and leaf.sheet and is_over:
            canvas = pen.canvas
            _, _, y = _place(pen, 4)
            x = pen.size[0] - 95
            canvas.saveState()
            _HIDE[how](canvas, x, y, text)
            canvas.restoreState()

    return paint


def _white(canvas: object, x: float, y: float, text: str) -> None:
    canvas.setFillGray(1)
    canvas.setFont(FONT, 8)
    canvas.drawString(x, y, text)


def _mode(canvas: object, x: float, y: float, text: str) -> None:
    spoken = canvas.beginText(x, y)
    spoken.setFont(FONT, 8)
    spoken.setTextRenderMode(3)
    spoken.textOut(text)
    canvas.drawText(spoken)


def _tiny(canvas: object, x: float, y: float, text: str) -> None:
    canvas.setFont(FONT, 0.6)
    canvas.drawString(x, y, text)


def _clear(canvas: object, x: float, y: float, text: str) -> None:
    canvas.setFillAlpha(0.01)
    canvas.setFont(FONT, 8)
    canvas.drawString(x, y, text)


def _covered(canvas: object, x: float, y: float, text: str) -> None:
    canvas.setFillGray(0)
    canvas.setFont(FONT, 8)
    canvas.drawString(x, y, text)
    canvas.setFillGray(1)
    canvas.rect(x - 1, y - 2, 40, 10, stroke=0, fill=1)


def _clipped(canvas: object, x: float, y: float, text: str) -> None:
    path = canvas.beginPath()
    path.rect(10, 10, 20, 20)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFillGray(0)
    canvas.setFont(FONT, 8)
    canvas.drawString(x, y, text)


def _outside(canvas: object, x: float, y: float, text: str) -> None:
    canvas.setFont(FONT, 8)
    canvas.drawString(x + 500, y, text)


def _flat(canvas: object, x: float, y: float, text: str) -> None:
    """Pressed flat to nothing by its matrix."""
    canvas.translate(x, y)
    canvas.scale(1, 0.02)
    canvas.setFont(FONT, 8)
    canvas.drawString(0, 0, text)


_HIDE = {
    "white": _white, "mode": _mode, "tiny": _tiny, "clear": _clear, "covered": _covered,
    "clipped": _clipped, "outside": _outside, "flat": _flat,
}  # fmt: skip


def watermark(
    text: str, size: float, grey: float, angle: float, *, below: bool = False, every: bool = True
) -> Paint:
    """A watermark on each page, in the middle of its table."""

    def paint(pen: Pen, leaf: Leaf, is_over: bool) -> None:
        if is_over is not below and (every or leaf.sheet):
            canvas = pen.canvas
            canvas.saveState()
            canvas.setFillGray(grey)
            canvas.setFont(FONT, size)
            canvas.translate(pen.size[0] / 2, pen.size[1] - 195)
            canvas.rotate(angle)
            canvas.drawCentredString(0, 0, text)
            canvas.restoreState()

    return paint


def cover(title: str, number: int, part: float = 1.0, grey: float = 1.0) -> Paint:
    """A rectangle over an amount, or over a part of it."""

    def paint(pen: Pen, leaf: Leaf, is_over: bool) -> None:
        if title in leaf.texts and leaf.sheet and is_over:
            text, x, y = _place(pen, number)
            wide = pen.canvas.stringWidth(text, FONT, 8)
            pen.canvas.setFillGray(grey)
            start = x + (1 - part) * wide
            pen.canvas.rect(start, y - 1.5, part * wide, 8.5, stroke=0, fill=1)

    return paint


def struck(title: str, number: int, instead: str) -> Paint:
    """An amount that is struck out, and another one written over it."""

    def paint(pen: Pen, leaf: Leaf, is_over: bool) -> None:
        if title in leaf.texts and leaf.sheet and is_over:
            text, x, y = _place(pen, number)
            wide = pen.canvas.stringWidth(text, FONT, 8)
            pen.canvas.setLineWidth(0.8)
            pen.canvas.line(x - 1, y + 3, x + wide + 1, y + 3)
            if instead:
                pen.canvas.setFont(FONT, 6)
                pen.canvas.drawString(x - 4 - pen.canvas.stringWidth(instead, FONT, 6), y, instead)

    return paint


YUAN = Style(unit="元")
CODES = Style(one_code=True, zero="0.00", separators=False, total_last=True, ministry=True)


_BEFORE = [
    "注",
    "a",
    "A ",
    "*",
    "**",
    "注1 ",
    "（1）",
    "①",
    "†",
    "#",
    "★",
    "[2]",
    "≈",
    "约",
    "其中：",
]
_BEHIND = [
    "a",
    " b",
    "*",
    "**",
    "注1",
    "（1）",
    "②",
    "‡",
    "#",
    "［1］",
    "¹",
    "万元",
    "%",
    "?",
    "↑",
    " 1",
    "1",
]
Kinds = Iterator[tuple[str, Odd]]
"""Kinds by their names."""


def _units() -> Kinds:
    yield "plain", Odd()
    for name, times in (("元", 10_000), ("百元", 100), ("千元", 10)):
        yield f"unit below {name}", Odd(unit(TABLE5, times, below=f"单位：{name}"))
        yield f"unit in the heads {name}", Odd(unit(TABLE5, times, head=f"（{name}）"))
        yield (
            f"unit in brackets {name}",
            Odd(unit(TABLE5, times, above=f"（金额单位：人民币{name}）")),
        )
    yield "unit in the heads and none above 万元", Odd(unit(TABLE5, 1, head="（万元）"))
    yield "unit 万美元", Odd(unit(TABLE5, 1, above="单位：万美元"))
    yield "unit of two kinds", Odd(unit(TABLE5, 1, above="单位：万元（港币）"))


def _marks() -> Kinds:
    for mark in _BEFORE:
        yield f"mark before {mark}", Odd(at(TABLE5, lambda text, m=mark: m + text, 3, 7))
    for mark in _BEHIND:
        yield f"mark behind {mark}", Odd(at(TABLE5, lambda text, m=mark: text + m, 3, 7))


def _forms() -> Kinds:
    for name, form in {
        "brackets": "({})", "full brackets": "（{}）", "triangle": "△{}", "minus behind": "{}-",
        "yen": "￥{}", "RMB": "RMB{}", "CNY": "CNY {}", "dollar": "${}",
        "equals": "={}", "plus": "+{}", "quoted": "“{}”", "apostrophe": "'{}", "tilde": "~{}",
    }.items():  # fmt: skip
        yield f"form {name}", Odd(at(TABLE5, lambda text, f=form: f.format(text), 3, 7))


def _numbers() -> Kinds:
    for name, change in {
        "comma for point": lambda t: t.replace(",", "").replace(".", ","),
        "points for thousands": lambda t: t.replace(",", " ").replace(".", ",").replace(" ", "."),
        "apostrophes": lambda t: t.replace(",", "'"),
        "thin spaces": lambda t: t.replace(",", "\u2009"),
        "middle dot": lambda t: t.replace(".", "·"),
        "full width": lambda t: "".join(chr(ord(c) + 0xFEE0) for c in t),
        "ideographic point": lambda t: t.replace(".", "。"),
        "three decimals": lambda t: t + "5",
        "scientific": lambda t: f"{value(t):.4E}",
        "overflow": lambda t: "#" * len(t),
        "an error": lambda t: "#REF!",
        "two amounts": lambda t: f"{t} {t}",
        "a slash": lambda t: f"{t}/1.00",
        "a range": lambda t: f"{t}-{t}",
        "a letter O": lambda t: t.replace("0", "O"),
        "a letter l": lambda t: t.replace("1", "l"),
        "a blank inside": lambda t: t[:2] + " " + t[2:],
        "a percentage": lambda t: t + "％",
        "a date": lambda t: "2024.05.31",
        "words": lambda t: "见附件",
        "arabic": digits(0x0660), "persian": digits(0x06F0), "devanagari": digits(0x0966),
        "thai": digits(0x0E50),
    }.items():  # fmt: skip
        yield f"number {name}", Odd(at(TABLE5, change, 3, 7))
        if name in ("comma for point", "points for thousands", "apostrophes", "full width",
                    "middle dot", "thin spaces", ):  # fmt: skip
            yield f"number {name} everywhere", Odd(at(TABLE5, change))


def _beside() -> Kinds:
    for name, (mark, shift, lift, size) in {
        "a raised digit": ("1", 0.2, 3, 5), "a raised digit of its size": ("1", 0.2, 3, 8),
        "a low digit": ("2", 0.2, -2, 5), "a digit close behind": ("3", 0.1, 0, 8),
        "a digit close before": ("2", -0.3, 0, 8), "a digit apart behind": ("4", 2.5, 0, 8),
        "a digit apart before": ("6", -2.5, 0, 8), "a page number before": ("- 7 -", -3, 0, 8),
        "a page number behind": ("12", 4, 1, 8), "a bullet before": ("·", -0.5, 0, 8),
        "a comma before": (",", -0.1, 0, 8), "a point before": (".", -0.1, 0, 8),

        "a thousand before": ("9,", -0.1, 0, 8), "a digit far before": ("8", -9.0, 0, 8),
        "a tick": ("√", 1, 0, 8), "a word below": ("注", 1, -4, 5),
    }.items():  # fmt: skip
        yield f"beside {name}", Odd(paint=beside(TABLE5, mark, shift, lift=lift, size=size))


def _hidden() -> Kinds:
    for how in _HIDE:
        yield f"hidden {how}", Odd(paint=hidden(TABLE5, how))
        yield f"hidden title {how}", Odd(paint=hidden(TABLE5, how, "支出决算表"))
    for part in (1.0, 0.5, 0.25):
        yield f"covered {part}", Odd(paint=cover(TABLE5, 5, part))
        yield f"covered grey {part}", Odd(paint=cover(TABLE5, 5, part, 0.4))
    yield "struck", Odd(paint=struck(TABLE5, 5, ""))
    yield "struck and written over", Odd(paint=struck(TABLE5, 5, "12.30"))


def _watermarks() -> Kinds:
    for name, (text, size, grey, angle) in {
        "large and level": ("内部资料", 60, 0.85, 0), "small and level": ("征求意见稿", 9, 0.8, 0),
        "with digits": ("2024 08 01", 30, 0.8, 0), "upright": ("送审稿12", 40, 0.8, 90),
        "askew": ("示例局2024", 40, 0.8, 45), "small askew": ("20240801", 9, 0.7, 30),
        "black and large": ("样稿", 50, 0.0, 0), "as dark as text": ("草稿33.10", 20, 0.0, 0),
        "upside down": ("88.88", 24, 0.75, 180), "small digits": ("66.66", 8, 0.8, 0),
    }.items():  # fmt: skip
        yield f"watermark {name}", Odd(paint=watermark(text, size, grey, angle))
        yield f"watermark below {name}", Odd(paint=watermark(text, size, grey, angle, below=True))


def _names() -> Kinds:
    for name, (old, new) in {
        "compatible": ("行政", "\ufa08政"), "radical": ("金", "⾦"), "full width": ("（", "("),
        "numbered": ("行政运行", "1.行政运行"), "circled": ("行政运行", "①行政运行"),
        "zero width": ("行政运行", "行政\u200b运行"), "spaced": ("行政运行", "行 政 运 行"),
        "traditional": ("财政事务", "財政事務"), "indented": ("行政运行", "　　行政运行"),
    }.items():  # fmt: skip
        yield f"name {name}", Odd(label(old, new))


def _of_another_form() -> Kinds:
    yield "columns in another order", Odd(_swap)
    yield "rows below a class", Odd(_inner_rows)
    yield "a torn row", Odd(_torn)
    yield "spaced headings", Odd(_turned_heads)
    yield "columns on another sheet with codes", Odd(_columns_apart, titles=TITLES)
    yield "columns on another sheet", Odd(shape=Shape(cut=6), titles=TITLES)
    yield "columns on another sheet one code", Odd(shape=Shape(cut=4), style=CODES, titles=TITLES)


def _without_lines() -> Kinds:
    for lines in ("none", "bands", "outer", "level", "frame"):
        yield f"title in the grid {lines}", Odd(shape=Shape(lines, inside=True), titles=TITLES)
        yield f"rows {lines} 4", Odd(shape=Shape(lines, rows=4), style=CODES)
        yield f"bare rows {lines} 7", Odd(shape=Shape(lines, rows=7, repeat=False))
        yield f"unit below {lines}", Odd(unit(TABLE5, 100, below="单位：百元"), shape=Shape(lines))
        yield f"mark {lines}", Odd(at(TABLE5, lambda t: t + "①", 3, 7), shape=Shape(lines))
        yield f"digit close behind {lines}", Odd(paint=beside(TABLE5, "3", 0.1), shape=Shape(lines))
        yield f"digit before {lines}", Odd(paint=beside(TABLE5, "6", -2.5), shape=Shape(lines))
        yield f"columns in another order {lines}", Odd(_swap, shape=Shape(lines, "middle"))
        yield (
            f"amounts in the middle {lines}",
            Odd(shape=Shape(lines, "middle", "middle"), titles=TITLES),
        )
        yield f"amounts to the left {lines}", Odd(shape=Shape(lines, "left", "left"), titles=TITLES)
        yield (
            f"downwards {lines}",
            Odd(shape=Shape(lines, downwards=True), style=CODES, titles=TITLES),
        )
        yield (
            f"numbered {lines}",
            Odd(shape=Shape(lines, numbered="ruled"), style=CODES, titles=TITLES),
        )
        yield f"a torn row {lines}", Odd(_torn, shape=Shape(lines))
        yield f"rows below a class {lines}", Odd(_inner_rows, shape=Shape(lines))
        yield f"one lost amount {lines}", Odd(at(TABLE5, lambda t: "", 4), shape=Shape(lines))
        yield f"watermark {lines}", Odd(paint=watermark("66.66", 8, 0.8, 0), shape=Shape(lines))
        yield (
            f"sideways {lines}",
            Odd(shape=Shape(lines, sideways=True), style=CODES, titles=TITLES),
        )
        yield f"two up {lines}", Odd(shape=Shape(lines, two_up=True), style=CODES, titles=TITLES)
        yield f"cut {lines}", Odd(shape=Shape(lines, cut=6), titles=TITLES)


_EVERY = (
    _units,
    _marks,
    _forms,
    _numbers,
    _beside,
    _hidden,
    _watermarks,
    _names,
    _of_another_form,
    _without_lines,
)
ODD = dict(one for kinds in _EVERY for one in kinds())
"""The kinds that are tried."""
