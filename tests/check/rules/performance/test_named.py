"""Projects that go by their name elsewhere: amounts in the prose, items of the same name."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import added, edited, found, state, telling


def test_an_item_that_is_called_like_a_project(base: Facts) -> None:
    item = "general_public_budget/item/1"
    named = edited(
        base, ("projects", "p01", "name", "行政运行"), ("functions", item, "actual", "32.00")
    )
    assert state(base, "X13", item) == "no subject"
    assert state(named, "X13", item) == "pass"
    row = found(edited(named, ("functions", item, "actual", "46.00")), "X13", item)
    assert (row["state"], row["left"], row["right"]) == ("information", "46.00", "32.00")
    assert (
        state(edited(named, ("project_funds", "p01/1", "executed", "")), "X13", item)
        == "not_applicable"
    )
    twins = edited(named, ("functions", "general_public_budget/item/2", "item", "行政运行"))
    assert state(twins, "X13", item) == "no subject", "two items have this name"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如资金为示例专项经费50万元，主要用于", "pass"),
        ("示例专项经费预算金额45.0万元", "pass"),
        ("如资金为示例专项经费600万元，主要用于", "information"),
        ("2021年投入的示例专项经费600万元", "information"),
        ("示例专项经费20万元用于培训", "information"),
        ("其他示例专项经费600万元", "no subject"),  # part of a longer name
        ("示例专项经费600人次", "no subject"),
    ],
)
def test_a_project_in_the_prose(base: Facts, text: str, expected: str) -> None:
    named = edited(base, ("projects", "p01", "name", "示例专项经费"))
    subject = "texts/performance/problem/1/text/{}"
    facts = telling(named, "texts", "performance/problem/1", "text", text)
    states = {state(facts, "X17", subject.format(number)) for number in (1, 2)} - {"no subject"}
    assert states == ({expected} if expected != "no subject" else set())


def test_an_amount_in_the_prose_that_is_another_projects(base: Facts) -> None:
    facts = edited(base, ("projects", "p01", "name", "示例专项经费"))
    facts = added(facts, "projects", "p01", project_id="p02", name="另一个项目", position="3")
    facts = added(
        facts,
        "project_funds",
        "p01/1",
        project_id="p02",
        initial_budget="600.00",
        annual_budget="600.00",
    )
    facts = telling(
        facts, "texts", "performance/problem/1", "text", "如资金为示例专项经费600万元，主要用于"
    )
    assert state(facts, "X17", "texts/performance/problem/1/text/1") == "fail"


def test_a_project_without_amounts(base: Facts) -> None:
    named = edited(base, ("projects", "p01", "name", "示例专项经费"))
    facts = telling(named, "texts", "performance/problem/1", "text", "示例专项经费600万元")
    bare = edited(
        facts,
        *(
            ("project_funds", "p01/1", name, "")
            for name in ("initial_budget", "annual_budget", "executed")
        ),
    )
    assert state(bare, "X17", "texts/performance/problem/1/text/1") == "not_applicable"
    partly = edited(facts, ("project_funds", "p01/1", "executed", ""))
    assert state(partly, "X17", "texts/performance/problem/1/text/1") == "information"
    twins = added(facts, "projects", "p01", project_id="p02", position="3")
    assert state(twins, "X17", "texts/performance/problem/1/text/1") == "information", (
        "the other form's amounts are not told"
    )
