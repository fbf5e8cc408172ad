"""What rules are applied to, with the keys that are published."""

from __future__ import annotations

from juesuan.check.book.book import Book
from juesuan.check.views.over import (
    classes,
    first_printed,
    forms,
    items,
    lines_with,
    measures_with,
    of_indicator,
    once,
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


def test_measures_of_a_section(base: Facts) -> None:
    book = Book(base)
    keys = [one.key for one in measures_with("share_pct", "actual")(book)]
    within = [one.key for one in measures_with("share_pct", "actual", sections=("revenue",))(book)]
    assert within == [one for one in keys if one.startswith("revenue/")]
    assert 0 < len(within) < len(keys)


def test_each_measure_once_by_the_first_section_that_prints_it(base: Facts) -> None:
    book = Book(base)
    twice = [row for row in base.rows("measures") if row["measure"] == "revenue.current"]
    assert [row["section"] for row in twice] == ["overview", "revenue"]
    assert first_printed(book)["revenue.current"] is twice[0]
    found = once("revenue.other", "no.such", "revenue.current")(book)
    assert [(one.key, one.row["section"]) for one in found] == [
        ("revenue.other", "revenue"),
        ("revenue.current", "overview"),
    ]
