"""Codes and labels of the rows of statutory tables, parted from one another and from amounts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from juesuan.amount import WITH_DECIMALS
from juesuan.parse.statutory.grid.cells import Row, SheetCell
from juesuan.parse.statutory.grid.vocabulary import WORDS, contains
from juesuan.parse.view import View

CODE = re.compile(r"\d{2,9}")
"""A code, or a part of one."""

_LETTER = re.compile(r"[^\W\d]")

_CLASS = 3
"""Digits of the code of a class: what has fewer is a part of a code (301, 01)."""

_PART = re.compile(r"\d\d?")
"""The part of a code behind its class; a spreadsheet may show 06 as 6."""

_ANY_PART = re.compile(r"\d{1,9}")
"""What may stand in a column of a code behind the first."""

_LABEL = re.compile(
    r"(?P<code>\d{3}|\d{5}|\d{7})?(?P<name>\D.*?)"
    rf"(?:(?P<amount>-?{WITH_DECIMALS})(?P<rest>\D*))?"
)
"""A label, with a code before it and an amount behind its first line where no border parts them."""

_KINDS = ("current", "surplus_used", "surplus_distributed", "opening", "closing", "total")
"""Kinds of row of the summary tables whose labels tell them."""

_GROUPS = {
    "301": "personnel", "303": "personnel",
    "302": "public", "307": "public", "309": "public", "310": "public", "311": "public",
    "312": "public", "313": "public", "399": "public",
}  # fmt: skip
"""Class of the economic classification to the group of basic expenditure that it belongs to."""


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

    def owns(self, cell: SheetCell, others: Collection[SheetCell]) -> bool:
        """Whether an amount is that of this label and of one column.

        Its cell then covers no other amount and no other row.
        """
        alone = sum(1 for other in others if other.view is cell.view) == 1
        return alone and (self.whole is None or cell.rows <= self.whole.rows)


def parted(cell: SheetCell | None, *, coded: bool) -> Label:
    """A label parted from its amount, and from its code.

    Args:
        cell: of the label; None where there is none.
        coded: whether the code was found in a cell of its own, so that digits belong to the label.
    """
    match = _LABEL.fullmatch(cell.text) if cell else None
    if cell is None or match is None or (match["code"] and coded):
        return Label(cell, cell)
    name = View.join(_group(cell, match, part).view for part in ("name", "rest") if match[part])
    code = _group(cell, match, "code") if match["code"] else None
    amount = _group(cell, match, "amount") if match["amount"] else None
    return Label(cell, replace(cell, view=name), code, amount)


def _group(cell: SheetCell, match: re.Match[str], name: str) -> SheetCell:
    return replace(cell, view=cell.view[match.start(name) : match.end(name)])


class Named(NamedTuple):
    """What a row of a coded table is of: its label, the printed parts of its code, those above."""

    label: Label
    codes: tuple[SheetCell, ...]
    lead: tuple[str, ...] = ()
    """The parts before them, where they are printed once, in a row above."""

    @property
    def is_of_two(self) -> bool:
        """Whether two whole codes stand side by side, neither within the other: two lines."""
        whole = [cell.text for cell in self.codes if len(cell.text) >= _CLASS]
        return any(not below.startswith(above) for above, below in pairwise(whole))

    @property
    def code(self) -> str:
        """The whole code; empty where none is printed."""
        return joined([*self.lead, *(cell.text for cell in self.codes)])

    @property
    def why_unread(self) -> str:
        """Why nobody knows of what line the amounts are; empty where it is known."""
        if is_number(self.label.text):
            return "whose name is a number"
        return "with two codes" if self.is_of_two else ""

    @property
    def is_nothing(self) -> bool:
        """Whether neither a label nor a code is printed."""
        return self.label.cell is None and not self.codes


def named(row: Row, codes: list[int], name: int) -> Named:
    """The label and the code of a row.

    Args:
        row: the row.
        codes: the columns of the code.
        name: the column of the label; a total may stand in the columns of the code.
    """
    own = tuple(_code_cells(row, codes))
    label = parted(_name_cell(row, codes, name), coded=bool(own))
    return Named(label, (label.code,) if label.code else own)


def _code_cells(row: Row, codes: list[int]) -> Iterator[SheetCell]:
    """The cells of a row that hold a code or a part of one; one digit may be a later part."""
    for i in codes:
        if (CODE if i == codes[0] else _ANY_PART).fullmatch(row[i].text):
            yield row[i]


def lead(row: Row, codes: list[int], above: Sequence[str]) -> tuple[str, ...]:
    """The parts of a code that a row leaves out, as they are the same as in the row above it.

    Args:
        row: the row.
        codes: the columns of the code.
        above: the parts of the code of the row above, by column; empty where it has none.
    """
    first = next((at for at, i in enumerate(codes) if row[i].text), 0)
    kept = tuple(above[:first])
    is_part = _PART.fullmatch(row[codes[first]].text) if codes else None
    return kept if is_part and len(kept) == first and all(kept) else ()


def _name_cell(row: Row, codes: list[int], name: int) -> SheetCell | None:
    if row[name].text and row[name].begins:
        return row[name]
    return next((row[i] for i in codes if _is_name(row[i])), None)


def _is_name(cell: SheetCell) -> bool:
    """Whether a cell in a column of the code holds a name."""
    is_code = cell.text.isdecimal() or is_code_part(cell.text)
    return cell.begins and bool(cell.text) and not is_code


def is_number(name: str) -> bool:
    """Whether a name holds no letter, as that of no line does; an empty one is no number."""
    return bool(name) and not _LETTER.search(name)


def is_code_part(text: str) -> bool:
    """Whether a text is the heading of a part of a code."""
    return text in WORDS.words("code_part")


def joined(pieces: list[str]) -> str:
    """The code of its printed parts: 201, 06, 01 or 201, 20106, 2010601.

    >>> joined(["201", "06", "01"]), joined(["201", "20106", "2010601"]), joined(["201", "6"])
    ('2010601', '2010601', '20106')
    """
    code = ""
    for piece in (one.zfill(2) for one in pieces if one):
        code = piece if code and piece.startswith(code) else code + piece
    return code


def level(code: str) -> str:
    """The level of a code of the functional classification; ``line`` for anything else."""
    return {3: "class", 5: "subclass", 7: "item"}.get(len(code), "line")


def kind_of_label(label: str) -> str:
    """The kind of a row of a summary table by its label; ``line`` where that does not tell it."""
    return next((kind for kind in _KINDS if contains(label, f"line_{kind}")), "line")


def group_of(code: str, label: str) -> str:
    """Personnel or public expenditure: by the class of the code, or by the label of a total."""
    if code:
        return _GROUPS.get(code[:3], "")
    groups = WORDS.means("groups")
    return next((group for word, group in groups.items() if word in label), "")
