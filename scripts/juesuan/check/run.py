"""Applying all rules to a package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Literal

from juesuan.check.answered import answered, asked, told
from juesuan.check.book.book import Book
from juesuan.check.book.undefined import asking
from juesuan.check.catalogue import all_rules
from juesuan.check.comparing.compare import FAIL, PASS, Outcome
from juesuan.check.rule import Question, Rule
from juesuan.check.trust.doubt import doubted, trials, without_doubtful
from juesuan.check.trust.misread import without_misread
from juesuan.errors import NoteError
from juesuan.model import Facts
from juesuan.rows import ChecksRow, Row

_PINNED: tuple[Literal["subject", "left", "right"], ...] = ("subject", "left", "right")
"""What of a failed check a pin repeats."""

_MOST = 10
"""Failed checks of a rule that are told where a pin matches none."""

_BETWEEN = "B"
"""The letter of rules between disclosures."""


def run(facts: Facts, pins: tuple[Row, ...] = (), is_scan: bool = False) -> tuple[ChecksRow, ...]:
    """The rows of ``checks`` for a loaded package; :mod:`juesuan.check.passed` tells of passes.

    Args:
        facts: a package as loaded from disk.
        pins: failed checks that a person compared with the original.
        is_scan: whether its text was recognised in pictures, so that what fails may be misread.

    Raises:
        NoteError: if a pin matches no failed check, or another difference.
    """
    book = Book(facts)
    rows = _findings(book)
    _pin(facts.disclosure_id, rows, pins)
    book.tried(trials(facts, rows))
    rows = without_doubtful(facts, rows, doubted(book.trials))
    rows += [row for rule in all_rules() if rule.reviews for row in ask(rule, book)]
    rows = without_misread(rows) if is_scan else rows
    return tuple(map(_published, sorted(rows, key=lambda row: row["rule"])))


def _published(row: ChecksRow) -> ChecksRow:
    """A row as it is published: what a passed check says is made where it is shown."""
    published = row.copy()
    if row["state"] == PASS:
        published["statement"] = ""
    return published


def _findings(book: Book) -> list[ChecksRow]:
    """What all rules find that ask the disclosure itself."""
    return [row for rule in all_rules() if not rule.reviews for row in ask(rule, book)]


def ask(rule: Rule, book: Book) -> list[ChecksRow]:
    """The rows of ``checks`` of one rule: what it says of each of its subjects."""
    if rule.reviews and not book.is_tried:
        book.tried(trials(book.facts, _findings(book)))
    with asking(rule.id):
        return [_row(rule, book, question) for question in asked(partial(rule.questions, book))]


def _row(rule: Rule, book: Book, question: Question) -> ChecksRow:
    def unread(outcome: Outcome) -> str:
        return book.unread_near(outcome.figures) if rule.gathers else ""

    outcome = answered(question, [book], unread)
    return {
        "disclosure_id": book.facts.disclosure_id,
        "rule": rule.id,
        **told(question, outcome),
        "figures": " ".join(dict.fromkeys(outcome.figures)),
    }


def of_others(pin: Row) -> bool:
    """Whether a pin is of a rule between disclosures, which is asked where these are judged."""
    return pin["rule"].startswith(_BETWEEN)


def _pin(disclosure_id: str, rows: list[ChecksRow], pins: tuple[Row, ...]) -> None:
    """Write into failed checks what a person found when comparing them with the original."""
    failed = {(row["rule"], row["subject"]): row for row in rows if row["state"] == FAIL}
    for pin in pins:
        if of_others(pin):
            continue
        where = f"{disclosure_id}: pin {pin['rule']} {pin['subject']}"
        row = failed.get((pin["rule"], pin["subject"]))
        if row is None:
            raise NoteError(
                f"{where}: there is no such failed check. {_failed(pin['rule'], failed.values())} "
                "What to do: correct or remove the pin."
            )
        if (row["left"], row["right"]) != (pin["left"], pin["right"]):
            raise NoteError(
                f"{where}: found {row['left']} and {row['right']}; "
                f"the pin expects {pin['left']} and {pin['right']}. "
                "What to do: compare with the original again."
            )
        row["pinned"] = f"{pin['note']}（{pin['by']}，{pin['on']}）"


def _failed(rule: str, failed: Iterable[ChecksRow]) -> str:
    """What fails of a rule, as a pin says it."""
    rows = [row for row in failed if row["rule"] == rule]
    told = [
        ", ".join(f"{key} = {json.dumps(row[key], ensure_ascii=False)}" for key in _PINNED)
        for row in rows[:_MOST]
    ]
    more = f"; and {len(rows) - _MOST} more" if len(rows) > _MOST else ""
    return f"Of {rule} fail: {'; '.join(told)}{more}." if told else f"Of {rule} nothing fails."
