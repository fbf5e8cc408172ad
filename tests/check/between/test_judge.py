"""Rows of findings between disclosures, and what the five fixed disclosures give: no allegation."""

from __future__ import annotations

from juesuan.check import all_rules
from juesuan.check.between import ASKED, CITED, Agencies, Years, between_rules, judged
from juesuan.model import Facts
from juesuan.rows import Row
from tests.check.between.conftest import agency, amounts, found, of_year
from tests.pages.made_facts import measure


def test_ids_are_of_a_family_of_their_own_and_every_rule_is_told_in_words() -> None:
    rules = between_rules()
    ids = [rule.id for rule in rules]
    assert ids == sorted(set(ids)) and all(one.startswith("B") for one in ids)
    assert not set(ids) & {rule.id for rule in all_rules()}
    for rule in rules:
        assert rule.title and rule.explanation, rule.id
        assert not any(word in rule.title for word in ("错误", "造假", "违规")), rule.id


def test_what_is_cited_is_asked() -> None:
    assert set(CITED) < set(ASKED)


def test_a_passed_check_has_no_sentence() -> None:
    case = Years(of_year(2024), of_year(2023))
    rows = list(judged(case))
    assert [(row["rule"], row["state"], row["statement"]) for row in rows] == [("B01", "pass", "")]


def test_what_a_rule_does_not_find_among_its_subjects_is_one_row() -> None:
    case = Agencies(agency("示例局", "汇总"), (), ("示例中心", "示例站"))
    assert {key: row["state"] for key, row in found(case).items()} == {
        ("B10", "all"): "not_applicable",
        ("B11", "all"): "not_applicable",
    }


def test_a_column_that_was_not_read_keeps_from_an_alarm() -> None:
    unread: Row = {
        "section": "table4", "kind": "unread_column", "position": "1", "text": "决算数",
    }  # fmt: skip
    opening = {
        "side": "revenue",
        "position": "1",
        "kind": "opening",
        "label": "年初结转",
        "fund": "all",
    }
    closing = {**opening, "side": "expenditure", "kind": "closing", "actual": "3.00"}
    later = of_year(2024, table4=[opening], texts=[unread])
    rows = found(Years(later, of_year(2023, table4=[closing])))
    assert rows["B06", "table4/all"]["state"] == "not_applicable"


def test_each_finding_is_of_one_subject() -> None:
    many = [
        *amounts(revenue__total="9.00", carryover__opening="1.00"),
        measure("overall", change="1.00"),
        measure("three_public.total", "2.00", change="0.00", prior_year="2.00"),
    ]
    rows = list(judged(Years(of_year(2024, measures=many), of_year(2023))))
    keys = [(row["rule"], row["subject"]) for row in rows]
    assert len(keys) == len(set(keys)) > 3


def test_a_disclosure_agrees_with_its_own_last_year(base_years: tuple[Facts, Facts]) -> None:
    later, earlier = base_years
    rows = list(judged(Years(later, earlier)))
    assert {row["state"] for row in rows} <= {"pass", "not_applicable", "information"}
    assert sum(row["state"] == "pass" for row in rows) >= 10
