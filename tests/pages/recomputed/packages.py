"""The five packages, read from their CSV files alone."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path

TEXTS = (
    "projects",
    "project_funds",
    "indicators",
    "texts",
    "measures",
    "functions",
    "organisation",
)
"""Tables with words of the source."""

Row = dict[str, str]


class Package:
    """The rows of one disclosure."""

    def __init__(self, folder: Path) -> None:
        self.id, self._folder = folder.name, folder
        self._tables: dict[str, list[Row]] = {}

    def rows(self, resource: str) -> list[Row]:
        """The rows of a table in their order; none where the package has no such table."""
        if resource not in self._tables:
            path = self._folder / "data" / f"{resource}.csv"
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            self._tables[resource] = list(csv.DictReader(text.splitlines(keepends=True)))
        return self._tables[resource]

    @cached_property
    def about(self) -> Row:
        return self.rows("disclosure")[0]

    @cached_property
    def name(self) -> str:
        """As pages name it: 某局 2023."""
        return f"{self.about['department']} {self.about['fiscal_year']}"

    @cached_property
    def figures(self) -> dict[str, Row]:
        return {row["figure_id"]: row for row in self.rows("figures")}

    def row(self, measure: str) -> Row:
        """The first row of a measure; empty cells where the disclosure does not print it."""
        own = (row for row in self.rows("measures") if row["measure"] == measure)
        return next(own, dict.fromkeys(self.rows("measures")[0], ""))

    def cell(self, measure: str, column: str = "actual") -> str:
        return self.row(measure)[column]

    def funds(self, project: str) -> list[Row]:
        """The rows of funds of a form."""
        return [row for row in self.rows("project_funds") if row["project_id"] == project]

    def value(self, measure: str, column: str = "actual") -> Decimal | None:
        return Decimal(self.cell(measure, column)) if self.cell(measure, column) else None

    def checks(self, *states: str) -> list[Row]:
        return [row for row in self.rows("checks") if row["state"] in states]

    @cached_property
    def is_changed(self) -> bool:
        """Whether nothing of it compares with the year before: the text says what was parted from it or added to it."""
        return self.id in CHANGED

    @cached_property
    def is_new(self) -> bool:
        """Whether it had nothing the year before: all that it has is a change."""
        return self.cell("overall", "change") == self.cell("revenue.total")

    @property
    def retired(self) -> str:
        """Whether those retired are among its persons, or printed as nobody."""
        retired = (self.value(f"headcount.{one}") for one in ("retired", "retired_cadre"))
        return "含离退休" if any(retired) else "离退休印作 0"

    @property
    def place(self) -> str:
        """What stands below its name: 某市 · 汇总."""
        return f"{self.about['region']} · {self.about['scope']}"

    def labels(self, figure: Row) -> set[str]:
        """Names of the measure behind a figure."""
        name = figure["row"].rpartition("/")[2]
        return {row["label"] for row in self.rows("measures") if row["measure"] == name}

    @cached_property
    def cells(self) -> set[str]:
        """All that its tables say, each cell on one line."""
        rows = (row for name in TEXTS for row in self.rows(name))
        return {" ".join(cell.split()) for row in rows for cell in row.values() if cell}

    @cached_property
    def squeezed(self) -> str:
        """Its text without spaces and marks."""
        return re.sub(r"<[^<>]{1,7}>|[\s｜|*#/]", "", "".join(self.source))

    @property
    def source(self) -> list[str]:
        """The lines of its text."""
        path = next((self._folder / "source").iterdir())
        return path.read_text(encoding="utf-8").split("\n")


CHANGED = {"urumqi-government-office-2024", "urumqi-party-committee-2023"}
"""Read by eye: 机关事务管理局、信访局从本部门分离 (office), 本部门为新增部门 (committee)."""


def packages(root: Path, ids: Iterable[str]) -> dict[str, Package]:
    """The packages of a repository by id, as pages list them: the newest year first, then by region and id."""
    every = [Package(root / "datapackages" / one) for one in ids]
    every.sort(key=lambda one: (-int(one.about["fiscal_year"]), one.about["region_code"], one.id))
    return {one.id: one for one in every}


def grouped(value: Decimal | str) -> str:
    """A number as it is printed, with commas.

    >>> grouped("-1978.30")
    '-1,978.30'
    """
    return f"{Decimal(value):,}"


def half_up(value: Decimal, places: int) -> Decimal:
    """A number rounded to decimals, half up.

    >>> half_up(Decimal("2.345"), 2)
    Decimal('2.35')
    """
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def total(values: Iterable[str]) -> Decimal:
    """The sum of printed numbers.

    >>> total(["1.10", "", "2.05"])
    Decimal('3.15')
    """
    return sum((Decimal(one) for one in values if one), Decimal(0))
