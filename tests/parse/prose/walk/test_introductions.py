"""What introduces a figure."""

import pytest

from juesuan.parse.prose.walk.introductions import introduction, kind_without_unit


@pytest.mark.parametrize(
    ("before", "kind", "last", "expected"),
    [
        ("比上年减少", "money", "actual", ("change", "prior", -1)),
        ("增长", "percent", "change", ("change_pct", "prior", 1)),
        ("比年初预算数增加", "money", "actual", ("variance", "budget", 1)),
        (",增长", "percent", "variance", ("variance_pct", "budget", 1)),  # the rate of it
        (",相比,减少", "money", "initial_budget", ("variance", "budget", -1)),
        ("比预算增加,比上年减少", "money", "actual", ("change", "prior", -1)),  # the last one
        ("比预算少1.79万元,比上年少", "money", "variance", ("change", "prior", -1)),
        (",减少", "money", "variance_pct", ("variance", "budget", -1)),
        ("完成年初预算的", "percent", "actual", ("completion_pct", "budget", 0)),
        ("的", "percent", "annual_budget", ("completion_pct", "budget", 0)),
        ("年初预算数为", "money", "", ("initial_budget", "budget", 0)),
    ],
)
def test_introductions(before: str, kind: str, last: str, expected: tuple[str, str, int]) -> None:
    found = introduction(before, kind, last)
    assert found
    assert (found.column, found.basis, found.sign) == expected
    assert found.lead + found.words == before


@pytest.mark.parametrize(
    ("before", "kind", "last"),
    [("办公楼", "money", ""), ("增加", "count and more", ""), ("的", "percent", "actual")],
)
def test_without_an_introduction(before: str, kind: str, last: str) -> None:
    assert introduction(before, kind, last) is None


@pytest.mark.parametrize(
    ("before", "behind", "kind"),
    [
        ("占", "。", "percent"),
        ("年初预算数为", ",支", "money"),
        ("增加", "。", ""),  # an amount or a percentage
        ("占", "人", ""),  # no end of a clause
        ("占", ",5", ""),  # a damaged numeral
    ],
)
def test_the_kind_of_a_numeral_without_unit(before: str, behind: str, kind: str) -> None:
    assert kind_without_unit(before, behind, "") == kind
