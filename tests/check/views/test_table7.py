"""“三公”经费 in table 7: a blank may hold what is missing to the total."""

from __future__ import annotations

import pytest

from juesuan.check.book.book import Book
from juesuan.check.views.table7 import or_blank, parts_of_total, three_public
from juesuan.errors import AbsentFactError
from juesuan.model import Facts
from tests.check.conftest import edited

BLANK = ("table7", "three_public.reception", "actual", "")


def test_a_blank_is_zero_where_the_total_leaves_nothing_for_it(printed: Facts) -> None:
    amount = or_blank(Book(printed), "reception", "actual")
    assert amount.value and parts_of_total(Book(printed), "actual").state == "pass"
    total = or_blank(Book(printed), "total", "actual").value - amount.value
    less = edited(printed, BLANK, ("table7", "three_public.total", "actual", f"{total:f}"))
    assert three_public(Book(less), "reception", "actual").value == 0


def test_a_blank_that_may_hold_the_rest_is_no_zero(printed: Facts) -> None:
    book = Book(edited(printed, BLANK))
    assert parts_of_total(book, "actual").state == "information"
    with pytest.raises(AbsentFactError):
        three_public(book, "reception", "actual")
    with pytest.raises(AbsentFactError):
        or_blank(book, "no such kind", "actual")
