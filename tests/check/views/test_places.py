"""Where amounts of the prose stand in the statutory tables."""

from __future__ import annotations

from juesuan.check.book.book import Book
from juesuan.check.views.places import in_total, place_of
from juesuan.model import Facts


def test_a_measure_is_found_in_its_table(printed: Facts) -> None:
    book = Book(printed)
    for measure in (
        "revenue.current",
        "expenditure.basic",
        "basic.personnel",
        "three_public.total",
    ):
        place = place_of(measure)
        assert place is not None and place(book).value == book[measure].value, measure


def test_what_no_table_has_is_nowhere(printed: Facts) -> None:
    assert place_of("procurement.total") is None
    assert place_of("revenue.total", "initial_budget") is None
    assert place_of("three_public.total", "initial_budget") is not None
    total = in_total(Book(printed), "table3", "total")
    assert "合计行“本年支出合计”" in total.label
