"""All amounts in one long table: made a disclosure at a time, published over all of them.

It repeats other tables with what each row must say there already, and with the phase, the levels
and the currency in the row, as the Fiscal Data Package wants them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from juesuan import terms
from juesuan.package import csv_text
from juesuan.rows import DisclosureRow, Row, TypedTables, cell

if TYPE_CHECKING:
    from juesuan.pages.store.store import Store

NAME = "facts"

_KEPT = Path(".cache") / NAME

_PHASES = {
    "initial_budget": "approved",
    "annual_budget": "adjusted",
    "budget": "budget",
    "executed": "executed",
    "actual": "executed",
}
"""The phase of a column of amounts; other amounts of the year are executed."""

_FUNDS = {"table5": "general_public_budget", "table8": "government_fund", "table9": "state_capital"}
_REVENUE, _EXPENDITURE = "revenue", "expenditure"
_DIRECTIONS = {"table2": _REVENUE} | dict.fromkeys(
    ("functions", "economic", "project_funds", "table3", "table5", "table6", "table7"),
    _EXPENDITURE,
)
"""What all rows of a resource are about, where its title says it and no column."""

_MONEY = "万元"
_CLASSIFIED = {
    "functional": ("functional_class", "functional_subclass", "functional_item"),
    "economic": ("economic_class", "economic_item"),
}
_LONGEST = 3
"""Digits of a class; each level below has two more."""

_ABOUT = ("department_id", "department", "region_code", "region", "scope", "fiscal_year")


def path_of(root: Path, disclosure_id: str) -> Path:
    """Where the amounts of a disclosure are kept."""
    return root / _KEPT / f"{disclosure_id}.csv"


def text_of(about: DisclosureRow, tables: TypedTables) -> str:
    """The amounts of one disclosure as CSV.

    Args:
        about: its row of ``disclosure``.
        tables: its package.
    """
    return csv_text(NAME, rows_of(about, tables))


def files_by_place(store: Store, kept: Path | None = None) -> dict[tuple[str, str], list[Path]]:
    """The files of all disclosures by region and year; one that is not kept is made.

    Args:
        store: the packages.
        kept: the root below which they are kept; that of the packages if None.
    """
    found: dict[tuple[str, str], list[Path]] = {}
    for about in store.disclosures():
        path = path_of(kept or store.root, about["disclosure_id"])
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            text = text_of(about, store.of(about["disclosure_id"]))
            path.write_text(text, encoding="utf-8", newline="\n")
        found.setdefault((about["region_code"], about["fiscal_year"]), []).append(path)
    return found


def rows_of(about: DisclosureRow, tables: TypedTables) -> Iterator[Row]:
    """The amounts of one disclosure, in the order of their resources, rows and columns."""
    whose = {name: cell(about, name) for name in ("disclosure_id", *_ABOUT)}
    printed = _printed(tables)
    for name, resource in terms.resource_schemas().items():
        columns = _columns(resource)
        for row in tables.table(name) if columns else ():
            said = {**whose, **_said(name, resource, row)}
            for column in columns:
                if row[column]:
                    place = {"resource": name, "row": resource.row_key(row), "field": column}
                    figure = printed.get((name, place["row"], column), "")
                    yield _fact(said, place, row[column], figure)


def _fact(said: Row, place: Row, amount: str, figure: str) -> Row:
    phase = _PHASES.get(place["field"], "executed")
    return {**said, **place, "amount": amount, "phase": phase, "figure_id": figure}


def _columns(resource: terms.Resource) -> list[str]:
    """The columns that hold amounts of the year."""
    return [
        one.name
        for one in resource.fields
        if one.type == "number" and (one.name in _PHASES or one.column_type == "value")
    ]


def _said(name: str, resource: terms.Resource, row: Row) -> Row:
    """What the row of an amount says of it."""
    unit = row.get("unit", _MONEY)
    return {
        "direction": row.get("side", _DIRECTIONS.get(name, "")),
        "fund": row.get("fund", _FUNDS.get(name, "")),
        "measure": row.get("measure", ""),
        "label": _label(row),
        "code": row.get("code", ""),
        **_levels(resource, row.get("code", "")),
        "unit": unit,
        "currency": "CNY" if terms.unit_kind(unit) == "money" else "",
    }


def _label(row: Row) -> str:
    """How the row is called: by its label or name, an item by the deepest of its names."""
    names = ("label", "name", "item", "subclass", "class")
    return next((row[one] for one in names if row.get(one)), "")


def _levels(resource: terms.Resource, code: str) -> Mapping[str, str]:
    """The codes of all levels down to that of the row, by the classification of its column."""
    kinds = [one.column_type.partition("-")[0] for one in resource.fields if one.name == "code"]
    levels: Sequence[str] = _CLASSIFIED[kinds[0]] if kinds else ()
    ends = {name: _LONGEST + 2 * number for number, name in enumerate(levels)}
    deep = len(code) if code.isdecimal() and len(code) in ends.values() else 0
    every = dict.fromkeys(one for names in _CLASSIFIED.values() for one in names)
    return {name: code[: ends[name]] if ends.get(name, 99) <= deep else "" for name in every}


def _printed(tables: TypedTables) -> dict[tuple[str, str, str], str]:
    """The first figure behind each cell."""
    found: dict[tuple[str, str, str], str] = {}
    for row in tables.rows("figures"):
        if row["status"] == "bound":
            found.setdefault((row["resource"], row["row"], row["field"]), row["figure_id"])
    return found
