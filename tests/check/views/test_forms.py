"""The forms of all projects taken together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.check.book.book import Book
from juesuan.check.views.forms import all_projects, comes_from, of_forms
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.model import Facts
from tests.check.conftest import added, edited


def test_the_sum_of_all_forms(base: Facts) -> None:
    two = added(base, "projects", "p01", project_id="p02", position="3")
    with pytest.raises(UnreadableFactError):
        all_projects(Book(two), "executed")
    both = added(two, "project_funds", "p01/1", project_id="p02", executed="5.00")
    found = all_projects(Book(both), "executed")
    assert (found.value, found.label) == (Decimal("50.00"), "2 张项目自评表之和")


def test_no_project_forms_no_sum(base: Facts) -> None:
    with pytest.raises(AbsentFactError):
        all_projects(Book(edited(base, ("projects", "p01", "kind", "overall"))), "executed")


def test_funds_from_a_source_must_be_told_by_all_forms(base: Facts) -> None:
    found = of_forms(Book(base), "executed", "other_funds", "其他资金")
    assert (found.value, found.label) == (Decimal("13.00"), "各项目其他资金之和")
    more = added(base, "projects", "p01", project_id="p02", position="3")
    with pytest.raises(AbsentFactError):
        of_forms(Book(more), "executed", "other_funds", "其他资金")


@pytest.mark.parametrize(
    ("source", "expected"),
    [("其他资金", True), ("其中：其他资金(万元)", True), ("当年财政拨款", False), ("total", False)],
)
def test_a_source_may_be_told_as_a_part(source: str, expected: bool) -> None:
    assert comes_from({"source": source}, "other_funds") is expected
