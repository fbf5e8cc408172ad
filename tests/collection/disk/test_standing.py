"""What is shown of a disclosure whose source, notes or package are not what they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import package
from juesuan.collection.disk.standing import is_outdated, known_text, notes_of, standing


@pytest.fixture
def folder(converted: Path) -> Path:
    """A disclosure with its package."""
    return converted / "datapackages" / "made-up-2024"


def test_a_package_of_its_source_stands_as_it_is(folder: Path) -> None:
    facts = package.load(folder)
    assert not is_outdated(folder, facts)
    with standing(folder, facts) as place:
        assert place == folder


def _without_source(folder: Path) -> None:
    (folder / "source" / "made.txt").unlink()


def _with_another_source(folder: Path) -> None:
    (folder / "source" / "made.txt").write_text("别的文字", encoding="utf-8")


def _with_wrong_notes(folder: Path) -> None:
    (folder / package.NOTES).write_text("nothing = [", encoding="utf-8")


@pytest.mark.parametrize("change", [_without_source, _with_another_source, _with_wrong_notes])
def test_the_last_good_package_stands_without_what_is_not_its_own(folder: Path, change) -> None:
    facts = package.load(folder)
    change(folder)
    assert is_outdated(folder, facts)
    with standing(folder, facts) as place:
        assert place != folder
        assert package.load(place).tables == facts.tables
        kept = [path.name for path in (place / "source").iterdir()]
        assert kept == (["made.txt"] if change is _with_wrong_notes else [])
        assert not (place / package.NOTES).exists()
    assert not place.exists()


def test_notes_that_cannot_be_read_are_none(folder: Path) -> None:
    _with_wrong_notes(folder)
    assert notes_of(folder) == package.Notes()


def test_what_the_ledger_knows_of_a_lost_text_stands_in_its_place(folder: Path) -> None:
    rows = package.load(folder).rows("figures")
    text = known_text(rows)
    assert all(text[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    for row in rows:
        assert text.count("\n", 0, int(row["start"])) + 1 == int(row["line"])
