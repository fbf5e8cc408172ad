"""A rule that asks for what is not defined is named, with what may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import package
from juesuan.check.book.book import Book
from juesuan.check.comparing.compare import compared
from juesuan.check.comparing.relation import EQUAL
from juesuan.check.rule import Question, Rule
from juesuan.check.run import ask
from juesuan.collection.disk.guard import stage
from juesuan.errors import TermsError


@pytest.mark.parametrize(
    ("measure", "meant"),
    [
        ("three_public.vehicles_buyed", "write three_public.vehicles_bought if that was meant"),
        ("x", "correct the id, or define it there"),
    ],
)
def test_a_measure_that_is_not_defined(converted: Path, measure: str, meant: str) -> None:
    book = Book(package.load(converted / "datapackages/made-up-2024"))
    question = Question(None, lambda: compared("pass", "s", book[measure]))
    flags = {"gathers": False, "reviews": False, "usual": False}
    rule = Rule("N87", "t", "", "w", EQUAL, lambda _: [question], **flags)
    told = f"rule N87 asks for {measure}, which measures.toml does not define; {meant}."
    with pytest.raises(TermsError) as raised, stage("made-up-2024", "check"):
        ask(rule, book)
    assert str(raised.value) == told
