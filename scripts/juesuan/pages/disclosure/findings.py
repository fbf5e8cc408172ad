"""Results of checks on the pages of a disclosure: statements with their figures, counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from juesuan.check import Rule, all_rules
from juesuan.model import Facts
from juesuan.pages.figures import Evidence
from juesuan.pages.words import ORDER
from juesuan.rows import ChecksRow

_LOOKED_AT = ("fail", "rounding", "information")
"""States in which a reader may want to look at the figures."""


@dataclass(frozen=True)
class Finding:
    """A check with links to its figures."""

    row: ChecksRow
    cited: list[Markup]


def statements(facts: Facts, evidence: Evidence, state: str) -> list[Finding]:
    """Checks of one state, with links to their figures where a reader may want to look."""
    return [
        Finding(row, evidence.cited(row["figures"]) if state in _LOOKED_AT else [])
        for row in facts.rows("checks")
        if row["state"] == state
    ]


def check_counts(facts: Facts) -> dict[str, int]:
    """Number of checks by state, in the order of the site."""
    counts = Counter(row["state"] for row in facts.rows("checks"))
    return {state: counts[state] for state in ORDER}


def passes_by_rule(facts: Facts) -> list[tuple[Rule, int]]:
    """The rules that hold, and at how many places each, in the order of the rules."""
    counts = Counter(row["rule"] for row in facts.rows("checks") if row["state"] == "pass")
    return [(rule, counts[rule.id]) for rule in all_rules() if rule.id in counts]


def reasons_missing(facts: Facts) -> list[tuple[str, int]]:
    """Why checks could not be made, and how often for each reason, the most frequent first."""
    found = Counter(
        row["statement"].rpartition("：")[2]
        for row in facts.rows("checks")
        if row["state"] == "not_applicable"
    )
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))
