"""Parts of the English page: the flow of money in English, how the projects were scored."""

from __future__ import annotations

import re

import pytest

from juesuan.model import Facts
from juesuan.pages.charts.money import SOURCES, USES
from juesuan.pages.disclosure.english_parts import flow_in_english, scores
from juesuan.pages.disclosure.english_words import IN_FLOW
from juesuan.pages.evidence.figures import Evidence
from tests.conftest import IDS
from tests.pages.made_facts import evidence_of, facts_with, measure


def test_the_flow_has_no_word_in_chinese_for_a_reader_of_english() -> None:
    facts = facts_with(
        measures=[
            measure("revenue.total", "90.00"),
            measure("revenue.appropriation", "80.00"),
            measure("carryover.opening", "10.00"),
            measure("expenditure.basic", "60.00"),
            measure("expenditure.project", "30.00"),
        ]
    )
    picture = flow_in_english(facts, evidence_of(facts, "../"))
    assert "Fiscal appropriation" in picture and "80.00" in picture
    assert not re.search(r"[\u4e00-\u9fff]", picture.replace("（", "").replace("）", ""))


def test_a_side_that_does_not_add_up_is_not_drawn() -> None:
    facts = facts_with(
        measures=[measure("revenue.total", "90.00"), measure("expenditure.basic", "60.00")]
    )
    assert flow_in_english(facts, evidence_of(facts, "../")) == ""


def test_each_measure_of_the_flow_has_a_short_label() -> None:
    assert {*SOURCES, *USES} == IN_FLOW.keys()
    assert all(len(label) <= 26 for label in IN_FLOW.values()), "half a phone is not wider"


@pytest.mark.parametrize("name", IDS)
def test_scores_are_those_that_are_printed(name: str, published: dict[str, Facts]) -> None:
    facts = published[name]
    found = scores(facts, Evidence.of(facts, "../"))
    rows = [row for row in facts.rows("projects") if row["kind"] == "project"]
    printed = sorted((row["total_score"] for row in rows if row["total_score"]), key=float)
    assert found is not None and found.number == len(rows)
    assert [found.low.striptags(), found.high.striptags()] == [printed[0], printed[-1]]
    assert "../source" in found.low
    assert [one.form.row["total_score"] for one in found.lowest] == [
        one for one in printed if float(one) < 100
    ][: len(found.lowest)]


def test_the_money_of_a_project_is_told_in_yuan_with_its_evidence() -> None:
    form = {"project_id": "p01", "kind": "project", "name": "示例", "total_score": "61"}
    fund = {"project_id": "p01", "position": "1", "source": "total"}
    facts = facts_with(
        projects=[form], project_funds=[fund | {"annual_budget": "16.34", "executed": ""}]
    )
    found = scores(facts, evidence_of(facts, "../"))
    assert found is not None
    (least,) = found.lowest
    assert least.budget.striptags() == "163,400 yuan" and "../source" in least.budget
    assert least.executed == "—"


def test_without_scores_nothing_is_said() -> None:
    facts = facts_with(measures=[measure("expenditure.current", "1.00")])
    assert scores(facts, evidence_of(facts, "../")) is None
