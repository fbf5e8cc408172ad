"""What a workbook has beside the cells of its sheets: their names, its texts, its formats."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from juesuan.intake.sheets.archive import Archive, name_of
from juesuan.intake.sheets.display import BUILT_IN, GENERAL
from juesuan.intake.text.doubted import is_red
from juesuan.intake.text.raised import is_glued, raised
from juesuan.intake.text.struck_out import settled, struck_out

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")
_REDS = ("2", "10")
"""Numbers of red among the colours that files name by a number."""


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet of a workbook.

    Attributes:
        name: as its tab shows it.
        part: the part of the archive that holds its cells; empty where it has none.
        is_hidden: whether its tab is not shown.
    """

    name: str
    part: str
    is_hidden: bool


@dataclass
class Book:
    """A workbook.

    Attributes:
        sheets: in the order of their tabs.
        texts: those that cells share, by number.
        formats: the code of the format of each style of cells, by number.
        struck: the numbers of those styles whose font strikes out what it shows.
        red: the numbers of those styles whose font is red.
        otherwise: the numbers of the formats with conditions that show a number in another way.
        from_1904: whether days are counted from 1904.
        is_stale: whether formulas are to be counted anew on opening, so that what is stored of
            them is not what is shown.
        links, macros: whether it holds links to other workbooks, and programs.
    """

    sheets: list[SheetName] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    struck: frozenset[int] = frozenset()
    red: frozenset[int] = frozenset()
    otherwise: frozenset[str] = frozenset()
    from_1904: bool = False
    is_stale: bool = False
    links: bool = False
    macros: bool = False


def read_book(archive: Archive) -> Book:
    """The workbook of an archive.

    Raises:
        UnreadableSourceError: if a part of it is damaged.
    """
    place = _part_of_book(archive)
    folder = posixpath.dirname(place)
    ways = relations(archive, place)
    book = Book(
        links=any("/externalLinks/" in f"/{name}" for name in archive.names),
        macros=any(name.endswith("vbaProject.bin") for name in archive.names),
    )
    for one in archive.elements(place, "sheet", "workbookPr", "calcPr"):
        if name_of(one) == "sheet":
            book.sheets.append(_sheet(one, folder, ways))
        elif name_of(one) == "workbookPr":
            book.from_1904 = one.get("date1904", "") in _TRUE
        else:
            book.is_stale = one.get("fullCalcOnLoad", "") in _TRUE
    kinds = {kind: part_at(folder, way) for kind, way in ways.values()}
    book.texts = [text_of(one) for one in archive.elements(kinds.get("sharedStrings", ""), "si")]
    _take_styles(book, archive, kinds.get("styles", ""))
    return book


def _part_of_book(archive: Archive) -> str:
    found = relations(archive, "")
    ways = [way for kind, way in found.values() if kind == "officeDocument"]
    return ways[0].lstrip("/") if ways else "xl/workbook.xml"


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Id to kind and target of what a part leads to within the archive.

    Args:
        archive: of the workbook.
        part: its name.

    Raises:
        UnreadableSourceError: if what it leads to is damaged.
    """
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    return {
        one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], one.get("Target", ""))
        for one in archive.elements(place, "Relationship")
        if one.get("TargetMode") != "External"
    }


def _sheet(one: etree._Element, folder: str, ways: dict[str, tuple[str, str]]) -> SheetName:
    ids = [str(value) for key, value in one.attrib.items() if str(key).endswith("}id")]
    kind, way = ways.get(ids[0] if ids else "", ("", ""))
    hidden = one.get("state", "visible") != "visible"
    part = part_at(folder, way) if kind == "worksheet" else ""
    return SheetName(one.get("name", ""), part, hidden)


def part_at(folder: str, way: str) -> str:
    """The part to which a way leads from a folder.

    Args:
        folder: of the part that names it.
        way: as that part writes it.
    """
    return posixpath.normpath(posixpath.join("/", folder, way)).lstrip("/")


def text_of(element: etree._Element) -> str:
    """The text of a cell or a shared text, without reading aids above it and what is struck."""
    said = ""
    for one in element.iter("{*}t"):
        if (parent := one.getparent()) is None or name_of(parent) != "rPh":
            said += _run(one, said)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), settled(said))


def _run(text: etree._Element, before: str) -> str:
    """What a run of a text shows behind what stands before it."""
    said, run = text.text or "", text.getparent()
    if run is None or name_of(run) != "r":
        return said
    fonts = [one for one in run if name_of(one) == "rPr"]
    if any(map(is_struck, fonts)):
        return struck_out(said)
    return raised(said) if any(map(_is_high, fonts)) or is_glued([before], said) else said


def _is_high(font: etree._Element) -> bool:
    return any(name_of(one) == "vertAlign" and one.get("val") != "baseline" for one in font)


def _take_styles(book: Book, archive: Archive, part: str) -> None:
    """The codes of the formats of cells, by the number of their style, and which strike out."""
    own: dict[str, str] = {}
    struck: frozenset[str] = frozenset()
    red: frozenset[str] = frozenset()
    for one in archive.elements(part, "numFmt", "fonts", "cellXfs", "dxfs"):
        if name_of(one) == "numFmt":
            own[one.get("numFmtId", "")] = one.get("formatCode", GENERAL)
        elif name_of(one) == "fonts":
            struck, red = _numbers(one, is_struck), _numbers(one, _is_red)
        elif name_of(one) == "dxfs":
            book.otherwise = _numbers(one, _shows_otherwise)
        else:
            book.formats += [_code(style.get("numFmtId", "0"), own) for style in one]
            book.struck, book.red = _with_font(one, struck), _with_font(one, red)


def _numbers(nodes: etree._Element, holds: Callable[[etree._Element], bool]) -> frozenset[str]:
    """The numbers of the elements of which something holds."""
    return frozenset(str(i) for i, node in enumerate(nodes) if holds(node))


def _with_font(styles: etree._Element, fonts: frozenset[str]) -> frozenset[int]:
    """The numbers of the styles whose font is one of some."""
    return frozenset(i for i, style in enumerate(styles) if style.get("fontId", "") in fonts)


def _code(number: str, own: dict[str, str]) -> str:
    """The code of a format by its number: the file's own, or one that is built in."""
    known = BUILT_IN.get(int(number), "") if number.isdecimal() else ""
    return own.get(number, known)


def _is_red(font: etree._Element) -> bool:
    colours = (one for one in font if name_of(one) == "color")
    return any(is_red(one.get("rgb", "")) or one.get("indexed") in _REDS for one in colours)


def _shows_otherwise(format_: etree._Element) -> bool:
    """Whether a format with a condition changes digits, or hides them in white."""
    has_own = any(name_of(one) == "numFmt" for one in format_)
    return has_own or any(
        one.get("rgb", "").upper().endswith("FFFFFF") for one in format_.iter("{*}font", "{*}color")
    )


def is_struck(font: etree._Element) -> bool:
    """Whether a font strikes out what is shown in it."""
    return any(name_of(one) == "strike" and one.get("val", "1") in _TRUE for one in font)
