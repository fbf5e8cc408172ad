"""Applying all rules to a package."""

from __future__ import annotations

from juesuan.check.book import Book, Subject
from juesuan.check.compare import FAIL, Outcome
from juesuan.check.rule import Rule, all_rules
from juesuan.errors import AbsentFactError, NoteError, UnreadableFactError
from juesuan.model import Facts
from juesuan.rows import Row

WHOLE = "all"
"""Subject of a rule that is applied to the disclosure as a whole."""


def run(facts: Facts, pins: tuple[Row, ...] = ()) -> tuple[Row, ...]:
    """The rows of ``checks`` for a loaded package.

    Args:
        facts: a package as loaded from disk.
        pins: failed checks that a person compared with the original.

    Raises:
        NoteError: if a pin matches no failed check, or another difference.
    """
    book = Book(facts)
    rows = [row for rule in all_rules() for row in _apply(rule, book)]
    return tuple(_pin(facts.disclosure_id, rows, pins))


def _apply(rule: Rule, book: Book) -> list[dict[str, str]]:
    if rule.over is None:
        return [_row(rule, book, None)]
    subjects = list(rule.over(book))
    return [_row(rule, book, subject) for subject in subjects]


def _row(rule: Rule, book: Book, subject: Subject | None) -> dict[str, str]:
    try:
        outcome = rule.function(book) if subject is None else rule.function(book, subject)
        if rule.gathers and outcome.state == FAIL and (near := book.unread_near(outcome.figures)):
            raise UnreadableFactError(
                f"旁边的数字“{near}”未能读懂，暂不判断（{outcome.statement}）"
            )
    except UnreadableFactError as error:
        outcome = Outcome("unreadable", str(error))
    except AbsentFactError as error:
        outcome = Outcome("not_applicable", str(error))
    difference = (
        "" if outcome.left is None or outcome.right is None else f"{outcome.left - outcome.right:f}"
    )
    return {
        "disclosure_id": book.facts.disclosure_id,
        "rule": rule.id,
        "subject": subject.key if subject else WHOLE,
        "state": outcome.state,
        "statement": f"{subject.name}：{outcome.statement}"
        if subject and subject.name not in outcome.statement
        else outcome.statement,
        "left": "" if outcome.left is None else f"{outcome.left:f}",
        "right": "" if outcome.right is None else f"{outcome.right:f}",
        "difference": difference,
        "tolerance": f"{outcome.tolerance:f}" if outcome.left is not None else "",
        "figures": " ".join(dict.fromkeys(outcome.figures)),
        "pinned": "",
    }


def _pin(
    disclosure_id: str, rows: list[dict[str, str]], pins: tuple[Row, ...]
) -> list[dict[str, str]]:
    for pin in pins:
        where = f"{disclosure_id}: pin {pin['rule']} {pin['subject']}"
        found = [
            row for row in rows if row["rule"] == pin["rule"] and row["subject"] == pin["subject"]
        ]
        if not found or found[0]["state"] != FAIL:
            raise NoteError(
                f"{where}: there is no such failed check. What to do: correct or remove the pin."
            )
        row = found[0]
        if (row["left"], row["right"]) != (pin["left"], pin["right"]):
            raise NoteError(
                f"{where}: found {row['left']} and {row['right']}; the pin expects {pin['left']} and {pin['right']}. "
                "What to do: compare with the original again."
            )
        row["pinned"] = f"{pin['note']}（{pin['by']}，{pin['on']}）"
    return rows
