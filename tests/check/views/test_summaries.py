"""Tables 1 and 4: halves, kinds of lines, columns of funds."""

from __future__ import annotations

import pytest

from juesuan.check.book.book import Book
from juesuan.check.views.summaries import halves, numbered, optional, side
from juesuan.errors import AbsentFactError
from juesuan.model import Facts
from tests.check.conftest import edited


def test_halves_have_the_keys_that_are_published(printed: Facts) -> None:
    found = [(one.key, one.name, one.side) for one in halves(Book(printed))]
    assert found == [("revenue", "表1收入", "revenue"), ("expenditure", "表1支出", "expenditure")]
    assert halves(Book(edited(printed, ("table1", "", "--", "")))) == []


def test_a_line_by_half_and_kind(printed: Facts) -> None:
    book = Book(printed)
    assert (
        side(book, "table1", "revenue", "total").value
        == side(book, "table1", "expenditure", "total").value
    )
    fund = side(book, "table4", "expenditure", "current", "government_fund")
    assert fund.label.endswith("（政府性基金预算）")
    with pytest.raises(AbsentFactError):
        side(book, "table1", "revenue", "no such kind")


def test_lines_that_a_half_lacks_are_left_out(printed: Facts) -> None:
    book = Book(printed)
    assert len(optional(book, "table1", "revenue", ("opening", "no such kind"))) == 1
    assert all(one.label for one in numbered(book, "table4", "revenue"))
