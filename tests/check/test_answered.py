"""A rule's answer, and what is left of one that is not alleged; alike within and between disclosures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.check.answered import answered, asked, told
from juesuan.check.book.book import Book
from juesuan.check.comparing.compare import Outcome, withheld
from juesuan.check.rule import Question
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.model import Facts
from juesuan.rows import ChecksBetweenRow, ChecksRow

FAILED = Outcome(
    "fail", "甲 7 ≠ 乙 9", Decimal(7), Decimal(9), Decimal(1), ("f1",), "甲是 7，乙是 9"
)


def question(outcome: Outcome | Exception, book: Book | None = None) -> Question:
    def answer() -> Outcome:
        if book is not None:
            book.blanks.append("丙是空白")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return Question(None, answer)


@pytest.mark.parametrize(
    ("error", "state"),
    [(AbsentFactError("没有甲"), "not_applicable"), (UnreadableFactError("没有甲"), "unreadable")],
)
def test_what_the_book_refuses_is_an_answer(error: Exception, state: str) -> None:
    assert answered(question(error), []) == Outcome(state, "没有甲")
    if state == "not_applicable":

        def missing() -> list[Question]:
            raise error

        (one,) = asked(missing)
        assert one.answer() == Outcome(state, "没有甲")


def test_a_contradiction_with_a_blank_or_a_doubt_is_not_concluded(base: Facts) -> None:
    books = [Book(base), Book(base)]
    books[0].blanks.append("of a rule before")
    assert answered(question(FAILED), books) == FAILED
    said = answered(question(FAILED, books[1]), books)
    assert said == Outcome("unreadable", "丙是空白，暂不判断（甲 7 ≠ 乙 9）")
    doubted = answered(question(FAILED), books, lambda outcome: f"旁有{outcome.figures[0]}")
    assert doubted == Outcome("unreadable", "旁有f1，暂不判断（甲 7 ≠ 乙 9）")
    passed = Outcome("pass", "甲 7 ＝ 乙 7")
    assert answered(question(passed, books[1]), books, lambda _: "x") == passed


def test_what_a_finding_quotes_holds_no_characters_that_are_not_seen() -> None:
    quoting = Outcome("fail", "封面为“甲\u202e局”", brief="写作“乙\u2066局”")
    row = told(question(quoting), quoting)
    assert (row["statement"], row["brief"]) == ("封面为“甲局”", "写作“乙局”")


def test_nothing_is_left_of_what_is_withheld_but_its_sentence() -> None:
    columns = told(question(FAILED), FAILED)
    assert columns["brief"] == "甲是 7，乙是 9" and columns["difference"] == "-2"
    own: ChecksRow = {"disclosure_id": "a-2024", "rule": "N01", "figures": "f1", **columns}
    both: ChecksBetweenRow = {**own, "other_id": "a-2023", "other_figures": "a-2023/f2"}
    kept = {"disclosure_id": "a-2024", "rule": "N01", "subject": "all", "state": "unreadable"}
    for row, rest in (
        (withheld(own, "不判断"), {}),
        (withheld(both, "不判断"), {"other_id": "a-2023", "other_figures": "a-2023/f2"}),
    ):
        filled = {name: value for name, value in row.items() if value}
        assert filled == {**kept, "statement": "不判断", **rest}
    assert own["state"] == "fail"
