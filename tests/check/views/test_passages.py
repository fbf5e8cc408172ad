"""Published texts and the numerals in them."""

from __future__ import annotations

from juesuan.check.book.book import Book
from juesuan.check.views.passages import EVERYWHERE, passages, reasons, texts
from juesuan.model import Facts
from tests.check.conftest import telling


def test_a_passage_knows_where_it_is_published(base: Facts) -> None:
    book = Book(telling(base, "projects", "p01", "expected_goal", "培训30人，2期。"))
    (found,) = [one for one in passages(book, (("projects", "expected_goal"),)) if one.key == "p01"]
    assert found.path == "projects/p01/expected_goal"
    assert found.text == "培训30人，2期。"
    assert [str(one.value) for one in found.numerals] == ["30", "2"]


def test_texts_need_no_numerals_and_passages_do(base: Facts) -> None:
    book = Book(telling(base, "projects", "p01", "actual_goal", "已经完成。"))
    place = (("projects", "actual_goal"),)
    assert "p01" in [one.key for one in texts(book, place)]
    assert "p01" not in [one.key for one in passages(book, place)]
    assert all(one.text for one in texts(book, EVERYWHERE))


def test_reasons_of_indicators(base: Facts) -> None:
    book = Book(telling(base, "indicators", "p01/1", "reason", "实际完成12个"))
    told = {
        row["position"]: numerals for row, numerals in reasons(book) if row["project_id"] == "p01"
    }
    assert [str(one.value) for one in told["1"]] == ["12"]
