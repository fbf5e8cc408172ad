"""Totals of the prose and the parts that some regions print of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan import terms
from juesuan.model import Facts
from tests.check.conftest import added, edited, m, state

LIKE = "assets/assets.original_value"


def telling_measures(facts: Facts, **values: str) -> Facts:
    """The facts with these measures, by their names (two underscores for a dot), and no others of those names."""
    for name, value in values.items():
        measure = terms.measures()[name.replace("__", ".")]
        rows = tuple(row for row in facts.rows("measures") if row["measure"] != measure.id)
        facts = replace(facts, tables={**facts.tables, "measures": rows})
        like = next(f"{row['section']}/{row['measure']}" for row in rows)
        blank = dict.fromkeys(("share_pct", "change", "change_pct", "reason", "unreadable"), "")
        facts = added(
            facts, "measures", like, measure=measure.id, section=measure.sections[0],
            label=measure.label, unit=measure.unit, actual=value, **blank,
        )  # fmt: skip
    return facts


CASES = [
    ("N78", "headcount.posts", {"headcount__posts": "38", "headcount__posts_administrative": "20", "headcount__posts_institution": "18"}),
    ("N78", "headcount.serving", {"headcount__serving": "59", "headcount__serving_administrative": "17", "headcount__serving_institution": "42"}),
    ("N78", "headcount.all_retired", {"headcount__all_retired": "9", "headcount__retired_cadre": "1", "headcount__retired": "8"}),
    ("N80", "assets.total", {"assets__total": "100.00", "assets__current": "30.00", "assets__fixed": "60.00", "assets__other": "10.00"}),
    ("N81", "expenditure.basic", {"expenditure__basic": "60.00", "expenditure__personnel": "50.00", "expenditure__public": "10.00"}),
    ("N81", "government_fund.expenditure_current", {"government_fund__expenditure_current": "9.00", "government_fund__basic": "0.00", "government_fund__project": "9.00"}),
    ("N82", "three_public.vehicles_kept", {"three_public__vehicles_kept": "6", "three_public__vehicles_kept__sedan": "1", "three_public__vehicles_kept__suv": "2", "three_public__vehicles_kept__coach": "3"}),
    ("N82", "three_public.vehicle_running", {"three_public__vehicle_running": "6.00", "three_public__running_fuel": "4.00", "three_public__running_other": "2.00"}),
    ("N84", "three_public.reception", {"three_public__reception": "5.00", "three_public__reception_guests": "2.00", "three_public__reception_other_domestic": "3.00"}),
    ("N84", "three_public.reception", {"three_public__reception": "5.00", "three_public__reception_domestic": "5.00", "three_public__reception_abroad": "0.00"}),
    ("N84", "three_public.reception", {"three_public__reception": "5.00", "three_public__reception_domestic": "3.00", "three_public__reception_guests": "2.00"}),
    ("N85", "three_public.running_each", {"three_public__running_each": "2.00", "three_public__vehicle_running": "4.00", "three_public__vehicles_kept": "2"}),
]  # fmt: skip
"""A rule, its subject, and measures of which the first is the total of the others."""


@pytest.mark.parametrize(
    ("rule", "subject", "values"), CASES, ids=[f"{case[0]}-{case[1]}-{n}" for n, case in enumerate(CASES)]
)  # fmt: skip
def test_a_total_and_its_parts(
    base: Facts, rule: str, subject: str, values: dict[str, str]
) -> None:
    facts = telling_measures(base, **values)
    assert state(facts, rule, subject) in ("pass", "rounding")
    for name in values:
        measure = terms.measures()[name.replace("__", ".")]
        key = f"{measure.sections[0]}/{measure.id}"
        wrong = "777" if measure.unit != "万元" else "777.77"
        assert state(edited(facts, m(key, "actual", wrong)), rule, subject) == "fail", name
        lost = edited(facts, m(key, "actual", ""), m(key, "unreadable", "actual"))
        assert state(lost, rule, subject) == "unreadable", name


def test_parts_that_are_not_all_printed_may_be_less(base: Facts) -> None:
    some = telling_measures(base, assets__total="100.00", assets__fixed="60.00")
    assert state(some, "N80", "assets.total") == "pass"
    more = telling_measures(base, assets__total="100.00", assets__fixed="100.10")
    assert state(more, "N80", "assets.total") == "fail"


def test_staff_of_other_kinds_leaves_the_sum_open(base: Facts) -> None:
    values = {"headcount__posts": "40", "headcount__posts_administrative": "20", "headcount__posts_institution": "18"}  # fmt: skip
    facts = telling_measures(base, **values)
    assert state(facts, "N78", "headcount.posts") == "fail"
    told = replace(facts, printed="编制40名，其中行政编制20名、事业编制18名、工勤编制2名。")
    assert state(told, "N78", "headcount.posts") == "pass"


def test_more_people_were_not_added_than_there_are(base: Facts) -> None:
    key = "organisation/headcount.serving"
    assert state(base, "N79", key) == "pass"
    assert state(edited(base, m(key, "change", "11")), "N79", key) == "fail"
    lost = edited(base, m(key, "change", ""), m(key, "unreadable", "change"))
    assert state(lost, "N79", key) in ("unreadable", "no subject")


def test_changes_of_staff_add_up(base: Facts) -> None:
    key = "organisation/headcount.total"
    assert state(edited(base, m(key, "change", "1")), "N79", key) == "pass"
    assert state(edited(base, m(key, "change", "2")), "N79", key) == "fail"


WITHIN = [
    ("N83", "expenditure.project", "expenditure__project", "expenditure__capital_construction"),
    ("N83", "procurement.sme", "procurement__sme", "procurement__micro"),
]


@pytest.mark.parametrize(("rule", "subject", "whole", "part"), WITHIN)
def test_a_part_is_within_its_whole(
    base: Facts, rule: str, subject: str, whole: str, part: str
) -> None:
    assert state(telling_measures(base, **{whole: "10.00", part: "10.00"}), rule, subject) == "pass"
    assert state(telling_measures(base, **{whole: "10.00", part: "10.10"}), rule, subject) == "fail"


def test_awards_are_together_within_the_procurement(base: Facts) -> None:
    names = ("procurement__reserved_sme_awarded", "procurement__other_sme_awarded")
    within = telling_measures(base, procurement__total="20.00", **dict.fromkeys(names, "10.00"))
    beyond = telling_measures(base, procurement__total="20.00", **dict.fromkeys(names, "10.10"))
    one = telling_measures(base, procurement__total="20.00", **{names[0]: "10.00"})
    subject = "procurement.total"
    states = [state(facts, "N64-s", subject) for facts in (within, beyond, one)]
    assert states == ["pass", "fail", "not_applicable"]
