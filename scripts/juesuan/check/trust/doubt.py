"""Whether a statutory table was perhaps misread: most of what is known of it fails at once.

A department contradicts itself in a figure or two. A column that slipped, a font that draws other
digits than it names, a sheet cut in two make nearly everything wrong that can be asked of a table.
Then the reading is doubted first: the table is told as doubtful, in one finding, and what fails of
it is no contradiction until a person has compared it with the source (a pin).

A table is on trial with each *party*: with itself (its sums), with each other table, with the
prose. It is doubted where its own sums mostly fail, where it is at odds with most of the parties
(of two that are at odds the other one is in order with its further parties), or where most of its
printed codes belong to no class of the classification.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Literal

from juesuan import terms
from juesuan.check.comparing.compare import FAIL, PASS, ROUNDING, UNREADABLE, withheld
from juesuan.model import Facts
from juesuan.rows import ChecksRow

PROSE = "prose"
"""The party that is no table."""

REPRINT = "reprints"
"""The party that is what a second file prints of a table."""

MANY = 10
"""Codes of no classification from which a whole file is suspected, with two tables that fail."""

FEWEST = 3
"""Failed checks, or codes of no class, below which nothing is doubted."""

_CODED: Mapping[str, Literal["functional", "economic"]] = {
    "table2": "functional",
    "table3": "functional",
    "table5": "functional",
    "table6": "economic",
    "table8": "functional",
    "table9": "functional",
}
"""Tables with codes, and of which classification."""

_NAMED = re.compile("表([1-9])")
"""A table in a sentence: a blank has no figure, and its table is named all the same."""


@dataclass
class Trial:
    """What is known of a table.

    Attributes:
        asked, failed: number of its checks that were decided, and of those that fail.
        holds, fails: the same of each party that they are with; a check may be with several.
        sums: number of its own sums of two parts and more that hold; that one figure repeats
            another one tells little, it is misread the same way.
        codes: its printed codes.
        strange: those of no class of the classification.
        unknown: those that no edition of the classification has.
    """

    asked: int = 0
    failed: int = 0
    holds: Counter[str] = field(default_factory=Counter)
    fails: Counter[str] = field(default_factory=Counter)
    sums: int = 0
    codes: int = 0
    strange: int = 0
    unknown: int = 0

    def has_strange_codes(self) -> bool:
        """Whether most of its codes belong to no class."""
        return self.strange >= FEWEST and self.strange * 2 > self.codes

    def is_doubted(self, table: str) -> bool:
        """Whether it was perhaps misread."""
        own = self.fails[table]
        is_wrong = own >= FEWEST and own > self.sums and own * 3 > self.holds[table]
        return is_wrong or self._has_most_against_it() or self.has_strange_codes()

    def _has_most_against_it(self) -> bool:
        parties = {*self.holds, *self.fails}
        odd = sum(map(self._is_at_odds, parties))
        return self.fails.total() > FEWEST and odd > 1 and odd * 2 > len(parties)

    def _is_at_odds(self, party: str) -> bool:
        return self.fails[party] > self.holds[party]


def trials(facts: Facts, checks: Iterable[ChecksRow]) -> dict[str, Trial]:
    """The tables of a package, each with what is known of it.

    Args:
        facts: the package.
        checks: rows of ``checks``; those that a person compared with the source prove that a figure
            is printed so, and count for no doubt.
    """
    found = {
        one.id: _of_codes(facts, one.id) for one in terms.statutory_tables() if facts.table(one.id)
    }
    resources = {row["figure_id"]: row["resource"] for row in facts.rows("figures")}
    for row in checks:
        if row["state"] in (PASS, ROUNDING, FAIL) and row["left"] and not row["pinned"]:
            _count(found, row, tables_of(row, resources), resources)
    return found


def tables_of(row: ChecksRow, resources: Mapping[str, str]) -> set[str]:
    """The tables that a check speaks of: those of its figures, and those that it names.

    Args:
        row: of ``checks``.
        resources: id of a figure to the resource in which it stands.
    """
    own = {resources.get(figure, "") for figure in row["figures"].split()}
    named = {f"table{digit}" for digit in _NAMED.findall(row["statement"])}
    return {one for one in own | named if one.startswith("table")}


def _count(
    found: Mapping[str, Trial], row: ChecksRow, own: set[str], resources: Mapping[str, str]
) -> None:
    """Count a check for each table that it speaks of, with the other parties that it speaks of."""
    figures = row["figures"].split()
    if row["state"] != FAIL and (len(figures) < 2 or not _is_equal(row)):
        return  # a zero that equals a blank tells nothing, nor that one figure is smaller
    parties = own | {_party(resources.get(figure, "")) for figure in figures}
    for table in own & set(found):
        trial, fails = found[table], row["state"] == FAIL
        trial.asked += 1
        trial.failed += fails
        for party in parties - {table} or {table}:
            (trial.fails if fails else trial.holds)[party] += 1
        trial.sums += parties == {table} and not fails and len(figures) > 2


def _party(resource: str) -> str:
    """Whose a figure is: that of a table, of the second print of one, or of the prose."""
    return resource if resource.startswith("table") or resource == REPRINT else PROSE


def _is_equal(row: ChecksRow) -> bool:
    """Whether a check that holds found two sides equal."""
    if not row["right"]:
        return False
    return abs(Decimal(row["left"]) - Decimal(row["right"])) <= Decimal(row["tolerance"] or 0)


def _of_codes(facts: Facts, table: str) -> Trial:
    """A trial with what the codes of a table tell."""
    if table not in _CODED:
        return Trial()
    known = _codes(_CODED[table])
    classes = {code[:3] for code in known}
    codes = [row["code"] for row in facts.table(table) if row["code"]]
    return Trial(
        codes=len(codes),
        strange=sum(code[:3] not in classes for code in codes),
        unknown=sum(code not in known for code in codes),
    )


@cache
def _codes(kind: Literal["functional", "economic"]) -> frozenset[str]:
    """The codes of a classification, of any year."""
    years = terms.editions(kind)
    every = {code for year in years for code in terms.classification(kind, year)}
    return frozenset(every | set(terms.former_classes().values()))


def doubted(found: Mapping[str, Trial]) -> list[str]:
    """The tables that were perhaps misread; also the prose, where the whole file was.

    That is so where most of the tables were, or where many codes are of no classification as well:
    a font that names other digits than it draws spoils whatever is printed in it.
    """
    tables = [table for table, trial in found.items() if trial.is_doubted(table)]
    most = len(tables) >= FEWEST and len(tables) * 2 > len(found)
    return [*tables, PROSE] if most or _names_other_digits(found, tables) else tables


def _names_other_digits(found: Mapping[str, Trial], tables: Sequence[str]) -> bool:
    """Whether many codes of a file are of no classification, and more tables than one fail."""
    codes = sum(trial.codes for trial in found.values())
    unknown = sum(trial.unknown for trial in found.values())
    failing = [one for one in tables if found[one].failed >= FEWEST]
    return unknown >= MANY and unknown * 4 > codes and len(failing) > 1


RULE = "T31"
"""The rule that tells of a doubted table."""

SEE = f"可能读取有误（见 {RULE}）"
"""Said of a table in what is not judged because of it."""

WHOLE = "正文和各表"
"""Said instead of a table where the whole file was perhaps misread."""


def without_doubtful(
    facts: Facts, checks: Sequence[ChecksRow], tables: Sequence[str]
) -> list[ChecksRow]:
    """The rows of ``checks`` in which nothing that fails in a doubtful table is a contradiction."""
    resources = {row["figure_id"]: row["resource"] for row in facts.rows("figures")}
    return [_judged(row, tables, tables_of(row, resources)) for row in checks]


def _judged(row: ChecksRow, doubtful: Sequence[str], own: set[str]) -> ChecksRow:
    concerned = [table for table in doubtful if table in own or table == PROSE]
    if row["state"] != FAIL or row["pinned"] or not concerned:
        return row
    where = WHOLE if concerned[0] == PROSE else f"表{concerned[0][-1]}"
    return withheld(row, f"{where}{SEE}，暂不判断（{row['statement']}）")


@dataclass(frozen=True, slots=True)
class Suspected:
    """What was perhaps misread, as the rows of ``checks`` tell it.

    Attributes:
        tables: the rows that doubt a table.
        of: how many tables there are.
        is_whole: whether the whole file was, so that nothing in it is judged.
    """

    tables: tuple[ChecksRow, ...]
    of: int
    is_whole: bool


def suspected(checks: Iterable[ChecksRow]) -> Suspected:
    """What was perhaps misread.

    Args:
        checks: all rows of a package, as :func:`juesuan.check.run` gives them.
    """
    every = list(checks)
    tables = [row for row in every if row["rule"] == RULE]
    withheld_rows = (row["statement"] for row in every if row["state"] == UNREADABLE)
    return Suspected(
        tuple(row for row in tables if row["state"] == UNREADABLE),
        len(tables),
        any(statement.startswith(f"{WHOLE}{SEE}") for statement in withheld_rows),
    )
