"""The copies that are measured are disclosures of departments of their own, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection, package
from tests.bench import NAMES, alternating, copies, mark
from tests.collection.folder import bytes_of
from tests.conftest import IDS


def test_marks_are_of_one_copy_each() -> None:
    assert len({mark(copy) for copy in range(120)}) == 120


def test_the_same_copies_each_time(tmp_path: Path) -> None:
    for name in ("a", "b"):
        copies(tmp_path / name, 7)
        copies(tmp_path / name, 1, begin=7)
    first = bytes_of(tmp_path / "a" / "datapackages")
    assert first == bytes_of(tmp_path / "b" / "datapackages")
    assert len(collection.ids(tmp_path / "a")) == 8
    assert len(collection.read_registry(tmp_path / "a")) == 8


@pytest.mark.slow
def test_copies_are_read_as_what_they_are_copies_of(tmp_path: Path) -> None:
    copies(tmp_path, 2 * len(IDS))
    reports = {one.disclosure_id: one for one in collection.build(tmp_path, jobs=1)}
    assert {one.state for one in reports.values()} == {"built"}
    assert collection.registry_problems(tmp_path) == []
    for name in IDS:
        department, year = name[:-5], name[-5:]
        first = package.load(tmp_path / "datapackages" / name)
        copy = package.load(tmp_path / "datapackages" / f"{department}-copy1{year}")
        assert copy.disclosure["department"] == NAMES[department][1].format(mark(1))
        assert copy.disclosure["department_id"] == f"{department}-copy1"
        assert len(copy.rows("measures")) == len(first.rows("measures"))
        assert len(copy.rows("figures")) == len(first.rows("figures"))


def test_works_that_are_compared_take_turns() -> None:
    calls: list[str] = []
    some, more = alternating(
        lambda: calls.append("a"), lambda: (calls.append("b"), sum(range(10**6))), times=3
    )
    assert calls == ["a", "b"] * 3
    assert 0 <= some < more
