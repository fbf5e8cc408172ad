"""What is drawn upon a sheet: text boxes, which may hold its title, and pictures."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from juesuan.intake.sheets.archive import Archive, name_of
from juesuan.intake.sheets.book import part_at, relations

_BREAKS = frozenset(("p", "br"))


@dataclass
class Drawn:
    """What is drawn upon a sheet.

    Attributes:
        boxes: the texts of its text boxes, in the order of the file.
        pictures: how many pictures and diagrams there are.
    """

    boxes: list[str] = field(default_factory=list)
    pictures: int = 0


def drawn_on(archive: Archive, part: str) -> Drawn:
    """What is drawn upon a sheet.

    Args:
        archive: of the workbook.
        part: of the sheet.

    Raises:
        UnreadableSourceError: if a part of it is damaged.
    """
    found = Drawn()
    folder = posixpath.dirname(part)
    for kind, way in relations(archive, part).values():
        if kind != "drawing":
            continue
        for one in archive.elements(part_at(folder, way), "txBody", "blip", "chart"):
            if name_of(one) != "txBody":
                found.pictures += 1
            elif text := "\n".join(filter(None, map(str.strip, _lines(one)))):
                found.boxes.append(text)
    return found


def _lines(body: etree._Element) -> Iterator[str]:
    """The lines of a text box."""
    line = ""
    for one in body.iter("{*}p", "{*}br", "{*}t"):
        if name_of(one) in _BREAKS:
            yield line
            line = ""
        else:
            line += one.text or ""
    yield line
