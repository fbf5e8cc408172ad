"""What a sentence asks of the measures."""

from __future__ import annotations

import pytest

from juesuan.errors import AbsentFactError
from juesuan.pages.disclosure.amounts import Amounts
from juesuan.pages.evidence.figures import Measures
from tests.pages.made_facts import evidence_of, facts_with, measure


def amounts(*rows) -> Amounts:
    facts = facts_with(measures=list(rows))
    return Amounts(Measures(facts.rows("measures"), evidence_of(facts, "../")))


def test_from_one_yi_on_an_amount_is_told_in_yi_too() -> None:
    ask = amounts(measure("revenue.total", "9999.99"), measure("revenue.other", "-10000.00"))
    assert ask.money("revenue.total").striptags() == "9,999.99 万元"
    assert ask.money("revenue.other").striptags() == "-10,000.00 万元（约 -1.00 亿元）"


def test_a_size_has_no_sign_and_leads_to_its_figure() -> None:
    ask = amounts(measure("overall", change="-1234.50"))
    assert ask.size("overall", "change") == ('<a href="../source/#f00001">1,234.50</a>')


def test_what_is_not_printed_is_refused() -> None:
    ask = amounts(measure("overall", ""))
    for name in ("overall", "revenue.total"):
        for asked in (ask.value, ask.number, ask.money, ask.share):
            with pytest.raises(AbsentFactError):
                asked(name)
        with pytest.raises(AbsentFactError):
            ask.size(name, "change")
    with pytest.raises(AbsentFactError):
        ask.row("revenue.total")


def test_a_picture_of_parts_needs_all_of_them() -> None:
    parts = [("甲", "basic.personnel"), ("乙", "basic.public")]
    whole = amounts(measure("basic.personnel", "5.00"), measure("basic.public", "0.00"))
    assert "甲" in whole.stack(parts)
    assert amounts(measure("basic.personnel", "5.00")).stack(parts) == ""
