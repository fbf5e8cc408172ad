"""What checks say is right by its own numbers."""

from __future__ import annotations

import pytest

from tests.conftest import IDS, ROOT
from tests.pages.recomputed.findings import holds, sums
from tests.pages.recomputed.packages import Package, packages


@pytest.fixture(scope="module", params=IDS)
def one(request: pytest.FixtureRequest) -> Package:
    return packages(ROOT, [request.param])[request.param]


def test_sums_of_statements_are_right(one: Package) -> None:
    stated = [row for row in one.rows("checks") if "＝" in row["statement"]]
    assert stated
    assert [row["statement"] for row in stated if not holds(one, row)] == []


@pytest.mark.parametrize(
    "old, new", [("乙 2.00", "乙 2.10"), ("＝ 3.50", "＝ 3.51"), ("甲 1.50", "甲 15.0")]
)
def test_a_wrong_sum_is_told(old: str, new: str) -> None:
    statement = "合计 5.00 万元 ≠ 甲 1.50 万元 + 乙 2.00（另 2 个为 0）＝ 3.50 万元，相差 1.50 万元"
    assert all(made == stated for made, stated in sums(statement))
    assert any(made != stated for made, stated in sums(statement.replace(old, new)))
