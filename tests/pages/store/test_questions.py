"""Questions to the packages."""

from __future__ import annotations

import pytest

from juesuan import package, terms
from juesuan.pages.store.questions import Questions
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def store() -> Questions:
    return Store(ROOT, IDS)


@pytest.mark.slow
@pytest.mark.parametrize("one", IDS)
def test_rows_of_one_disclosure_are_those_of_its_package(store: Questions, one: str) -> None:
    facts, own = package.load(ROOT / "datapackages" / one), store.of(one)
    for name in terms.resource_schemas():
        assert own.table(name) == tuple(map(dict, facts.table(name))), name


def test_rows_can_be_asked_for_by_what_holds_of_them(store: Questions) -> None:
    rows = store.where("measure = ?", "three_public.total", order="disclosure_id").rows("measures")
    assert [row["disclosure_id"] for row in rows] == sorted(IDS)
    assert store.of(IDS[0], "state = 'nothing'").rows("checks") == ()


def test_a_value_is_never_part_of_the_question(store: Questions) -> None:
    hostile = "x' OR 'a' = 'a"
    assert store.of(hostile).rows("disclosure") == ()
    assert store.where("measure = ?", hostile).rows("measures") == ()


def test_rows_of_some_disclosures_are_those_of_each(store: Questions) -> None:
    found = store.several("measures", IDS[:2], "actual IS NOT NULL")
    assert set(found) == {*IDS[:2]}
    for one, rows in found.items():
        assert rows == [*store.of(one, "actual IS NOT NULL").table("measures")]
