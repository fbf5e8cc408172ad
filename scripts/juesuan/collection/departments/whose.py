"""Which department a title means: by its printed name and its region, former names too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from juesuan import terms
from juesuan.collection.departments.registry import Department, plain_name

WHOLE, OWN = ("部门", "汇总"), ("单位", "本级")
"""Scopes of the two accounts that a department may publish for one year: with others, and alone."""


def same_account(scope: str, other: str) -> bool:
    """Whether two scopes are of one account, so that two disclosures of a year are versions.

    >>> same_account("部门", "汇总"), same_account("部门", "单位")
    (True, False)
    """
    return scope == other or {scope, other} in (set(WHOLE), set(OWN))


def of_scope(name: str, scope: str) -> str:
    """The name of one of two accounts that a department publishes under one name.

    >>> of_scope("示例局", "单位")
    '示例局（单位）'
    """
    return f"{name}（{scope}）"


class Meant(NamedTuple):
    """Which department is meant: its id, empty where none is known; and what is remarked."""

    department_id: str
    remark: str = ""


class Directory:
    """The rows of a registry, to ask by name and region.

    Args:
        rows: of the registry.
    """

    def __init__(self, rows: Iterable[Department] = ()) -> None:
        self.rows: list[Department] = []
        self.ids: set[str] = set()
        self._placed: dict[tuple[str, str], list[Department]] = {}
        self._named: dict[str, list[Department]] = {}
        for row in rows:
            self.add(row)

    def add(self, row: Department) -> None:
        """Take one more row in."""
        self.rows.append(row)
        self.ids.add(row.department_id)
        for name in dict.fromkeys(row.names):
            plain = plain_name(name, row.region_code)
            self._placed.setdefault((row.region_code, plain), []).append(row)
            for one in {plain, plain_name(name, "")}:
                self._named.setdefault(one, []).append(row)

    def find(self, name: str, scope: str, region_code: str, year: int) -> Meant:
        """The department that a title means.

        A row of its own for the scope counts before one of the name alone.

        Args:
            name: as printed, without its scope.
            scope: of the accounts.
            region_code: GB/T 2260; empty where the title tells none.
            year: fiscal year.
        """
        for one in (of_scope(name, scope), name):
            plain = plain_name(one, region_code)
            if rows := self._placed.get((region_code, plain)):
                return _in_year(rows, name, year)
        return self._without_region(name, region_code, year)

    def _without_region(self, name: str, region_code: str, year: int) -> Meant:
        """The department of a title, where one of the two tells no region that is known."""
        plain = plain_name(name, region_code)
        rows = [
            row
            for row in self._named.get(plain, ())
            if not (row.region_code and region_code) and row.region_code != region_code
        ]
        if sure := [row for row in rows if _tells_region(plain, row)]:
            return _in_year(sure, name, year)
        ids = sorted({row.department_id for row in rows})
        if not ids:
            return Meant("")
        known = ", ".join(ids[:5])
        remark = f"{name} may be {known} of the registry, but its title does not tell its region"
        return Meant("", f"{remark}; if it is, say so with --department or --region")


def _in_year(rows: list[Department], name: str, year: int) -> Meant:
    """The department whose name holds in a year; else the one whose name held nearest to it."""
    for row in rows:
        if row.holds(year):
            return Meant(row.department_id)
    row = min(rows, key=lambda one: _away(one, year))
    told = f"{row.from_year or '…'} to {row.to_year or '…'}"
    return Meant(
        row.department_id,
        f"the registry says that {name} is called so from {told}, and not in {year}: correct it "
        "if the name holds longer",
    )


def _away(row: Department, year: int) -> int:
    """Years between a year and the nearest one in which a name holds."""
    return min(abs(year - int(one)) for one in (row.from_year, row.to_year) if one)


def _tells_region(name: str, row: Department) -> bool:
    """Whether a name holds what its region is called for short, as 昌吉州 does of 昌吉."""
    regions = terms.above(row.region_code) if row.region_code in terms.regions() else ()
    return any(region[:2] in name for region in regions[-1:])
