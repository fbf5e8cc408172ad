"""What a workbook has beside the cells of its sheets: their names, its texts, its formats."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from juesuan.intake.sheets.archive import Archive, name_of
from juesuan.intake.sheets.display import BUILT_IN, GENERAL
from juesuan.intake.struck_out import settled, struck_out

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")


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
        from_1904: whether days are counted from 1904.
        is_stale: whether formulas are to be counted anew on opening, so that what is stored of
            them is not what is shown.
        links, macros: whether it holds links to other workbooks, and programs.
    """

    sheets: list[SheetName] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    struck: frozenset[int] = frozenset()
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
    ways = _relations(archive, place)
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
    kinds = {kind: _part(folder, way) for kind, way in ways.values()}
    book.texts = [text_of(one) for one in archive.elements(kinds.get("sharedStrings", ""), "si")]
    _take_styles(book, archive, kinds.get("styles", ""))
    return book


def _part_of_book(archive: Archive) -> str:
    found = _relations(archive, "")
    ways = [way for kind, way in found.values() if kind == "officeDocument"]
    return ways[0].lstrip("/") if ways else "xl/workbook.xml"


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Id to kind and target of what a part leads to within the archive."""
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
    part = _part(folder, way) if kind == "worksheet" else ""
    return SheetName(one.get("name", ""), part, hidden)


def _part(folder: str, way: str) -> str:
    """The part to which a way leads from a folder."""
    return posixpath.normpath(posixpath.join("/", folder, way)).lstrip("/")


def text_of(element: etree._Element) -> str:
    """The text of a cell or a shared text, without reading aids above it and what is struck."""
    runs = (
        _run(one)
        for one in element.iter("{*}t")
        if (parent := one.getparent()) is None or name_of(parent) != "rPh"
    )
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), settled("".join(runs)))


def _run(text: etree._Element) -> str:
    """What a run of a text shows."""
    said, run = text.text or "", text.getparent()
    if run is None or name_of(run) != "r":
        return said
    fonts = (one for one in run if name_of(one) == "rPr")
    return struck_out(said) if any(map(is_struck, fonts)) else said


def _take_styles(book: Book, archive: Archive, part: str) -> None:
    """The codes of the formats of cells, by the number of their style, and which strike out."""
    own: dict[str, str] = {}
    fonts: list[bool] = []
    struck: set[int] = set()
    for one in archive.elements(part, "numFmt", "fonts", "cellXfs"):
        if name_of(one) == "numFmt":
            own[one.get("numFmtId", "")] = one.get("formatCode", GENERAL)
        elif name_of(one) == "fonts":
            fonts = [is_struck(font) for font in one]
        else:
            for style in one:
                number, font = style.get("numFmtId", "0"), style.get("fontId", "")
                known = BUILT_IN.get(int(number), "") if number.isdecimal() else ""
                if font.isdecimal() and int(font) < len(fonts) and fonts[int(font)]:
                    struck.add(len(book.formats))
                book.formats.append(own.get(number, known))
    book.struck = frozenset(struck)


def is_struck(font: etree._Element) -> bool:
    """Whether a font strikes out what is shown in it."""
    return any(name_of(one) == "strike" and one.get("val", "1") in _TRUE for one in font)
