"""The English summary: amounts converted exactly, what is not printed left out, every label there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages import doubt
from juesuan.pages.disclosure.english import (
    CLASSES,
    KINDS,
    SCOPES,
    TITLES,
    UNITS,
    apart,
    content,
    yuan,
)
from juesuan.pages.disclosure.tables import GROUPS
from juesuan.pages.figures import Evidence
from juesuan.pages.words import SCOPES as CHINESE
from tests.conftest import IDS
from tests.pages.made_facts import Given, evidence_of, facts_with, measure


def sentences(*measures: Given) -> dict[str, str]:
    facts = facts_with(measures=list(measures))
    told = content(facts, evidence_of(facts, "../"))["sentences"]
    return {one.head: one.text.striptags() for one in told}


def test_a_sentence_says_what_is_printed_in_yuan() -> None:
    told = sentences(
        measure("expenditure.current", "1234.50"),
        measure("expenditure.basic", "34.50", share_pct="2.79"),
        measure("expenditure.project", "1200.00", share_pct="97.21"),
    )
    assert told == {
        "Expenditure": "It spent 12.345 million yuan: 345,000 yuan (2.79%) to keep itself running "
        "(basic expenditure), 12 million yuan (97.21%) on projects."
    }


def test_rows_of_which_no_figure_is_printed_make_no_table() -> None:
    facts = facts_with(measures=[measure("three_public.total", reason="持平")])
    assert content(facts, evidence_of(facts, "../"))["tables"] == []


def test_a_sentence_whose_figure_is_not_printed_is_left_out() -> None:
    assert sentences(measure("expenditure.current", "1234.50")) == {}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("-5.00", "Revenue and expenditure were 50,000 yuan less than in the year before."),
        ("250.00", "Revenue and expenditure were 2.5 million yuan more than in the year before."),
        ("0.00", "Revenue and expenditure were as large as in the year before."),
    ],
)
def test_a_change_has_its_direction_in_words(change: str, told: str) -> None:
    assert sentences(measure("overall", "9.00", change=change)) == {"Last year": told}


@given(st.decimals("-99999999", "99999999", places=4))
def test_an_amount_in_yuan_is_exactly_the_printed_one(value: Decimal) -> None:
    words = yuan(value).removesuffix(" yuan")
    factor = Decimal(1000000) if words.endswith(" million") else Decimal(1)
    assert Decimal(words.removesuffix(" million").replace(",", "")) * factor == value * 10000


@pytest.mark.parametrize("name", IDS)
def test_each_number_of_a_published_summary_leads_to_its_print(
    name: str, published: dict[str, Facts]
) -> None:
    shown = content(published[name], Evidence.of(published[name]))
    assert len(shown["sentences"]) >= 5
    assert all("../source" in one.text for one in shown["sentences"])
    cells = [cell for table in shown["tables"] for line in table.lines for cell in line.cells]
    assert len(cells) > 100
    linked = [cell for cell in cells if any(char.isdigit() for char in cell)]
    assert all('<a href="../source' in cell for cell in linked)


def test_all_that_is_published_has_its_english_words() -> None:
    assert {anchor for _, _, anchor in GROUPS} == set(TITLES)
    assert {one.unit for one in terms.measures().values()} == set(UNITS)
    assert set(SCOPES) == set(CHINESE)
    classes = {code for code in terms.classification("functional") if len(code) == 3}
    assert classes <= set(CLASSES)


def test_every_kind_of_contradiction_has_english_words() -> None:
    assert KINDS.keys() == doubt._KINDS.keys()
    assert apart(doubt.Doubt("别的一种")) == "Two passages do not agree"
