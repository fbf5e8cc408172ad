"""What a collection holds, and what of it stands in the wrong place."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.collection.departments.held import directory, held, misplaced, registry_problems
from tests.made import of_year


def put(root: Path, name: str, text: str) -> Path:
    """Put a folder in by hand."""
    folder = root / "datapackages" / name
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "text.txt").write_text(text, encoding="utf-8")
    collection.convert(folder)
    return folder


def test_what_is_held_is_known_by_its_hash_and_damage_is_left_out(converted: Path) -> None:
    source = converted / "datapackages/made-up-2024/source/made.txt"
    known = held(converted)
    assert known["made-up-2024"].year == 2024
    assert known["made-up-2024"].hashes == {hashlib.sha256(source.read_bytes()).hexdigest()}
    table = converted / "datapackages/made-up-2024/data/disclosure.csv"
    table.write_text(table.read_text(encoding="utf-8") + "a,b\n", encoding="utf-8")
    assert held(converted) == {}


def test_departments_that_the_registry_lacks_are_known_too(converted: Path) -> None:
    known = directory(converted, held(converted).values())
    assert known.find("某某市示例局", "部门", "", 2030).department_id == "made-up"


def test_a_package_of_another_folder_is_none_of_this_one(converted: Path) -> None:
    shutil.copytree(converted / "datapackages/made-up-2024", converted / "datapackages/x-2024")
    assert list(held(converted)) == ["made-up-2024"]


@pytest.mark.slow
def test_a_year_that_is_published_twice_by_hand_is_told(converted: Path) -> None:
    put(converted, "second-2024", of_year(2024) + "\n")
    (line,) = misplaced(converted)
    assert line.startswith("second-2024: one department's year is published twice: 某某市示例局")
    assert "made-up-2024" in line


@pytest.mark.slow
def test_years_that_fall_apart_are_told(converted: Path) -> None:
    put(converted, "second-2025", of_year(2025))
    (line,) = misplaced(converted)
    assert "second-2025: 某某市示例局（部门） 2025 is of the department made-up" in line
    assert "`juesuan rename second-2025 made-up-2025 --reason" in line


@pytest.mark.slow
def test_years_under_one_department_are_in_their_place(converted: Path) -> None:
    put(converted, "made-up-2025", of_year(2025))
    assert misplaced(converted) == []


def test_a_department_without_its_line_is_told_with_the_line_to_write(converted: Path) -> None:
    registry = converted / "datapackages" / collection.REGISTRY
    whole = collection.registry_text(directory(converted, held(converted).values()).rows)
    head, line = whole.splitlines()
    registry.write_text(f"{head}\n", encoding="utf-8")
    (told,) = registry_problems(converted)
    assert told.startswith("made-up-2024: found no line of its department made-up in")
    assert told.endswith(f"`{line}`") and line.startswith("made-up,某某市示例局,")
    registry.write_text(whole, encoding="utf-8")
    assert registry_problems(converted) == []
