"""What introduces a figure: the relation that stands immediately before its numeral."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from juesuan import terms
from juesuan.parse.prose.lexer.events import Basis, FigureColumn, figure_column
from juesuan.terms import Relation

_AGAINST_BUDGET: Mapping[FigureColumn, FigureColumn] = {
    "change": "variance",
    "change_pct": "variance_pct",
}
"""Columns of a change that is one against the budget and not against the year before."""

_ENDS_CLAUSE = re.compile(r"[;。)](?!%)|[,、](?![\d.,%])|$")
"""What stands behind a numeral without a unit that ends its clause."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """How a figure is introduced.

    Attributes:
        column: what the figure says of its subject.
        basis: the comparison to which it belongs.
        sign: of the value, by the word of direction; 0 for none.
        words: the relation as printed, directly before the numeral.
        lead: what stands before the relation.
    """

    column: FigureColumn
    basis: Basis
    sign: int
    words: str
    lead: str


def introduction(before: str, kind: str, last: str) -> Introduction | None:
    """The introduction with which a text ends.

    Args:
        before: the text before the numeral.
        kind: of the numeral's unit (``money``, ``percent``, ``count``).
        last: the column of the figure before, or empty.
    """
    relation, length = longest_relation(before, kind, last)
    if relation is None:
        return None
    at = len(before) - length
    words, lead = before[at:], before[:at]
    column, basis = figure_column(relation.column), _basis(relation.basis)
    if column in _AGAINST_BUDGET and _is_with_budget(lead, words, last):
        column, basis = _AGAINST_BUDGET[column], "budget"
    return Introduction(column, basis, relation.sign, words, lead)


def longest_relation(before: str, kind: str, last: str) -> tuple[Relation | None, int]:
    """The relation with which a text ends, and its length; the longest one of several."""
    best: tuple[Relation | None, int] = (None, 0)
    for relation, pattern in _relations():
        if kind not in relation.kinds or (relation.behind and last not in relation.behind):
            continue
        match = pattern.search(before)
        if match and len(match[0]) > best[1]:
            best = (relation, len(match[0]))
    return best


def kind_without_unit(before: str, behind: str, last: str) -> str:
    """The kind of a numeral without a unit that ends its clause.

    One that is alone in brackets numbers a point.

    Args:
        before: the text before the numeral.
        behind: the text behind it; two characters tell.
        last: the column of the figure before, or empty.

    Returns:
        The only kind that its introduction leaves; empty where there is none or more than one.
    """
    if before.endswith("(") or not _ENDS_CLAUSE.match(behind[:2]):
        return ""
    kinds = [kind for kind in ("money", "percent") if longest_relation(before, kind, last)[0]]
    return kinds[0] if len(kinds) == 1 else ""


@cache
def _relations() -> tuple[tuple[Relation, re.Pattern[str]], ...]:
    return tuple((one, re.compile(rf"(?:{one.pattern})$")) for one in terms.relations())


def _basis(name: str) -> Basis:
    bases: Mapping[str, Basis] = {"prior": "prior", "budget": "budget"}
    return bases.get(name, "")


def _is_with_budget(lead: str, relation: str, last: str) -> bool:
    """Whether a change is one against the budget.

    It is, where the last comparison before it says so, which may be a part of its words (比上年少);
    without one, where it is the rate of such a change, or directly follows a budget.
    """
    words = terms.words("clauses")
    said = words.pattern("compared")
    compared = [*said.finditer(lead), *said.finditer(relation)]
    if compared:
        return bool(words.pattern("budget").search(compared[-1][0]))
    if last in ("initial_budget", "annual_budget"):
        return bool(words.pattern("merely_compared").search(lead))
    return last == "variance" or (last == "variance_pct" and lead[-2:].strip(",、(") in ("", "%"))
