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
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.cells import MONEY
from juesuan.parse.statutory.label import is_number
from juesuan.parse.statutory.vocabulary import ORDINAL, contains

_Rows = Sequence[Mapping[str, str]]

_HALF = Decimal("0.005")
"""Half of the last digit of an amount in 万元."""

_HALF_WIDTH = str.maketrans("：（）", ":()")

_PARTS = {
    "table8": ("expenditure", ("basic", "project")),
    "table9": ("expenditure", ("basic", "project")),
}
"""The total of a row and its parts, where it is not ``total`` and all the others."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What must be the sum of what; None is no legible number."""

    whole: Decimal | None
    parts: tuple[Decimal | None, ...]

    @property
    def tells(self) -> bool:
        """Whether it can be calculated and has something to add."""
        known = self.whole is not None and None not in self.parts
        return known and bool(self.whole or any(self.parts))

    @property
    def holds(self) -> bool:
        """Whether the parts add up, each being rounded."""
        parts = [one for one in self.parts if one is not None]
        apart = abs((self.whole or Decimal(0)) - sum(parts, Decimal(0)))
        return apart <= _HALF * (len(parts) + 1)


def is_proven(table: str, draft: Draft) -> bool:
    """Whether the sums of a table confirm its columns; one without amounts needs no proof.

    An amount in a name, or a name that is a number, shows that its columns are not as they were
    told apart, a row that nothing begins that its rows are not: it may be the rest of the one
    before.
    """
    rows: _Rows = [*draft.table(table)]
    found = [one for one in _SUMS[_shape(table)](table, rows) if one.tells]
    names = [row.get(name, "") for row in rows for name in ("name", "label")]
    if any(MONEY.search(name) or is_number(name) for name in names):
        return False
    if not all(map(_begins, rows)):
        return False
    if found:
        return all(one.holds for one in found)
    return not any(Decimal(value) for value in _values(table, rows))


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


def _columns(table: str) -> list[str]:
    fields = terms.resource_schemas()[table].fields
    return [field.name for field in fields if field.column_type == "value"]


def _values(table: str, rows: _Rows) -> Iterator[str]:
    return (row[column] for row in rows for column in _columns(table) if row.get(column))


def _number(row: Mapping[str, str], column: str) -> Decimal | None:
    """An amount; zero where none is printed, None where it cannot be read."""
    if column in row.get("unreadable", "").split():
        return None
    return Decimal(row.get(column) or 0)


# -- the sums of each shape ------------------------------------------------------------------------


def _coded(table: str, rows: _Rows) -> Iterator[Sum]:
    columns = _columns(table)
    whole, parts = _PARTS.get(table, ("total", tuple(one for one in columns if one != "total")))
    for row in rows:
        yield Sum(_number(row, whole), tuple(_number(row, one) for one in parts))
    for column in columns:
        yield from _below(rows, column)


def _below(rows: _Rows, column: str) -> Iterator[Sum]:
    """A total and its classes, a class and its subclasses, a subclass and its items."""
    for row in rows:
        code, length = row["code"], len(row["code"])
        if row["kind"] not in ("total", "class", "subclass"):
            continue
        longer = {0: 3, 3: 5, 5: 7}.get(length, 9)
        own = [one for one in rows if len(one["code"]) == longer and one["code"].startswith(code)]
        if own:
            yield Sum(_number(row, column), tuple(_number(one, column) for one in own))


def _sides(table: str, rows: _Rows) -> Iterator[Sum]:
    funds = {row.get("fund", "") for row in rows}
    for side in ("revenue", "expenditure"):
        for fund in funds:
            own = [one for one in rows if (one["side"], one.get("fund", "")) == (side, fund)]
            yield from _side(own)
    yield from _of_funds(rows)
    totals = {row["side"]: _number(row, "actual") for row in rows
              if row["kind"] == "total" and row.get("fund", "all") == "all"}  # fmt: skip
    yield Sum(totals.get("revenue", Decimal(0)), (totals.get("expenditure", Decimal(0)),))


def _side(rows: _Rows) -> Iterator[Sum]:
    """The lines of the year, and what makes the total with them."""
    kinds: dict[str, list[Decimal | None]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], []).append(_number(row, "actual"))
    current, total = kinds.get("current", []), kinds.get("total", [])
    if current and "line" in kinds:
        yield Sum(current[0], tuple(kinds["line"]))
    if total and current:
        more = [kinds.get(kind, []) for kind in ("surplus_used", "surplus_distributed", "opening",
                                                 "closing")]  # fmt: skip
        yield Sum(total[0], (*current, *(one for some in more for one in some)))


def _of_funds(rows: _Rows) -> Iterator[Sum]:
    """A line for all funds, and the same line for each."""
    lines: dict[tuple[str, str], dict[str, Decimal | None]] = {}
    for row in rows:
        if row.get("fund"):
            line = lines.setdefault((row["side"], row["position"]), {})
            line[row["fund"]] = _number(row, "actual")
    for line in lines.values():
        if "all" in line and len(line) > 1:
            yield Sum(line["all"], tuple(one for fund, one in line.items() if fund != "all"))


def _blocks(table: str, rows: _Rows) -> Iterator[Sum]:
    for row in rows:
        if row["kind"] == "class":
            own = [one for one in rows if one["kind"] == "item" and one["code"][:3] == row["code"]]
        elif row["kind"] == "total" and row["group"]:
            own = [one for one in rows if (one["kind"], one["group"]) == ("class", row["group"])]
        else:
            continue
        if own:
            yield Sum(_number(row, "actual"), tuple(_number(one, "actual") for one in own))


def _matrix(table: str, rows: _Rows) -> Iterator[Sum]:
    held = {row["measure"].removeprefix("three_public."): row for row in rows}
    nothing: dict[str, str] = {}
    for column in ("budget", "actual"):
        for whole, parts in (
            ("total", ("abroad", "vehicles", "reception")),
            ("vehicles", ("vehicle_purchase", "vehicle_running")),
        ):
            if whole in held and any(one in held for one in parts):
                own = tuple(_number(held.get(one, nothing), column) for one in parts)
                yield Sum(_number(held[whole], column), own)


_SUMS: dict[str, Callable[[str, _Rows], Iterator[Sum]]] = {
    "coded": _coded,
    "sides": _sides,
    "blocks": _blocks,
    "matrix": _matrix,
}
