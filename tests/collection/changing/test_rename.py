"""A disclosure, or a department, gets another id: nothing is lost, and the registry stays true."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.collection import read_log, read_registry, registry_problems, rename
from juesuan.errors import JuesuanError
from tests.collection.folder import added, bytes_of
from tests.made import disclosure, of_year

SAID = ("部门认错", "甲", "2026-11-30")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A collection of two years of one department."""
    (tmp_path / "repo").mkdir()
    added(tmp_path, disclosure(), "x-office-2024.txt")
    added(tmp_path, of_year(2025), "x-office-2025.txt")
    return tmp_path / "repo"


def test_a_department_gets_another_id_with_all_its_years(two: Path) -> None:
    figures = package.load(two / "datapackages/x-office-2024").rows("figures")
    done = rename(two, "x-office", "y-bureau", *SAID)
    assert [(one.disclosure_id, one.new_id) for one in done.rows] == [
        ("x-office-2024", "y-bureau-2024"),
        ("x-office-2025", "y-bureau-2025"),
    ]
    assert collection.ids(two) == ["y-bureau-2024", "y-bureau-2025"]
    assert {row.department_id for row in read_registry(two)} == {"y-bureau"}
    now = package.load(two / "datapackages/y-bureau-2024")
    assert now.disclosure["department_id"] == "y-bureau"
    assert [(row["text"], row["start"]) for row in now.rows("figures")] == [
        (row["text"], row["start"]) for row in figures
    ]
    assert not registry_problems(two)
    assert not [one.problems for one in collection.prove(two, jobs=1) if one.problems]
    with pytest.raises(JuesuanError, match="renamed to y-bureau-2024 on 2026-11-30"):
        rename(two, "y-bureau-2024", "x-office-2024", *SAID)


def test_one_year_alone_needs_the_department_in_the_registry(two: Path) -> None:
    before = bytes_of(two / "datapackages")
    with pytest.raises(JuesuanError, match="x-office keeps x-office-2025"):
        rename(two, "x-office-2024", "y-bureau-2024", *SAID)
    assert bytes_of(two / "datapackages") == before


def test_the_id_of_a_department_that_the_title_does_not_mean_is_refused(two: Path) -> None:
    added(two.parent, disclosure().replace("示例局", "别的局"), "other-2024.txt")
    before = bytes_of(two / "datapackages")
    with pytest.raises(JuesuanError, match="expected x-office"):
        rename(two, "x-office-2025", "other-2025", *SAID)
    with pytest.raises(JuesuanError, match="expected a free one"):
        rename(two, "x-office-2024", "other-2024", *SAID)
    with pytest.raises(JuesuanError, match="fiscal year 2024 in the title"):
        rename(two, "x-office-2024", "x-office-2023", *SAID)
    assert bytes_of(two / "datapackages") == before


def test_a_note_that_names_the_department_says_where_it_goes(two: Path) -> None:
    added(two.parent, disclosure().replace("示例局", "别的局"), "other-2024.txt")
    notes = two / "datapackages/x-office-2025" / package.NOTES
    notes.write_text('department = "某某市别的局"\n', encoding="utf-8")
    rename(two, "x-office-2025", "other-2025", *SAID)
    assert collection.ids(two) == ["other-2024", "other-2025", "x-office-2024"]
    assert not registry_problems(two)


def test_earlier_versions_go_along(two: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.txt"
    newer.write_text(disclosure().replace("支出1.00万元", "支出1.20万元"), encoding="utf-8")
    collection.replace_source(two, "x-office-2024", [newer], "更正", "2026-11-29")
    before = bytes_of(two / "datapackages/x-office-2024/versions")
    rename(two, "x-office", "y-bureau", *SAID)
    assert bytes_of(two / "datapackages/y-bureau-2024/versions") == before
    assert [row.action for row in read_log(two)] == ["replaced", "renamed", "renamed"]


@pytest.mark.parametrize("step", ["make", "noted", "put", "registry", "drop"])
def test_a_command_that_was_killed_loses_nothing_and_is_run_again(
    two: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {one.read_bytes() for one in two.glob("datapackages/*/source/*")}

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    module = sys.modules["juesuan.collection.changing.rename"]
    inside = {"registry": "write_registry", "drop": "drop"}
    place, name = (module, inside[step]) if step in inside else (module._Move, step)
    with monkeypatch.context() as patch:
        patch.setattr(place, name, killed)
        with pytest.raises(KeyboardInterrupt):
            rename(two, "x-office", "y-bureau", *SAID)
    assert {one.read_bytes() for one in two.glob("datapackages/*/source/*")} == sources
    assert bool(registry_problems(two)) == (step not in ("make", "noted"))
    with collection.alone(two):
        rename(two, "x-office", "y-bureau", *SAID)
    assert collection.ids(two) == ["y-bureau-2024", "y-bureau-2025"]
    assert len(read_log(two)) == 2 and not registry_problems(two)
    assert {row.department_id for row in read_registry(two)} == {"y-bureau"}


def test_what_belongs_to_no_disclosure_is_told(two: Path) -> None:
    for old, new in (("nobody", "x"), ("x-office", "y-2024"), ("nobody-2024", "y-2024")):
        with pytest.raises(JuesuanError, match=r"expected the ids|no such disclosure"):
            rename(two, old, new, *SAID)
