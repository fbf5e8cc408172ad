"""The copies that are measured are disclosures of departments of their own, the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.pages.machines.search import index
from juesuan.pages.machines.search.record import Record, weighed
from tests.bench import NAMES, alternating, copies, mark, measure, searched, table
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


def test_titles_are_looked_for_in_the_pieces_as_its_script_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [Record(f"甲{chr(0x4E00 + i)}局", "单位", f"d/{i}/", 1) for i in range(20)]
    taken = index.Postings()
    for one in found:
        taken.add(one, weighed(one))
    for name, text in index.files(taken, {"total": len(found)}):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert searched(tmp_path)["search, first query KB"] > 0.1
    assert "20 of 20 titles" in capsys.readouterr().out


def test_all_rows_stand_side_by_side_with_how_they_grow(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table({5: {"whole, s CPU": 10.0, "found": 0.0}, 50: {"whole, s CPU": 100.0, "found": 3.0}})
    head, *rows = capsys.readouterr().out.strip().splitlines()
    assert head.split() == ["disclosures", "5", "50", "^", "5-50"]
    assert rows[0].split()[-3:] == ["10.00", "100.00", "1.00"]
    assert rows[1].split()[-3:] == ["0.00", "3.00", "-"]


def test_a_fault_of_what_is_measured_is_told(tmp_path: Path) -> None:
    code = "import sys; sys.exit('no site: a link leads nowhere')"
    with pytest.raises(SystemExit, match="no site: a link leads nowhere"):
        measure(tmp_path, sys.executable, "-c", code)
