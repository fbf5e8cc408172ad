"""A rule is declared with its id, its sentence and what it is applied to."""

from __future__ import annotations

import pytest

from juesuan.check import rule as declaring
from juesuan.check.book.book import Book
from juesuan.check.comparing.compare import PASS, Outcome
from juesuan.check.rule import declared, one_line, rule
from juesuan.check.views.over import forms
from juesuan.model import Facts


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue without any rule, for one test."""
    monkeypatch.setattr(declaring, "_declared", {})


def test_a_rule_over_the_whole_asks_once(alone: None, base: Facts) -> None:
    @rule("N99")
    def whole(book: Book) -> Outcome:
        """年度已知

        说明。
        """
        return Outcome(PASS, str(book.year))

    (made,) = declared()
    assert (made.id, made.title, made.explanation, made.gathers) == (
        "N99",
        "年度已知",
        "说明。",
        False,
    )
    (question,) = made.questions(Book(base))
    assert question.subject is None
    assert question.answer().statement == "2024"


def test_a_rule_over_subjects_asks_each(alone: None, base: Facts) -> None:
    @rule("P98", over=forms, gathers=True)
    def each(book: Book, subject) -> Outcome:
        """每张表"""
        return Outcome(PASS, subject.key)

    (made,) = declared()
    assert made.gathers
    asked = [(one.subject.key, one.answer().statement) for one in made.questions(Book(base))]
    assert [key for key, _ in asked] == [row["project_id"] for row in base.rows("projects")]
    assert all(key == told for key, told in asked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入，\n    支出", "收入，支出"),
        ("收入 ＝\n    支出", "收入 ＝支出"),
        ("低于 60%\n    不得分", "低于 60% 不得分"),
        ("一行  话", "一行 话"),
    ],
)
def test_chinese_goes_on_without_a_space(text: str, expected: str) -> None:
    assert one_line(text) == expected
