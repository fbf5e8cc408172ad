"""Topics over all disclosures: the same functional classification, whoever prints its codes and whoever its names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts, Row
from juesuan.pages.figures import Evidence
from juesuan.pages.words import FUNDS

MOST = 200
"""Lines of one class that the page lists; the files for download hold all."""

_TABLES = {"table5": "general_public_budget", "table8": "government_fund", "table9": "state_capital"}


@dataclass
class Entry:
    """An item of one disclosure."""

    code: str
    name: str
    derived: bool
    id: str
    department: str
    year: str
    scope: str
    fund: str
    actual: Markup


@dataclass
class Group:
    """A class of the functional classification and its items, by code, then by department."""

    code: str
    name: str
    rows: list[Entry] = field(default_factory=list)
    more: int = 0


def function_groups(every: Sequence[Facts]) -> list[Group]:
    """The items of all disclosures by class; amounts of different scopes stand side by side and are never added up."""
    entries = sorted(
        (one for facts in every for one in _entries(facts)), key=lambda one: (one.code or "9", one.name, one.id, one.fund)
    )
    names = {code: name for year in (2023, 2024) for code, name in terms.classification("functional", year).items()}
    groups: dict[str, Group] = {}
    for entry in entries:
        code = entry.code[:3]
        group = groups.setdefault(code, Group(code, names.get(code, "没有编码的科目")))
        if len(group.rows) < MOST:
            group.rows.append(entry)
        else:
            group.more += 1
    return list(groups.values())


def _entries(facts: Facts) -> Iterator[Entry]:
    evidence = Evidence(facts, f"../d/{facts.disclosure_id}/")
    told = set()
    for row in facts.rows("functions"):
        if row["level"] == "item" and row["actual"]:
            told.add((row["fund"], row["code"]))
            name = " · ".join(part for part in (row["subclass"], row["item"]) if part)
            yield _entry(facts, row["fund"], row, name, bool(row["code_derived"]), evidence.number("functions", row, "actual"))
    for table, fund in _TABLES.items():
        rows = facts.rows(table)
        names = {row["code"]: row["name"] for row in rows}
        column = "total" if table == "table5" else "expenditure"
        for row in rows:
            if row["kind"] == "item" and row[column] and (fund, row["code"]) not in told:
                name = " · ".join(part for part in (names.get(row["code"][:5], ""), row["name"]) if part)
                yield _entry(facts, fund, row, name, False, evidence.number(table, row, column))


def _entry(facts: Facts, fund: str, row: Row, name: str, derived: bool, actual: Markup) -> Entry:
    about = facts.disclosure
    return Entry(
        row["code"],
        name,
        derived,
        facts.disclosure_id,
        about["department"],
        about["fiscal_year"],
        about["scope"],
        FUNDS[fund],
        actual,
    )
