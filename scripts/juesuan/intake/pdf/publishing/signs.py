"""Putting a sign in place of glyphs of a content stream, which leaves every other glyph in place.

The codes of the glyphs are gone then, not covered. It imports nothing of the project: ``cleaner``
loads it in a process of its own, and whoever uses it reads the new file to see that all is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

FONT = Name("/JuesuanMask")
"""The resource that draws the sign."""

MOST_SIGNS = 90
"""Advances for which there is a sign; others get the nearest one and a move."""

_SHOWS = ("Tj", "TJ", "'", '"')

Hidden = Mapping[tuple[int, ...], tuple[int, set[int]]]
"""Path of a piece of text to the number of its glyphs, and which of them are hidden."""


class UnprovenError(Exception):
    """A file cannot be written anew as it should be; says why."""


def hide(pdf: pikepdf.Pdf, hidden: Mapping[int, Hidden]) -> None:
    """Put signs in place of glyphs.

    Args:
        pdf: the open file.
        hidden: for each page, 1-based, which glyphs.

    Raises:
        UnprovenError: if they cannot be told apart, or their advance is unknown.
    """
    signs = _Signs(pdf)
    for number, on_page in hidden.items():
        page = pdf.pages[number - 1]
        if "/Resources" not in page.obj:
            page.obj.Resources = page.resources
        content = pikepdf.parse_content_stream(page)
        edited = _Editor(signs, on_page, ()).edited(content, page.obj, page.obj)
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(edited))
    signs.finish()


class _Editor:
    """Rewrites a content stream, and those of the forms that it draws."""

    def __init__(self, signs: _Signs, glyphs: Hidden, above: tuple[int, ...]) -> None:
        self._signs, self._glyphs, self._above = signs, glyphs, above
        self._texts = self._forms = 0
        self._is_hiding = False
        self._font: Any = None
        self._fonts: list[Any] = []

    def edited(self, content: Any, holder: Any, page: Any) -> list[Any]:
        """The instructions of a stream without the hidden glyphs.

        Args:
            content: its instructions.
            holder: the page or form with its resources.
            page: the page, whose resources a form without its own uses.
        """
        self._resources = holder.get("/Resources", page.get("/Resources", Dictionary()))
        self._page = page
        edited: list[Any] = []
        marks: list[int] = []
        for instruction in content:
            name = str(instruction.operator)
            if name in ("BDC", "BMC"):
                marks.append(len(edited))
            elif name == "EMC" and marks:
                marks.pop()
            self._is_hiding = False
            fresh = [*self._edited(instruction)]
            if self._is_hiding:
                for at in marks:
                    edited[at] = _without_words(edited[at])
            edited += fresh
        return edited

    def _edited(self, instruction: Any) -> Iterator[Any]:
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield instruction
            return
        operands, name = list(instruction.operands), str(instruction.operator)
        self._follow(operands, name)
        if name in _SHOWS and self._draws(operands, name):
            path = (*self._above, self._texts)
            self._texts += 1
            if path in self._glyphs:
                yield from self._masked(operands, name, *self._glyphs[path])
                return
        yield instruction

    def _follow(self, operands: list[Any], name: str) -> None:
        """Keep in mind the font, and go into what is drawn."""
        if name == "q":
            self._fonts.append(self._font)
        elif name == "Q" and self._fonts:
            self._font = self._fonts.pop()
        elif name == "Tf":
            self._font = operands
        elif name == "Do":
            self._form(operands[0])

    @staticmethod
    def _draws(operands: list[Any], name: str) -> bool:
        """Whether pdfium makes a piece of text of an instruction."""
        if name == "TJ":
            return any(isinstance(one, String) for one in operands[0])
        return len(bytes(operands[-1])) > 0

    def _form(self, name: Any) -> None:
        """Rewrite a form that is drawn, where something of it is hidden."""
        form = self._resources.get("/XObject", Dictionary()).get(str(name))
        if form is None or form.get("/Subtype") != Name.Form:
            return
        path = (*self._above, self._forms)
        self._forms += 1
        if any(one[: len(path)] == path and len(one) > len(path) for one in self._glyphs):
            editor = _Editor(self._signs, self._glyphs, path)
            content = pikepdf.parse_content_stream(form)
            form.write(pikepdf.unparse_content_stream(editor.edited(content, form, self._page)))

    def _masked(
        self, operands: list[Any], name: str, count: int, hidden: set[int]
    ) -> Iterator[Any]:
        """A piece of text with signs in place of its hidden glyphs."""
        if self._font is None:
            raise UnprovenError("a text without a font")
        font = self._resources.get("/Font", Dictionary()).get(str(self._font[0]))
        width_of, glyphs = _reader_of(font)
        parts = [*_parts(operands[0] if name == "TJ" else [operands[-1]], glyphs)]
        if sum(isinstance(one, bytes) for one in parts) != count:
            raise UnprovenError("its glyphs are not its characters one by one")
        self._is_hiding = True
        self._signs.put_into(self._resources)
        yield from _moves(operands, name)
        yield from _shown(parts, hidden, self._font, lambda code: self._signs.shown(width_of(code)))


def _moves(operands: list[Any], name: str) -> Iterator[Any]:
    """What an instruction does before it shows its text."""
    if name == '"':
        yield pikepdf.ContentStreamInstruction([operands[0]], Operator("Tw"))
        yield pikepdf.ContentStreamInstruction([operands[1]], Operator("Tc"))
    if name in ("'", '"'):
        yield pikepdf.ContentStreamInstruction([], Operator("T*"))


def _shown(
    parts: list[Any], hidden: set[int], font: list[Any], sign_for: Callable[[bytes], list[Any]]
) -> Iterator[Any]:
    """Glyphs and moves, in runs of hidden ones and others."""
    at, is_masked, run = 0, False, list[Any]()
    for part in parts:
        if isinstance(part, bytes):
            if (at in hidden) != is_masked:
                yield from _run(run, is_masked, font)
                is_masked, run = at in hidden, []
            run = [*run, *sign_for(part)] if is_masked else _joined(run, part)
            at += 1
        else:
            run.append(part)
    yield from _run(run, is_masked, font)


def _joined(run: list[Any], glyph: bytes) -> list[Any]:
    """A run and one more glyph, in one string with that before it."""
    if run and isinstance(run[-1], String):
        return [*run[:-1], String(bytes(run[-1]) + glyph)]
    return [*run, String(glyph)]


def _run(run: list[Any], is_masked: bool, font: list[Any]) -> Iterator[Any]:
    if not run:
        return
    if is_masked:
        yield pikepdf.ContentStreamInstruction([FONT, font[1]], Operator("Tf"))
    yield pikepdf.ContentStreamInstruction([Array(run)], Operator("TJ"))
    if is_masked:
        yield pikepdf.ContentStreamInstruction(font, Operator("Tf"))


def _without_words(instruction: Any) -> Any:
    """A mark without the words that are read in place of what it marks.

    A list of properties that is named is a part of the page's resources, which may be shared: what
    it marks stays marked without it.
    """
    operands = list(instruction.operands)
    if len(operands) < 2:
        return instruction
    return pikepdf.ContentStreamInstruction([operands[0]], Operator("BMC"))


def _parts(shown: Any, glyphs: Callable[[bytes], Iterator[bytes]]) -> Iterator[Any]:
    """The codes of the glyphs of a text, each by itself, and the moves between them."""
    for one in shown:
        if isinstance(one, String):
            yield from glyphs(bytes(one))
        else:
            yield one


def _reader_of(font: Any) -> tuple[Callable[[bytes], float], Callable[[bytes], Iterator[bytes]]]:
    """How a font's codes are cut, and the advance of each, in thousandths of its size."""
    if font is None:
        raise UnprovenError("a font that is missing")
    if font.get("/Subtype") != Name.Type0:
        return _simple_widths(font), lambda data: (data[i : i + 1] for i in range(len(data)))
    encoding = font.get("/Encoding")
    name = str(encoding) if isinstance(encoding, Name) else "/Identity-H"
    if name.endswith("-V"):
        raise UnprovenError("a text that runs down the page")
    is_mixed = not any(one in name for one in ("Identity", "UCS2", "UTF16"))
    is_plain = name.startswith("/Identity")
    return _wide_widths(font, is_plain), _mixed if is_mixed else _pairs


def _pairs(data: bytes) -> Iterator[bytes]:
    return (data[i : i + 2] for i in range(0, len(data), 2))


def _mixed(data: bytes) -> Iterator[bytes]:
    """Codes of GBK and its like: one byte below 0x81, two above."""
    at = 0
    while at < len(data):
        size = 2 if data[at] > 0x80 else 1
        yield data[at : at + size]
        at += size


def _simple_widths(font: Any) -> Callable[[bytes], float]:
    widths, first = font.get("/Widths"), int(font.get("/FirstChar", 0))
    about = font.get("/FontDescriptor", Dictionary())
    is_drawn = font.get("/Subtype") == Name.Type3
    scale = 1000 * float(font.FontMatrix[0]) if is_drawn else 1.0
    base = str(font.get("/BaseFont", ""))
    usual = 600 if "Courier" in base else 500 if "Times" in base else 556

    def width(code: bytes) -> float:
        at = code[0] - first
        if widths is None:
            return usual
        return scale * float(widths[at] if 0 <= at < len(widths) else about.get("/MissingWidth", 0))

    return width


def _wide_widths(font: Any, is_plain: bool) -> Callable[[bytes], float]:
    below = font.DescendantFonts[0]
    default, widths = float(below.get("/DW", 1000)), dict[int, float]()
    listed = list(below.get("/W", Array()))
    while len(listed) > 1:
        first, second = int(listed[0]), listed[1]
        if isinstance(second, Array):
            widths |= {first + i: float(one) for i, one in enumerate(second)}
            listed = listed[2:]
        else:
            widths |= dict.fromkeys(range(first, min(int(second), 65535) + 1), float(listed[2]))
            listed = listed[3:]

    def width(code: bytes) -> float:
        if is_plain:
            return widths.get(int.from_bytes(code, "big"), default)
        return 500 if len(code) == 1 or code[0] == 0 else default

    return width


class _Signs:
    """The font of the sign, a hollow square that is read as U+25A1: one glyph for each advance."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[int, int] = {}
        self._font = pdf.make_indirect(Dictionary())

    def shown(self, width: float) -> list[Any]:
        """The sign of an advance, in thousandths of the font's size, and the move that is left."""
        wanted = max(1, round(width))
        if wanted not in self._codes and len(self._codes) < MOST_SIGNS:
            self._codes[wanted] = len(self._codes) + 1
        nearest = min(self._codes, key=lambda one: abs(one - wanted))
        left = Decimal(f"{nearest - width:.3f}")
        return [String(bytes([self._codes[nearest]])), *([left] if left else [])]

    def put_into(self, resources: Any) -> None:
        """Let content with these resources use the font."""
        if "/Font" not in resources:
            resources.Font = Dictionary()
        if FONT not in resources.Font:
            resources.Font[FONT] = self._font

    def finish(self) -> None:
        """Make the font of the signs that were used."""
        names = [Name(f"/square{width}") for width in self._codes]
        drawings = zip(names, self._codes, strict=True)
        about = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -200, 1000, 900]),
            FontMatrix=Array([Decimal("0.001"), 0, 0, Decimal("0.001"), 0, 0]),
            FirstChar=1, LastChar=len(names), Widths=Array([*self._codes]),
            Resources=Dictionary(), Encoding=Dictionary(Type=Name.Encoding,
                                                        Differences=Array([1, *names])),
            CharProcs=Dictionary({str(name): self._drawn(width) for name, width in drawings}),
            ToUnicode=self._pdf.make_stream(self._meaning()),
        )  # fmt: skip
        for key, value in about.items():
            self._font[key] = value

    def _drawn(self, width: int) -> Any:
        inside = max(1, width - 100)
        told = f"{width} 0 20 -60 {max(21, width - 20)} 760 d1 35 w 50 -30 {inside} 760 re S"
        return self._pdf.make_stream(told.encode())

    def _meaning(self) -> bytes:
        mapped = "".join(f"<{code:02X}> <25A1> " for code in self._codes.values())
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sign def "
            "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange "
            f"{len(self._codes)} beginbfchar {mapped}endbfchar endcmap end end"
        ).encode()
