"""What rules are applied to, with the keys that are published."""

from __future__ import annotations

from juesuan.check.book import Book
from juesuan.check.over import (
    classes,
    forms,
    items,
    lines_with,
    measures_with,
    of_indicator,
)
from juesuan.model import Facts


def test_keys_of_subjects(base: Facts) -> None:
    book = Book(base)
    assert [one.key for one in items(book)] == [
        f"general_public_budget/item/{number}" for number in (1, 2)
    ]
    assert [(one.key, one.name) for one in classes(book)] == [
        ("general_public_budget/class/1", "一般公共服务支出（类）"),
        ("general_public_budget/class/2", "社会保障和就业支出（类）"),
    ]
    assert [(one.key, one.name) for one in forms(book)] == [
        ("overall", "整体支出绩效自评表"),
        ("p01", "项目“示例项目”"),
    ]
    first = of_indicator(book, book.indicators("p01")[0])
    assert (first.key, first.name) == ("p01/1", "项目“示例项目”的指标“示例数量”")


def test_rows_with_all_columns(base: Facts) -> None:
    book = Book(base)
    shares = {one.key for one in measures_with("share_pct", "actual")(book)}
    assert "revenue/revenue.other" in shares and "overview/revenue.total" not in shares
    keys = [one.key for one in lines_with("share_pct")(book)]
    assert "general_public_budget/class/1" in keys and set(keys) >= shares
