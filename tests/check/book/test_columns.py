"""Columns of amounts of the statutory tables."""

from __future__ import annotations

from juesuan import terms
from juesuan.check.book.columns import money, title


def test_amounts_are_known_in_the_order_in_which_they_are_printed() -> None:
    assert money("table5") == ["total", "basic", "project"]
    assert money("table8") == ["opening", "revenue", "expenditure", "basic", "project", "closing"]
    assert money("table7") == ["budget", "actual"]
    assert all(money(table.id) for table in terms.statutory_tables())


def test_a_column_is_called_by_its_heading() -> None:
    assert title("table5", "basic") == "基本支出"
