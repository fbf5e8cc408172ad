"""Which characters of the source went where: collected while parsing, for the ledger at the end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from juesuan import terms
from juesuan.parse.typed import TypedDraft
from juesuan.parse.view import View
from juesuan.rows import AnyRow, FunctionsRow, IndicatorsRow, ProjectsRow

_APART = 40
"""Characters of the source, fewer of which between two of a view may be spaces and marks."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A range of the source that went into a cell; ``value`` is empty for text."""

    start: int
    end: int
    value: str
    unit: str
    resource: str
    row: str
    field: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A damaged cell that only one text fits; never a number.

    Attributes:
        field: the column.
        value: the text.
        left: what is left of the cell; empty where nothing is.
        how: whether the entry of a vocabulary or a name of the document fits.
        reason: why it fits, in Chinese; it is published.
    """

    field: str
    value: str
    left: View
    how: Literal["vocabulary", "document"]
    reason: str


@dataclass
class Positions:
    """The positions of rows of one kind, of which some are printed."""

    _taken: set[str] = field(default_factory=set)
    _last: int = 0

    def take(self, printed: str = "") -> str:
        """The printed position; where there is none or another row has it, the next one."""
        position = printed if printed and printed not in self._taken else str(self._last + 1)
        self._taken.add(position)
        self._last = max(self._last, int(position))
        return position


@dataclass
class Draft(TypedDraft):
    """What the parser has understood so far: rows, claims and remarks.

    ``lines`` finds a line of functions again by its fund, level, printed number and names, or by a
    part of these; ``positions`` counts rows of one kind: of a fund and level, of a section's texts.
    """

    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    references: list[tuple[int, int]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    waste: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    doubts: list[tuple[int, int]] = field(default_factory=list)
    lines: dict[tuple[str, ...], FunctionsRow] = field(default_factory=dict)
    positions: defaultdict[tuple[str, str], Positions] = field(
        default_factory=lambda: defaultdict(Positions)
    )

    def bind(
        self, resource: str, row: AnyRow, column: str, value: str, where: View, unit: str = ""
    ) -> None:
        """Record that a numeral of the source is the value of a cell."""
        self._claim(resource, row, column, where, value, unit)

    def quote(self, resource: str, row: AnyRow, column: str, where: View) -> None:
        """Record that a range of the source is published in a text cell."""
        if len(where):
            self._claim(resource, row, column, where, "", "")

    def lose(self, resource: str, row: AnyRow, column: str, where: View) -> None:
        """Record that a range of the source belongs to a cell that is marked unreadable."""
        for start, end in _runs(where):
            self.waste.append(
                (start, end, resource, terms.resource_schemas()[resource].row_key(row), column)
            )

    def doubt(self, where: View) -> None:
        """Record that a figure is published within a text, and may be more than a part of it."""
        self.doubts.extend(_runs(where))

    def restore(
        self,
        resource: Literal["projects", "indicators"],
        row: ProjectsRow | IndicatorsRow,
        restored: Restored,
    ) -> None:
        """Record that a damaged cell of a row is restored, from what and why.

        The row has its value already, and its key.
        """
        row["restored"] = " ".join([*row["restored"].split(), restored.field])
        self.lose(resource, row, restored.field, restored.left)
        self.add(
            "readings",
            resource=resource,
            row=terms.resource_schemas()[resource].row_key(row),
            field=restored.field,
            how=restored.how,
            shows=restored.left.text,
            reads=restored.value,
            reason=restored.reason,
        )

    def refer(self, where: View) -> None:
        """Record that a range of the source is numbering, a date or a threshold of the form."""
        self.references.extend(_runs(where))

    def _claim(
        self, resource: str, row: AnyRow, column: str, where: View, value: str, unit: str
    ) -> None:
        key = terms.resource_schemas()[resource].row_key(row)
        spans = [(where.at[0], where.at[-1] + 1)] if value else _runs(where)
        for start, end in spans:
            self.claims.append(Claim(start, end, value, unit, resource, key, column))


def _runs(where: View) -> list[tuple[int, int]]:
    """Ranges of the source that a view covers, split where it leaves out more than spaces could."""
    if where.at and where.at[-1] - where.at[0] < len(where) + _APART - 1:
        return [where.span(0, len(where))]
    runs: list[tuple[int, int]] = []
    for at in where.at:
        if runs and at - runs[-1][1] < _APART:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
