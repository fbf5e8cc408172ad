"""Applying the rules between disclosures to a case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from juesuan.check.answered import answered, asked, told
from juesuan.check.between import balances, goals
from juesuan.check.between.agencies import AGENCIES
from juesuan.check.between.case import Agencies, Copied, Years
from juesuan.check.between.family import CaseT, Family
from juesuan.check.between.years import YEARS
from juesuan.check.comparing.compare import PASS
from juesuan.check.rule import Declared, Question
from juesuan.rows import ChecksBetweenRow

__all__ = ["ASKED", "CITED", "balances", "between_rules", "goals", "judged"]

Case = Years | Agencies | Copied

CITED = (
    "measures",
    "functions",
    "projects",
    "table1",
    "table2",
    "table3",
    "table4",
    "table5",
    "table6",
    "table7",
    "table8",
    "table9",
)
"""Resources whose figures the rules cite."""

ASKED = ("disclosure", *CITED, "indicators", "texts", "figures")
"""Resources that the rules ask; of ``figures`` those of :data:`CITED` are enough."""


def between_rules() -> tuple[Declared, ...]:
    """All rules between disclosures, in the order of their ids."""
    every: list[Declared] = [*YEARS.rules(), *goals.GOALS.rules(), *AGENCIES.rules()]
    return tuple(sorted(every, key=lambda one: one.id))


def judged(case: Case) -> Iterator[ChecksBetweenRow]:
    """What all rules of a case find: rows of ``checks_between``, by rule."""
    if isinstance(case, Years):
        yield from _judged(YEARS, case)
    elif isinstance(case, Agencies):
        yield from _judged(AGENCIES, case)
    else:
        yield from _judged(goals.GOALS, case)


def _judged(family: Family[CaseT], case: CaseT) -> Iterator[ChecksBetweenRow]:
    for rule in family.rules():
        for question in asked(partial(rule.questions, case)):
            yield _row(rule, case, question)


def _row(rule: Declared, case: Case, question: Question) -> ChecksBetweenRow:
    outcome = answered(question, case.books)
    own = f"{case.own}/"
    figures = dict.fromkeys(outcome.figures)
    row: ChecksBetweenRow = {
        "disclosure_id": case.own,
        "other_id": " ".join(case.others),
        "rule": rule.id,
        **told(question, outcome),
        "figures": " ".join(one.removeprefix(own) for one in figures if one.startswith(own)),
        "other_figures": " ".join(one for one in figures if not one.startswith(own)),
    }
    if outcome.state == PASS:
        row["statement"] = ""  # it follows from the rule and the figures
    return row
