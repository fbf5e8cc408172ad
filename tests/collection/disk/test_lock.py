"""Two commands never write into one repository; a killed one leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.collection.disk.lock import alone, swap
from juesuan.errors import JuesuanError


def test_a_second_command_is_refused_and_leftovers_are_removed(tmp_path: Path) -> None:
    left = tmp_path / "datapackages" / ".new-abc"
    left.mkdir(parents=True)
    with alone(tmp_path):
        assert not left.exists()
        with pytest.raises(JuesuanError, match="another command"), alone(tmp_path):
            raise AssertionError
    with alone(tmp_path):
        assert (tmp_path / ".cache" / "lock").exists()


def test_whenever_an_exchange_is_killed_one_of_the_two_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "datapackages"
    for name, text in (("a-2024", "old"), (".new-x", "new")):
        (packages / name).mkdir(parents=True)
        (packages / name / "file").write_text(text, encoding="utf-8")
    (packages / "a-2024").rename(packages / ".was-a-2024")
    with alone(tmp_path):
        assert (packages / "a-2024" / "file").read_text(encoding="utf-8") == "old"
    fresh = packages / "fresh"
    fresh.mkdir()
    swap(packages / "a-2024", fresh)
    assert [one.name for one in packages.iterdir()] == ["a-2024"]
    with pytest.raises(FileNotFoundError):
        swap(packages / "a-2024", fresh)
    assert [one.name for one in packages.iterdir()] == ["a-2024"]


def test_a_package_whose_exchange_was_killed_is_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "datapackages" / "a-2024"
    for name, text in ((".data.old", "old"), ("data", "new")):
        (folder / name).mkdir(parents=True)
        (folder / name / "file").write_text(text, encoding="utf-8")
    (folder / ".datapackage.new").write_text("new", encoding="utf-8")
    (folder / "datapackage.json").write_text("old", encoding="utf-8")
    with alone(tmp_path):
        files = {
            one.name: one.read_text(encoding="utf-8") for one in folder.rglob("*") if one.is_file()
        }
    assert files == {"file": "old", "datapackage.json": "old"}
    assert sorted(one.name for one in folder.iterdir()) == ["data", "datapackage.json"]
