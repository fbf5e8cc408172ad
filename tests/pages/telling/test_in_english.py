"""Contradictions in English: what contradicts what, its numbers with their evidence."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.model import Facts
from juesuan.pages.disclosure.findings import contradictions
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.telling import doubt
from juesuan.pages.telling.doubt import Doubt
from juesuan.pages.telling.in_english import KINDS, apart, contradiction, yuan
from tests.conftest import IDS

ABOUT = {"disclosure_id": "made-2031", "source_file": "made.txt"}


def row(rule: str, statement: str, left: str = "", right: str = "") -> dict[str, str]:
    return {
        "rule": rule, "statement": statement, "left": left, "right": right, "figures": "f1 f2",
        "subject": "all",
    }  # fmt: skip


def figure(name: str, value: str) -> dict[str, str]:
    return {
        "figure_id": name, "value": value, "line": "7", "status": "bound", "resource": "measures",
        "row": name, "field": "actual",
    }  # fmt: skip


EVIDENCE = Evidence(ABOUT, [figure("f1", "61.08"), figure("f2", "9.00")], "../")
MONEY = Doubt("应当一致的数字不一致", Decimal("2.24"), Decimal("3.7"), Decimal(1))


def test_a_sentence_names_both_sides_in_yuan_and_leads_to_what_is_printed() -> None:
    said = contradiction(row("X04", "甲 61.08 ≠ 乙 58.84", "61.08", "58.84"), MONEY, EVIDENCE)
    assert said.striptags() == (
        "The department's evaluation form says that 610,800 yuan was spent, "
        "the text of its accounts says 588,400 yuan"
    )
    assert '<a href="../source/#f1">610,800 yuan</a>' in said and said.count("<a") == 1


def test_a_part_that_is_more_has_a_sentence_of_its_own() -> None:
    """The sides of one rule may stand the other way round."""
    unlike = contradiction(row("P11", "甲 9.00 ≠ 乙 8.00", "9.00", "8.00"), MONEY, EVIDENCE)
    more = contradiction(row("P11", "甲 9.00 ＞ 乙 8.00", "9.00", "8.00"), MONEY, EVIDENCE)
    assert unlike.striptags().startswith("The project spent 90,000 yuan")
    assert more.striptags().endswith("more than it spent, 80,000 yuan")


def test_the_column_of_a_form_is_named() -> None:
    asked = row("X19", "甲 9.00 ＞ 乙 0.00", "9.00", "0.00")
    said = contradiction(asked | {"subject": "executed"}, MONEY, EVIDENCE)
    assert "project forms (executed)" in said
    assert "(the rule: " in contradiction(asked, MONEY, EVIDENCE), "a subject that is not known"


def test_numbers_that_are_no_money_stay_numbers() -> None:
    said = contradiction(row("P07", "", "52", "53"), Doubt("应当一致的数字不一致"), EVIDENCE)
    assert "52 against 53" in said.striptags()


@pytest.mark.parametrize(
    ("field", "said"), [("target_value", "target"), ("actual_value", "result")]
)
def test_a_reason_is_told_against_the_target_or_the_result(field: str, said: str) -> None:
    """One number can be either: which it is follows from the column of the figure."""
    asked = figure("f2", "53") | {"resource": "indicators", "field": field}
    evidence = Evidence(ABOUT, [figure("f1", "52"), asked], "../")
    told = contradiction(row("P21", "", "52", "53"), Doubt("应当一致的数字不一致"), evidence)
    assert told.striptags() == (
        f"The reason for a deviation says 52, the {said} of the indicator is 53"
    )


def test_a_rule_without_a_sentence_is_told_by_its_kind_and_what_it_asks() -> None:
    said = contradiction(row("T08", "甲 5 ≠ 乙 6", "5", "6"), MONEY, EVIDENCE)
    assert said.startswith("Figures that should agree differ: 50,000 yuan against 60,000 yuan")
    assert "(the rule: Revenue and expenditure of the year in table 1" in said
    other = contradiction(row("Z99", "甲", "5", ""), Doubt("别的一种"), EVIDENCE)
    assert other == "Two passages do not agree"


def test_how_far_sides_are_apart() -> None:
    assert apart(MONEY) == "22,400 yuan apart, 3.7% of the larger side"
    assert apart(Doubt("百分比和金额算不到一起")) == ""
    assert (
        apart(Doubt("", Decimal("2.24"), zero=True))
        == "22,400 yuan apart, one side is printed as 0"
    )
    unlike = Doubt("", Decimal("2.24"))
    assert apart(unlike) == "22,400 yuan apart, one above and one below 0"
    slight = Doubt("", Decimal("0.005"), Decimal("0.1"))
    assert apart(slight) == "50 yuan apart, 0.1% of the larger side, a slight difference"
    same = Doubt("", Decimal("2.24"), Decimal("3.7"), same="carryover.closing")
    assert apart(same).endswith("printed itself: carryover at the end of the year")


def test_every_kind_and_every_instead_has_its_english() -> None:
    assert KINDS.keys() == doubt._KINDS.keys()
    for instead in doubt._ELSEWHERE.values():
        assert apart(Doubt("", instead=instead)).endswith("not the amount")


@pytest.mark.parametrize("name", IDS)
def test_no_published_contradiction_is_told_as_what_should_hold(
    name: str, published: dict[str, Facts]
) -> None:
    evidence = Evidence.of(published[name])
    for one in contradictions(published[name], evidence):
        said = contradiction(one.row, one.doubt, evidence)
        assert "the rule:" not in said and not re.search("[\u4e00-\u9fff{}]", said)


@given(st.decimals("-99999999", "99999999", places=4))
def test_an_amount_in_yuan_is_exactly_the_printed_one(value: Decimal) -> None:
    words = yuan(value).removesuffix(" yuan")
    factor = Decimal(1000000) if words.endswith(" million") else Decimal(1)
    assert Decimal(words.removesuffix(" million").replace(",", "")) * factor == value * 10000
