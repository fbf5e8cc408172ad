"""What a book answers, wherever a figure is printed."""

from __future__ import annotations

from juesuan.check.book.book import Book
from juesuan.check.book.source import Stretch
from juesuan.model import Facts
from tests.check.conftest import edited, m, state


def test_an_amount_counts_wherever_it_is_printed(base: Facts) -> None:
    """Other regions tell what was distributed and carried forward with the expenditure and not with the totals."""
    moved = [
        m("overview/surplus.distributed", "actual", "1.00"), m("overview/carryover.closing", "actual", "4.00"),
        m("overview/surplus.distributed", "section", "expenditure"), m("overview/carryover.closing", "section", "expenditure"),
    ]  # fmt: skip
    assert [state(edited(base, *moved), rule) for rule in ("N02", "N04")] == ["pass", "pass"]
    wrong = edited(base, *moved, m("expenditure/surplus.distributed", "actual", "2.00"))
    assert [state(wrong, rule) for rule in ("N02", "N04")] == ["fail", "fail"]


def test_a_share_counts_in_its_own_section_alone(base: Facts) -> None:
    """Told with the appropriation it is a share of the appropriation."""
    facts = edited(base, m("general_budget/general_budget.expenditure", "section", "appropriation"))
    assert state(facts, "N23") == "not_applicable"


def test_a_part_that_is_illegible_is_not_left_out_of_a_sum(base: Facts) -> None:
    key = "revenue/revenue.appropriation"
    assert (
        state(edited(base, m(key, "actual", ""), m(key, "unreadable", "actual")), "N06")
        == "unreadable"
    )


def test_the_first_figure_of_a_line(base: Facts) -> None:
    first, second, *_ = base.rows("figures")
    start, next_one = int(first["start"] or 0), int(second["start"] or 0)
    book = Book(base)
    both = Stretch("甲2乙3丙", (start - 1, start, start + 1, next_one, next_one + 1), 1)
    assert book.first_figure(both) == (first["figure_id"],)
    rest = Stretch("乙3丙", (start + 1, next_one, next_one + 1), 1)
    assert book.first_figure(rest) == (second["figure_id"],)
    assert book.first_figure(Stretch("甲", (start - 1,), 1)) == ()


def test_an_indicator_without_a_name_is_told_by_its_place(base: Facts) -> None:
    row = base.rows("indicators")[0]
    assert f"的指标“{row['level3']}”" in Book(base).indicator_name(row)
    said = Book(base).indicator_name({**row, "level3": "", "position": "7"})
    assert said.endswith("的第 7 项指标") and "“”" not in said
