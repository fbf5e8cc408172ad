"""What is spoken of: an amount or a count, one side of the accounts or both."""

from __future__ import annotations

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.walk.figures import Spoken
from juesuan.terms import Measure

_BALANCES = (".opening", ".closing")
"""Ends of the ids of balances."""

_BOTH = "overall"
"""End of the ids of measures that are told of revenue and expenditure at once."""

_NO_SIDES = ("performance",)
"""Begins of the ids of measures that have no sides."""


def is_amount(subject: Subject) -> bool:
    """Whether a measure that is an amount of money is spoken of."""
    return subject.measure is not None and is_money(subject.measure)


def is_money(measure: Measure) -> bool:
    """Whether a measure is an amount of money."""
    return terms.unit_kind(terms.half_width(measure.unit)) == "money"


def is_balance(subject: Subject) -> bool:
    """Whether a balance at the begin or the end of the year is spoken of."""
    return subject.measure is not None and subject.measure.id.endswith(_BALANCES)


def is_other_side(words: str, subject: Subject) -> bool:
    """Whether a relation speaks of one side, and the subject is the other one or both.

    Args:
        words: of the relation, as printed.
        subject: that is spoken of.
    """
    sides = terms.words("clauses").means("sides")
    told = {named for word, named in sides.items() if word in words}
    if subject.measure is None or len(told) != 1:
        return False
    side, last = subject.measure.id.partition(".")[0], subject.measure.id.rpartition(".")[2]
    return (last == _BOTH and side not in _NO_SIDES) or (
        side in sides.values() and side not in told
    )


def companion(spoken: Spoken, kind: str) -> Subject | None:
    """The subject of an amount of money where what is spoken of is a count.

    Args:
        spoken: what was said before.
        kind: of the unit of the figure.

    Returns:
        What is spoken of, where that may have such a figure; None where nothing is known.
    """
    subject = spoken.subject
    if kind != "money" or subject.measure is None or is_money(subject.measure):
        return subject
    if subject.measure.amounts:
        return Subject(terms.measures()[subject.measure.amounts])
    is_rated = subject.measure.id.startswith("performance.rated")
    return spoken.money if spoken.money.known and not is_rated else None
