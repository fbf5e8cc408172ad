"""The lines that speak of last year, and where last year's disclosure prints them."""

from __future__ import annotations

import pytest

from juesuan.check.between import Years
from juesuan.check.between.lines import amount_of, lines_with, printed
from juesuan.check.book.book import Book
from juesuan.check.comparing.cell import nothing
from juesuan.errors import AbsentFactError
from tests.check.between.conftest import ITEM, amounts, of_year, states
from tests.pages.made_facts import Given, measure

SUBJECT = "general_public_budget/item/1"


def years(*then: Given, table: list[Given] | None = None, **now: str) -> Years:
    later = of_year(2024, functions=[{**ITEM, "actual": "80.00", "change": "-10.00", **now}])
    tables = {"table5": table} if table else {}
    return Years(later, of_year(2023, functions=list(then), **tables))


def test_a_renumbered_or_renamed_line_is_the_same_one() -> None:
    assert states(years({**ITEM, "actual": "90.00", "code": ""}), "B03") == {SUBJECT: "pass"}
    other_class = {**ITEM, "class": "一般公共服务", "actual": "90.00"}
    assert states(years(other_class), "B03") == {SUBJECT: "pass"}


def test_another_line_with_its_code_is_not() -> None:
    reused = {**ITEM, "item": "信息化建设", "actual": "12.00"}
    assert states(years(reused), "B03") == {SUBJECT: "not_applicable"}


def test_two_lines_of_one_name_are_not_told_apart() -> None:
    twice = [{**ITEM, "position": str(n), "actual": "90.00"} for n in (1, 2)]
    assert states(years(*twice), "B03") == {SUBJECT: "not_applicable"}


def test_a_line_that_the_prose_left_out_is_found_in_the_table() -> None:
    line = {"position": "3", "kind": "item", "code": "2010601", "name": "行政运行"}
    assert states(years(table=[{**line, "total": "90.00"}]), "B03") == {SUBJECT: "pass"}
    assert states(years(table=[{**line, "total": "96.00"}]), "B03") == {SUBJECT: "fail"}
    assert states(years(table=[line]), "B03") == {SUBJECT: "not_applicable"}  # blank there


def test_a_measure_that_the_prose_left_out_is_found_in_the_tables() -> None:
    row = {"position": "1", "kind": "total", "name": "合计", "total": "81.20"}
    book = Book(of_year(2023, table5=[row]))
    assert str(amount_of(book, "general_budget.expenditure").value) == "81.20"
    with pytest.raises(AbsentFactError):
        amount_of(book, "procurement.total")


def test_the_same_section_counts_first() -> None:
    again = {**measure("revenue.current", "40.00"), "section": "revenue"}
    book = Book(of_year(2023, measures=[measure("revenue.current", "41.00"), again]))
    assert str(amount_of(book, "revenue.current", "revenue").value) == "40.00"
    assert str(amount_of(book, "revenue.current").value) == "41.00"


def test_only_lines_that_print_a_column_are_asked() -> None:
    facts = of_year(
        2024, measures=[*amounts(revenue__total="5.00"), measure("overall", change="1.00")]
    )
    found = list(lines_with(Years(facts, of_year(2023)), "change"))
    assert [one.key for one in found] == ["overview/overall"]


def test_a_blank_is_compared_with_nothing() -> None:
    with pytest.raises(AbsentFactError, match="表1年末"):
        printed(nothing("表1年末结转", "空白"))
