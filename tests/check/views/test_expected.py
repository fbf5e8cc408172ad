"""Parts that must be there and were not read."""

from __future__ import annotations

import pytest

from juesuan.check.book.book import Book
from juesuan.check.comparing.compare import FAIL, PASS, Outcome
from juesuan.check.views.expected import (
    missing_measure,
    short_shares,
    skipped_number,
    unless_expected,
)
from juesuan.errors import UnreadableFactError
from juesuan.model import Facts
from tests.check.conftest import XINJIANG, edited, found, m, state

OTHER = "revenue/revenue.other"
CLASS = "general_public_budget/class/2"
ITEM = "general_public_budget/item/2"


def test_only_a_contradiction_is_doubted() -> None:
    passes = Outcome(PASS, "")
    assert unless_expected(passes, "没有读到") is passes
    fails = Outcome(FAIL, "")
    assert unless_expected(fails, "") is fails
    with pytest.raises(UnreadableFactError, match="没有读到"):
        unless_expected(fails, "没有读到")


def test_a_share_without_its_amount_tells_of_a_part(base: Facts) -> None:
    names = ["revenue.appropriation", "revenue.other"]
    lacking = edited(base, m(OTHER, "actual", ""))
    assert missing_measure(Book(base), names) == ""
    assert "其他收入的金额" in missing_measure(Book(lacking), names)
    assert (state(base, "N06"), state(lacking, "N06")) == ("pass", "unreadable")


def test_shares_that_miss_the_whole_tell_of_a_part(base: Facts) -> None:
    lacking = edited(base, m(OTHER, "-", ""))
    assert state(lacking, "N06") == "unreadable"
    assert "90.00%" in found(lacking, "N06")["statement"]
    misprinted = edited(base, m(OTHER, "actual", "11.00"))
    assert state(misprinted, "N06") == "fail"


def test_a_part_that_the_template_prescribes_is_expected(base: Facts) -> None:
    gone = m("overview/revenue.nonfiscal_surplus_used", "-", "")
    wrong = m("overview/revenue.total", "actual", "111.00")
    assert state(edited(base, gone, wrong), "N01") == "fail"
    assert state(edited(base, XINJIANG, gone, wrong), "N01") == "unreadable"
    assert state(edited(base, XINJIANG, wrong), "N01") == "fail"


def test_a_class_or_an_item_that_was_not_read(base: Facts) -> None:
    no_class = edited(base, ("functions", CLASS, "-", ""))
    assert state(no_class, "N26") == "unreadable"
    rows = base.rows("functions")
    items = [row for row in rows if row["level"] == "item"]
    assert skipped_number(items) == ""
    assert skipped_number(items[1:]) == "没有读到第 1 项"
    first = edited(base, ("functions", "general_public_budget/item/1", "-", ""))
    assert state(first, "N29", "general_public_budget") == "unreadable"
    assert state(first, "N30") == "unreadable"


def test_no_shares_tell_nothing() -> None:
    assert short_shares([]) == ""
