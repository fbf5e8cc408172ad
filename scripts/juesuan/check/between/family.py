"""How a rule between disclosures is declared: as one of one disclosure, but of a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from juesuan.check.between.case import Agencies, Copied, Years
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import Outcome
from juesuan.check.rule import Declared, Question, refuse_twice
from juesuan.rows import AnyRow

CaseT = TypeVar("CaseT", Years, Agencies, Copied)
SubjectT = TypeVar("SubjectT", bound=Subject[AnyRow])


@dataclass(frozen=True, slots=True)
class BetweenRule(Declared, Generic[CaseT]):
    """A rule that asks several disclosures.

    Attributes:
        questions: what it asks of a case.
    """

    questions: Callable[[CaseT], Iterable[Question]]


class Family(Generic[CaseT]):
    """The rules about one kind of case."""

    def __init__(self) -> None:
        self._declared: dict[str, BetweenRule[CaseT]] = {}

    def rules(self) -> tuple[BetweenRule[CaseT], ...]:
        """The rules, in the order of their ids."""
        return tuple(self._declared[one] for one in sorted(self._declared))

    def whole(
        self, rule_id: str
    ) -> Callable[[Callable[[CaseT], Outcome]], Callable[[CaseT], Outcome]]:
        """Declare a function as a rule about a case as a whole.

        Args:
            rule_id: as in the catalogue.
        """

        def declare(function: Callable[[CaseT], Outcome]) -> Callable[[CaseT], Outcome]:
            def ask(case: CaseT) -> list[Question]:
                return [Question(None, lambda: function(case))]

            self._declare(Declared.by(rule_id, function), ask)
            return function

        return declare

    def rule(
        self, rule_id: str, over: Callable[[CaseT], Iterable[SubjectT]]
    ) -> Callable[[Callable[[CaseT, SubjectT], Outcome]], Callable[[CaseT, SubjectT], Outcome]]:
        """Declare a function as a rule.

        Args:
            rule_id: as in the catalogue.
            over: what it is applied to.

        Raises:
            TermsError: if another function declares this id.
        """

        def declare(
            function: Callable[[CaseT, SubjectT], Outcome],
        ) -> Callable[[CaseT, SubjectT], Outcome]:
            def about(case: CaseT, subject: SubjectT) -> Question:
                return Question(subject, lambda: function(case, subject))

            def ask(case: CaseT) -> list[Question]:
                return [about(case, subject) for subject in over(case)]

            self._declare(Declared.by(rule_id, function), ask)
            return function

        return declare

    def _declare(self, said: Declared, ask: Callable[[CaseT], Iterable[Question]]) -> None:
        refuse_twice(self._declared.get(said.id), said)
        self._declared[said.id] = BetweenRule(
            said.id, said.title, said.explanation, said.where, said.relation, ask
        )
