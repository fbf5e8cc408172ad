"""Sums that must confirm a table whose columns no lines part.

Columns that were told by how words stand may be wrong. The parts of each row add up to its total,
the items to their class, the lines to the sum of the year: where all of that holds the columns are
right, and where it does not hold the whole table is unread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan import terms
from juesuan.amount import Rounded, adds_up
from juesuan.parse.claims import Claim, Draft
from juesuan.parse.statutory.grid.cells import MONEY
from juesuan.parse.statutory.grid.label import is_number
from juesuan.parse.statutory.grid.vocabulary import ORDINAL, contains

_Row = Mapping[str, str]
_Rows = Sequence[_Row]

_HALF_WIDTH = str.maketrans("：（）", ":()")

_PARTS = {
    "table8": ("expenditure", ("basic", "project")),
    "table9": ("expenditure", ("basic", "project")),
}
"""The total of a row and its parts, where it is not ``total`` and all the others."""


_NOTHING = Rounded(Decimal(0))


@dataclass(frozen=True, slots=True)
class Sum:
    """What must be the sum of what; None is no legible number."""

    whole: Rounded | None
    parts: tuple[Rounded | None, ...]

    @property
    def tells(self) -> bool:
        """Whether it can be calculated and has something to add."""
        known = [one for one in (self.whole, *self.parts) if one is not None]
        return len(known) > len(self.parts) and any(one.value for one in known)

    @property
    def holds(self) -> bool:
        """Whether the parts add up, each being rounded."""
        return adds_up(self.whole or _NOTHING, (one for one in self.parts if one is not None))


class _Table:
    """A table as it was read, and its amounts as exactly as they are printed.

    Args:
        name: of the table.
        draft: what was read.
        text: in which it is printed, clean.
    """

    def __init__(self, name: str, draft: Draft, text: str) -> None:
        schema = terms.resource_schemas()[name]
        self.name = name
        self.rows: _Rows = [*draft.table(name)]
        self.columns = [one.name for one in schema.fields if one.column_type == "value"]
        self._text = text
        self._keys = {id(row): schema.row_key(row) for row in self.rows}
        self._claims: dict[tuple[str, str], Claim] = {}
        for one in draft.claims:
            if one.resource == name and one.value:
                self._claims.setdefault((one.row, one.field), one)

    def number(self, row: _Row, column: str) -> Rounded | None:
        """An amount; zero where none is printed, None where it cannot be read."""
        if column in row.get("unreadable", "").split():
            return None
        value = row.get(column)
        claim = self._claims.get((self._keys.get(id(row), ""), column))
        if not value or claim is None:
            return Rounded(Decimal(value or 0))
        factor = terms.money_factors().get(claim.unit, Decimal(1))
        return Rounded.printed(self._text[claim.start : claim.end], value, factor)

    @property
    def has_amounts(self) -> bool:
        """Whether an amount is printed that is not zero, or one that cannot be read."""
        if any(row.get("unreadable") for row in self.rows):
            return True
        return any(Decimal(row.get(one) or 0) for row in self.rows for one in self.columns)


def is_proven(name: str, draft: Draft, text: str) -> bool:
    """Whether the sums of a table confirm its columns; one without amounts needs no proof.

    An amount in a name, or a name that is a number, shows that its columns are not as they were
    told apart, a row that nothing begins that its rows are not: it may be the rest of the one
    before.

    Args:
        name: of the table.
        draft: what was read of it.
        text: in which it is printed, clean.
    """
    table = _Table(name, draft, text)
    found = [one for one in _SUMS[_shape(name)](table) if one.tells]
    names = [row.get(name, "") for row in table.rows for name in ("name", "label")]
    if any(MONEY.search(name) or is_number(name) for name in names):
        return False
    if not all(map(_begins, table.rows)):
        return False
    return all(one.holds for one in found) if found else not table.has_amounts


def _begins(row: Mapping[str, str]) -> bool:
    """Whether a row begins with a code, a number, the label of a total or of a carryover."""
    if "code" in row and "name" in row:
        return bool(row["code"]) or contains(row["name"], "sum") is not None
    if row.get("kind") not in ("line", "part"):
        return True
    label = row["label"].translate(_HALF_WIDTH)
    return bool(ORDINAL.match(label) or contains(label, "item_number"))


def withdraw(table: str, draft: Draft) -> None:
    """Take back what was read of a table: its figures are unread then."""
    draft.tables.pop(table, None)
    draft.claims = [one for one in draft.claims if one.resource != table]
    draft.waste = [one for one in draft.waste if one[2] != table]


def _shape(table: str) -> str:
    return next(one.shape for one in terms.statutory_tables() if one.id == table)


# -- the sums of each shape ------------------------------------------------------------------------


def _coded(table: _Table) -> Iterator[Sum]:
    columns, number = table.columns, table.number
    every = tuple(one for one in columns if one != "total")
    whole, parts = _PARTS.get(table.name, ("total", every))
    for row in table.rows:
        yield Sum(number(row, whole), tuple(number(row, one) for one in parts))
    for column in columns:
        yield from _below(table, column)


def _below(table: _Table, column: str) -> Iterator[Sum]:
    """A total and its classes, a class and its subclasses, a subclass and its items."""
    for row in table.rows:
        code, length = row["code"], len(row["code"])
        if row["kind"] not in ("total", "class", "subclass"):
            continue
        longer = {0: 3, 3: 5, 5: 7}.get(length, 9)
        longer_ones = (one for one in table.rows if len(one["code"]) == longer)
        own = [one for one in longer_ones if one["code"].startswith(code)]
        if own:
            yield Sum(table.number(row, column), tuple(table.number(one, column) for one in own))


def _sides(table: _Table) -> Iterator[Sum]:
    rows = table.rows
    funds = {row.get("fund", "") for row in rows}
    for side in ("revenue", "expenditure"):
        for fund in funds:
            own = [one for one in rows if (one["side"], one.get("fund", "")) == (side, fund)]
            yield from _side(table, own)
    yield from _of_funds(table)
    totals = {row["side"]: table.number(row, "actual") for row in rows
              if row["kind"] == "total" and row.get("fund", "all") == "all"}  # fmt: skip
    yield Sum(totals.get("revenue", _NOTHING), (totals.get("expenditure", _NOTHING),))


def _side(table: _Table, rows: _Rows) -> Iterator[Sum]:
    """The lines of the year, and what makes the total with them."""
    kinds: dict[str, list[Rounded | None]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], []).append(table.number(row, "actual"))
    current, total = kinds.get("current", []), kinds.get("total", [])
    if current and "line" in kinds:
        yield Sum(current[0], tuple(kinds["line"]))
    if total and current:
        more = [kinds.get(kind, []) for kind in ("surplus_used", "surplus_distributed", "opening",
                                                 "closing")]  # fmt: skip
        yield Sum(total[0], (*current, *(one for some in more for one in some)))


def _of_funds(table: _Table) -> Iterator[Sum]:
    """A line for all funds, and the same line for each."""
    lines: dict[tuple[str, str], dict[str, Rounded | None]] = {}
    for row in table.rows:
        if row.get("fund"):
            line = lines.setdefault((row["side"], row["position"]), {})
            line[row["fund"]] = table.number(row, "actual")
    for line in lines.values():
        if "all" in line and len(line) > 1:
            yield Sum(line["all"], tuple(one for fund, one in line.items() if fund != "all"))


def _blocks(table: _Table) -> Iterator[Sum]:
    rows, number = table.rows, table.number
    for row in rows:
        if row["kind"] == "class":
            own = [one for one in rows if one["kind"] == "item" and one["code"][:3] == row["code"]]
        elif row["kind"] == "total" and row["group"]:
            own = [one for one in rows if (one["kind"], one["group"]) == ("class", row["group"])]
        else:
            continue
        if own:
            yield Sum(number(row, "actual"), tuple(number(one, "actual") for one in own))


def _matrix(table: _Table) -> Iterator[Sum]:
    held = {row["measure"].removeprefix("three_public."): row for row in table.rows}
    nothing: dict[str, str] = {}
    vehicles = ("vehicle_purchase", "vehicle_running")
    own_vehicles = ("vehicles",) if "vehicles" in held else vehicles
    for column in ("budget", "actual"):
        for whole, parts in (
            ("total", ("abroad", *own_vehicles, "reception")),
            ("vehicles", vehicles),
        ):
            if whole in held and any(one in held for one in parts):
                own = tuple(table.number(held.get(one, nothing), column) for one in parts)
                yield Sum(table.number(held[whole], column), own)


_SUMS: dict[str, Callable[[_Table], Iterator[Sum]]] = {
    "coded": _coded,
    "sides": _sides,
    "blocks": _blocks,
    "matrix": _matrix,
}
