"""Results of checks on the pages of a disclosure: statements with their figures, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from juesuan.check import Rule, all_rules
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.markup import anchor
from juesuan.pages.telling.doubt import Doubt, doubt_of
from juesuan.pages.telling.said import heading, name_of
from juesuan.pages.telling.words import FAMILIES, ORDER
from juesuan.rows import ChecksRow

_LOOKED_AT = ("fail", "rounding", "information")
"""States in which a reader may want to look at the figures."""


@dataclass(frozen=True)
class Finding:
    """A check with links to its figures."""

    row: ChecksRow
    cited: list[Markup]


@dataclass(frozen=True)
class Contradiction(Finding):
    """A failed check in plain words.

    Attributes:
        heading: what contradicts what, in a few words.
        doubt: how much is in doubt.
        page: the address of its own page.
        name: of the project that it is about; empty if it is about none.
    """

    heading: str
    doubt: Doubt
    page: str
    name: str


def statements(facts: Facts, evidence: Evidence, state: str) -> list[Finding]:
    """Checks of one state, with links to their figures where a reader may want to look."""
    return [
        Finding(row, evidence.cited(row["figures"]) if state in _LOOKED_AT else [])
        for row in facts.rows("checks")
        if row["state"] == state
    ]


def contradictions(facts: Facts, evidence: Evidence) -> list[Contradiction]:
    """What does not add up, in plain words, the weightiest first."""
    forms = facts.rows("projects")
    names = {row["project_id"]: row["name"] for row in forms if row["kind"] != "overall"}
    found = [
        _contradiction(facts, evidence, row, names)
        for row in facts.rows("checks")
        if row["state"] == "fail"
    ]
    return sorted(found, key=lambda one: one.doubt.weight)


def _contradiction(
    facts: Facts, evidence: Evidence, row: ChecksRow, names: Mapping[str, str]
) -> Contradiction:
    figures = [evidence.by_id[one] for one in row["figures"].split() if one in evidence.by_id]
    doubt = doubt_of(row, figures, facts.rows("measures"))
    name = name_of(row, names)
    said = heading(row["brief"], name, doubt.heading)
    page = addresses.finding(facts.disclosure_id, anchor(row))
    return Contradiction(row, evidence.cited(row["figures"]), said, doubt, page, name)


def check_counts(facts: Facts) -> dict[str, int]:
    """Number of checks by state, in the order of the site."""
    counts = Counter(row["state"] for row in facts.rows("checks"))
    return {state: counts[state] for state in ORDER}


def passes_by_rule(facts: Facts) -> list[tuple[str, list[tuple[Rule, int]]]]:
    """The rules that hold, and at how many places each, by what they compare."""
    counts = Counter(row["rule"] for row in facts.rows("checks") if row["state"] == "pass")
    held = [(rule, counts[rule.id]) for rule in all_rules() if rule.id in counts]
    parts = {
        label: [one for one in held if one[0].id.startswith(letter)]
        for letter, label in FAMILIES.items()
    }
    return [(label, own) for label, own in parts.items() if own]


def reasons_missing(facts: Facts) -> list[tuple[str, int]]:
    """Why checks could not be made, and how often for each reason, the most frequent first."""
    found = Counter(
        row["statement"].rpartition("：")[2]
        for row in facts.rows("checks")
        if row["state"] == "not_applicable"
    )
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))
