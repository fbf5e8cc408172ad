"""Codes and labels of the rows of statutory tables, parted from one another and from amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from juesuan.parse.statutory.sheet import SheetCell
from juesuan.parse.view import View

CODE = re.compile(r"\d{2,9}")

_LABEL = re.compile(r"(\d{3}|\d{5}|\d{7})?(\D.*?)(?:(-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+)(\D*))?")
"""A label, with a code before it and an amount behind its first line where no border parts them."""


class Label(NamedTuple):
    """The cell of a label, and what was taken from it: the code before it, the amount behind it."""

    whole: SheetCell | None
    cell: SheetCell | None = None
    code: SheetCell | None = None
    amount: SheetCell | None = None

    @property
    def text(self) -> str:
        """The label without code and amount."""
        return self.cell.text if self.cell else ""

    @property
    def view(self) -> View:
        """Its characters."""
        return self.cell.view if self.cell else View("", ())

    def covers(self, cell: SheetCell) -> bool:
        """Whether the label reaches over the cell."""
        return self.whole is not None and self.whole.view is cell.view

    def owns(self, cell: SheetCell, others: Iterable[SheetCell]) -> bool:
        """Whether an amount is that of this label and of one column: its cell covers no other amount and no other row."""
        alone = sum(1 for other in others if other.view is cell.view) == 1
        return alone and (self.whole is None or cell.rows <= self.whole.rows)


def parted(cell: SheetCell | None, *, coded: bool) -> Label:
    """A label parted from its amount, and from its code unless that was found (``coded``) in a cell of its own."""
    match = _LABEL.fullmatch(cell.text) if cell else None
    if cell is None or match is None or (match[1] and coded):
        return Label(cell, cell)
    code = replace(cell, view=cell.view[: match.end(1)]) if match[1] else None
    amount = replace(cell, view=cell.view[match.start(3) : match.end(3)]) if match[3] else None
    name = View.join(cell.view[match.start(i) : match.end(i)] for i in (2, 4) if match[i])
    return Label(cell, replace(cell, view=name), code, amount)


def joined(pieces: list[str]) -> str:
    """The code of its printed parts: 201, 06, 01 or 201, 20106, 2010601."""
    code = ""
    for piece in pieces:
        code = piece if code and piece.startswith(code) else code + piece
    return code


def level(code: str) -> str:
    """The level of a code of the functional classification; ``line`` for anything else."""
    return {3: "class", 5: "subclass", 7: "item"}.get(len(code), "line")


_GROUPS = {"301": "personnel", "303": "personnel", "302": "public", "307": "public", "309": "public", "310": "public",
           "311": "public", "312": "public", "313": "public", "399": "public"}  # fmt: skip


def group_of(code: str, label: str) -> str:
    """Personnel or public expenditure: by the code of the economic classification, or by the label of a total."""
    if not code:
        return "personnel" if "人员经费" in label else "public" if "公用经费" in label else ""
    return _GROUPS.get(code[:3], "")
