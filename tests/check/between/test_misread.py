"""Of a disclosure whose text was recognised nothing is alleged before a person looked."""

from __future__ import annotations

import pytest

from juesuan.check.between import Years, judged
from juesuan.check.between.misread import without_misread
from juesuan.check.between.pinned import pinned
from juesuan.rows import ChecksBetweenRow
from tests.check.between.conftest import of_year
from tests.check.between.test_pinned import PIN
from tests.pages.made_facts import measure


@pytest.fixture
def rows() -> list[ChecksBetweenRow]:
    later = of_year(2030, measures=[measure("revenue.other", "8.00", change="1.00")])
    earlier = of_year(2029, measures=[measure("revenue.other", "6.50")])
    return list(judged(Years(later, earlier)))


@pytest.mark.parametrize("scan", ["made-up-2030", "made-up-2029"])
def test_what_fails_is_not_judged_whichever_is_the_scan(rows, scan: str) -> None:
    before = {row["rule"]: row for row in rows if row["state"] == "fail"}
    assert "B03" in before
    after = {row["rule"]: row for row in without_misread(rows, [scan])}
    row = after["B03"]
    assert (row["state"], row["left"], row["other_figures"]) == ("unreadable", "", "")
    assert before["B03"]["statement"] in row["statement"] and "扫描图" in row["statement"]
    assert not any(row["state"] == "fail" for row in after.values())


def test_others_and_what_a_person_compared_stay(rows: list[ChecksBetweenRow]) -> None:
    assert list(without_misread(rows, ["another-2030"])) == rows
    found = list(pinned(rows, [PIN]))
    kept = [row for row in without_misread(found, ["made-up-2029"]) if row["state"] == "fail"]
    assert [row["rule"] for row in kept] == ["B03"]
