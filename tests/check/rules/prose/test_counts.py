"""Counts that the package itself can confirm."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import edited, m, state
from tests.check.rules.prose.test_parts import telling_measures

FORMS = "performance/performance.overall_forms"


def test_overall_forms_are_counted(base: Facts) -> None:
    subject = "performance.overall_forms"
    assert state(base, "X20", subject) == "pass"
    two = edited(base, m(FORMS, "actual", "2"))
    assert state(two, "X20", subject) == "fail"
    assert state(edited(two, ("projects", "overall", "unreadable", "name")), "X20", subject) == (
        "unreadable"
    )
    none = edited(base, ("projects", "overall", "kind", "project"))
    assert state(none, "X20", subject) == "not_applicable"


@pytest.mark.parametrize(
    ("count", "expected"),
    [("1", "pass"), ("2", "pass"), ("3", "pass"), ("4", "fail"), ("0", "fail")],
)
def test_listed_units_are_counted_with_or_without_the_department(
    base: Facts, count: str, expected: str
) -> None:
    facts = telling_measures(base, organisation__units=count)
    assert sum(row["kind"] == "unit" for row in facts.rows("organisation")) == 2
    assert state(facts, "N86", "organisation.units") == expected


def test_units_in_the_accounts_go_before_subordinate_ones(base: Facts) -> None:
    both = telling_measures(base, organisation__accounted_units="3", organisation__units="9")
    assert state(both, "N86", "organisation.accounted_units") == "pass"


def test_units_by_kind(base: Facts) -> None:
    kinds = {
        "organisation__units__administrative": "1",
        "organisation__units__civil_service": "0",
        "organisation__units__other": "2",
    }
    subject = "organisation.units"
    right = telling_measures(base, organisation__units="3", **kinds)
    wrong = telling_measures(base, organisation__units="4", **kinds)
    assert [state(one, "N86-k", subject) for one in (right, wrong)] == ["pass", "fail"]


@pytest.mark.parametrize(
    ("amount", "batches", "expected"),
    [
        ("0.00", "0", "pass"),
        ("1.00", "2", "pass"),
        ("0.00", "2", "fail"),
        ("1.00", "0", "fail"),
    ],
)
def test_receptions_and_their_amounts(
    base: Facts, amount: str, batches: str, expected: str
) -> None:
    facts = telling_measures(
        base, three_public__reception_guests=amount, three_public__guest_batches=batches
    )
    assert state(facts, "N41-r", "three_public.reception_guests") == expected
