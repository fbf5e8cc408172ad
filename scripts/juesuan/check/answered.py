"""What comes of asking a rule: its answer, and the columns that say it, alike for all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypedDict

from juesuan.check.book.book import Book
from juesuan.check.comparing.compare import FAIL, NOT_APPLICABLE, UNREADABLE, Outcome
from juesuan.check.rule import Question
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.terms.hidden import without_hidden

WHOLE = "all"
"""Subject of a rule that is applied to the disclosure as a whole."""


class Told(TypedDict):
    """The columns in which every finding says what it is."""

    subject: str
    state: str
    statement: str
    brief: str
    left: str
    right: str
    difference: str
    tolerance: str
    pinned: str


def asked(ask: Callable[[], Iterable[Question]]) -> list[Question]:
    """The questions of a rule; one that says what is missing, where it cannot ask."""
    try:
        return list(ask())
    except AbsentFactError as error:
        missing = Outcome(NOT_APPLICABLE, str(error))
        return [Question(None, lambda: missing)]


def answered(
    question: Question,
    books: Sequence[Book],
    doubts: Callable[[Outcome], str] = lambda outcome: "",
) -> Outcome:
    """The answer to a question; a contradiction only where everything it rests on could be read.

    Args:
        question: of a rule.
        books: all that it asks; each notes blanks that it took for nothing.
        doubts: why a contradiction is not concluded; empty where it is.
    """
    for book in books:
        book.blanks.clear()
    try:
        outcome = question.answer()
    except UnreadableFactError as error:
        return Outcome(UNREADABLE, str(error))
    except AbsentFactError as error:
        return Outcome(NOT_APPLICABLE, str(error))
    if outcome.state != FAIL:
        return outcome
    blanks = (blank for book in books for blank in book.blanks)
    why = next(blanks, None) or doubts(outcome)
    return Outcome(UNREADABLE, f"{why}，暂不判断（{outcome.statement}）") if why else outcome


def told(question: Question, outcome: Outcome) -> Told:
    """What the answer to a question says."""
    subject = question.subject
    name = subject.name if subject else ""
    return {
        "subject": subject.key if subject else WHOLE,
        "state": outcome.state,
        "statement": _named(outcome.statement, name),
        "brief": brief_of(outcome, name),
        "left": _plain(outcome.left),
        "right": _plain(outcome.right),
        "difference": _difference(outcome),
        "tolerance": _plain(outcome.tolerance) if outcome.left is not None else "",
        "pinned": "",
    }


def brief_of(outcome: Outcome, name: str) -> str:
    """A contradiction in brief, of its subject by name; empty where there is none."""
    brief = outcome.brief or outcome.statement
    return _named(brief, name) if outcome.state == FAIL else ""


def _named(statement: str, name: str) -> str:
    """A statement that names its subject; one of the whole disclosure has no name.

    What it quotes of the text may hold characters that are not seen: no table has them.
    """
    return without_hidden(statement if name in statement else f"{name}：{statement}")


def _plain(value: Decimal | None) -> str:
    """A number as it is published; empty for none."""
    return "" if value is None else f"{value:f}"


def _difference(outcome: Outcome) -> str:
    """Left minus right as it is published; empty where one of them is none."""
    if outcome.left is None or outcome.right is None:
        return ""
    return f"{outcome.left - outcome.right:f}"
