"""A form as rows of cells: what a cell and a row are, and which column a heading stands over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from juesuan.parse.forms.values import Kind, kind_of
from juesuan.parse.forms.vocabulary import is_side_label, is_whole_side_label
from juesuan.parse.view import View

Field = TypeVar("Field", bound=str)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: the column it is printed in, and its characters."""

    column: int
    view: View

    @property
    def text(self) -> str:
        """Its characters without spaces."""
        return self.view.text

    @property
    def kind(self) -> Kind:
        """The kind of value it holds."""
        return kind_of(self.view.text)


@dataclass(frozen=True)
class GridRow:
    """A row: its cells that are not empty, its number of columns, where it begins in the source."""

    cells: tuple[GridCell, ...]
    width: int
    start: int

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(cell.text for cell in self.cells)

    @cached_property
    def squeezed(self) -> str:
        """All its text in one piece."""
        return "".join(self.texts)


def without_side_labels(cells: Sequence[GridCell]) -> tuple[GridCell, ...]:
    """The cells of a row without the label at the side of the table.

    A piece of a label that is set downwards stands before all other cells: further right the same
    characters ("完成", "目标") are a value.
    """
    kept: list[GridCell] = []
    for cell in cells:
        if not is_side_label(cell.text) or (kept and not is_whole_side_label(cell.text)):
            kept.append(cell)
    return tuple(kept)


def columns(
    heads: Sequence[GridRow], words: Mapping[str, str], fields: Sequence[Field]
) -> dict[Field, int]:
    """Field to printed column, found by heading.

    Args:
        heads: the rows of headings of a form, of which the first counts; there may be none.
        words: a word of a heading to the field that it heads.
        fields: those that are looked for.
    """
    found: dict[Field, int] = {}
    for field in fields if heads else ():
        cell = _headed(heads[0], [word for word, headed in words.items() if headed == field])
        if cell is not None:
            found[field] = cell.column
    return found


def _headed(head: GridRow, words: Sequence[str]) -> GridCell | None:
    return next((c for c in head.cells if any(word in c.text for word in words)), None)
