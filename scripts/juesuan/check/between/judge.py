"""Applying the rules between disclosures to a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.check.between import balances, goals
from juesuan.check.between.agencies import AGENCIES
from juesuan.check.between.case import Agencies, Copied, Years
from juesuan.check.between.family import BetweenRule, CaseT, Family
from juesuan.check.between.years import YEARS
from juesuan.check.compare import FAIL, PASS, Outcome
from juesuan.check.rule import Declared, Question
from juesuan.check.run import WHOLE, brief_of, difference_of, named, plain_number
from juesuan.errors import AbsentFactError, UnreadableFactError
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
        for question in _questions(rule, case):
            yield _row(rule, case, question)


def _questions(rule: BetweenRule[CaseT], case: CaseT) -> Sequence[Question]:
    try:
        return list(rule.questions(case))
    except AbsentFactError as error:
        missing = Outcome("not_applicable", str(error))
        return [Question(None, lambda: missing)]


def _row(rule: Declared, case: Case, question: Question) -> ChecksBetweenRow:
    outcome, subject = _answer(case, question), question.subject
    own = f"{case.own}/"
    figures = dict.fromkeys(outcome.figures)
    return {
        "disclosure_id": case.own,
        "other_id": " ".join(case.others),
        "rule": rule.id,
        "subject": subject.key if subject else WHOLE,
        "state": outcome.state,
        "statement": _said(outcome, subject.name if subject else ""),
        "brief": brief_of(outcome, subject.name if subject else ""),
        "left": plain_number(outcome.left),
        "right": plain_number(outcome.right),
        "difference": difference_of(outcome),
        "tolerance": plain_number(outcome.tolerance) if outcome.left is not None else "",
        "figures": " ".join(one.removeprefix(own) for one in figures if one.startswith(own)),
        "other_figures": " ".join(one for one in figures if not one.startswith(own)),
        "pinned": "",
    }


def _said(outcome: Outcome, name: str) -> str:
    """What is published of a finding in words; what passed follows from its rule and figures."""
    return "" if outcome.state == PASS else named(outcome.statement, name)


def _answer(case: Case, question: Question) -> Outcome:
    for book in case.books:
        book.blanks.clear()
    try:
        outcome = question.answer()
        blanks = [blank for book in case.books for blank in book.blanks]
        if outcome.state == FAIL and blanks:
            raise UnreadableFactError(f"{blanks[0]}，暂不判断（{outcome.statement}）")
    except UnreadableFactError as error:
        return Outcome("unreadable", str(error))
    except AbsentFactError as error:
        return Outcome("not_applicable", str(error))
    return outcome
