"""The packages as tables to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def store() -> Store:
    return Store(ROOT, IDS)


def test_a_figure_that_is_asked_for_is_never_part_of_the_question(store: Store) -> None:
    assert store.cited(store.disclosures()[0], "", ["x' OR 'a' = 'a"]).by_id == {}


def test_departments_have_their_disclosures(store: Store) -> None:
    departments = store.departments()
    assert sum(len(rows) for rows in departments.values()) == len(store.disclosures())
    for one, rows in departments.items():
        assert {row["department_id"] for row in rows} == {one}


def test_results_are_those_of_the_checks(store: Store) -> None:
    results = store.results()
    total = sum(number for states in results.values() for number in states.values())
    assert total == store.one("SELECT count(*) FROM checks") > 0


def test_evidence_only_of_what_is_asked_for(store: Store) -> None:
    about = store.disclosures()[0]
    evidence = store.evidence(about, "", "projects")
    assert {row["resource"] for row in evidence.by_id.values()} <= {"projects"}
    every = store.cited(about, "", ["f1", "f2"])
    assert store.cited(about, "", []).by_id == {} and len(every.by_id) <= 2


def test_a_collection_without_disclosures(tmp_path: Path) -> None:
    empty = Store(tmp_path, [])
    assert empty.disclosures() == [] and empty.results() == {} and list(empty.rows("table5")) == []
    assert empty.where("true").rows("measures") == ()
