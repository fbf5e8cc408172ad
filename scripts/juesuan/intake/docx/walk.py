"""The body of a document becomes blocks: paragraphs and tables, in the order in which they stand.

A text box stands behind the paragraph to which it is anchored, and so does a note behind the
paragraph, or the table, that refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # nosec B405

from juesuan.intake.composer import Block, flat
from juesuan.intake.docx import tables
from juesuan.intake.docx.lists import Lists
from juesuan.intake.docx.names import child, local, value
from juesuan.intake.docx.runs import DEEPEST, Runs, too_deep
from juesuan.intake.text.raised import superscript

_WRAPPERS = frozenset((
    "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body",
))  # fmt: skip
_CONTENTS_PAGE = re.compile(r"\t+(?=\d{1,4}\s*$)")
_TABBED = re.compile(r"[^\t]\t+(?=[^\t])")
_FEW_TABS = 2
"""Gaps of tabs in a line of a table of contents: behind its number and before its page."""


@dataclass
class Walk:
    """The walk over a body.

    Attributes:
        runs: reads characters.
        lists: number paragraphs.
        notes: the elements of foot- and endnotes, by kind and id.
        hidden_rows: how many rows of tables are hidden.
    """

    runs: Runs
    lists: Lists
    notes: Mapping[tuple[str, str], Element]
    hidden_rows: int = 0
    _begun: str = ""
    _told: int = 0
    _within: int = 0

    def over(self, node: Element, depth: int = 0) -> list[Block]:
        """The blocks of an element."""
        if depth > DEEPEST:
            raise too_deep(self.runs.name)
        blocks: list[Block] = []
        for one in node:
            name = local(one.tag)
            if name == "p":
                blocks += self._paragraph(one, depth)
            elif name == "tbl":
                blocks += self._table(one, depth)
            elif name == "altChunk":
                self.runs.seen.counts["embedded files"] += 1
            elif name in _WRAPPERS:
                blocks += self.over(one, depth + 1)
        return blocks

    def _paragraph(self, node: Element, depth: int) -> list[Block]:
        about = child(node, "pPr")
        text = self._begun + self.runs.text(node)
        if child(about, "rPr", "del") is not None:
            self._begun = text
            return []
        self._begun = ""
        number = self._number(about)
        shown = _shown(text)
        blocks = [Block(f"{number}{shown}")] if shown.strip() else []
        boxes, self.runs.seen.boxes = self.runs.seen.boxes, []
        for box in boxes:
            blocks += self.over(box, depth + 1)
        return blocks if self._within else blocks + self._notes(depth)

    def _number(self, about: Element | None) -> str:
        """What is printed before a paragraph; an empty one counts as well."""
        style, own = value(child(about, "pStyle")), child(about, "numPr")
        number, level = self.runs.styles.numbering(style)
        if (given := value(child(own, "numId"))) or own is not None:
            number, level = given or number, value(child(own, "ilvl")) or level
            style = "" if level else style
        return self.lists.printed(number, level, style)

    def _notes(self, depth: int) -> list[Block]:
        """The notes to which the text has referred since they were last asked for."""
        said = self.runs.seen.notes
        blocks: list[Block] = []
        while self._told < len(said):
            self._told += 1
            own, number = self.notes.get(said[self._told - 1]), self._told
            self._within += 1
            known = len(said)
            for block in self.over(own, depth + 1) if own is not None else ():
                block.text = f"{superscript(number)} {block.text}".strip()
                blocks.append(block)
            said[known:] = [one for one in said[known:] if one not in said[:known]]
            self._within -= 1
        return blocks

    def _table(self, node: Element, depth: int) -> list[Block]:
        cells, width, hidden = tables.cells_of(node)
        self.hidden_rows += hidden
        if tables.is_one_column(cells) or tables.holds_tables(node, cells):
            return [block for cell in cells for block in self.over(cell.node, depth + 1)]

        def text(cell: Element) -> str:
            blocks = self.over(cell, depth + 1)
            return "\n".join(block.text or flat(block.cells) for block in blocks)

        self._within += 1
        was_in_cell, self.runs.in_cell = self.runs.in_cell, True
        made = Block(cells=tables.placed(cells, text), width=width)
        self.runs.in_cell = was_in_cell
        self._within -= 1
        return [made] if self._within else [made, *self._notes(depth)]


def _shown(text: str) -> str:
    """A paragraph without tabs that only indent it, and without that before a number of a page.

    In one whose text stands between tabs each tab is a cell, also those at its begin.
    """
    text = text.rstrip("\t")
    gaps = len(_TABBED.findall(text))
    if gaps <= _FEW_TABS:
        text = _CONTENTS_PAGE.sub(" ", text)
    return text if gaps or text.startswith("\t\t") else text.lstrip("\t")
