"""A source and its notes are exchanged both, or none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

import pytest

from juesuan.collection.disk.exchange import copy_entries, entry, exchanged
from juesuan.intake.reader import Copy, How
from juesuan.package import NOTES
from tests.conftest import document_of


def test_an_entry_is_toml() -> None:
    text = entry(
        "mask", "2026-11-21", {"kind": "id", "places": 2, "lines": [1, 3], "reason": '号"码\\'}
    )
    (found,) = tomllib.loads(text)["mask"]
    assert (found["lines"], found["reason"], str(found["on"])) == ([1, 3], '号"码\\', "2026-11-21")
    assert "on" not in tomllib.loads(entry("copy", "", {"how": "cleaned"}))["copy"][0]


@pytest.mark.parametrize(("how", "told"), [("received", 0), ("cleaned", 1), ("pictures", 1)])
def test_what_is_told_of_a_copy(how: Literal["received", "cleaned", "pictures"], told: int) -> None:
    copy = Copy(b"", document_of("甲"), how, ("a script",))
    found = [tomllib.loads(one)["copy"] for one in copy_entries([copy], "", is_known=False)]
    assert found == [[{"how": how, "removed": ["a script"]}]] * told
    of_two = [tomllib.loads(one)["copy"] for one in copy_entries([copy, copy], "", is_known=False)]
    assert of_two == [[{"how": how, "removed": ["a script"], "file": "made.txt"}]] * told * 2


@pytest.mark.parametrize(
    ("how", "is_known", "told"),
    [
        ("received", False, {"how": "received", "text": "recognised", "removed": []}),
        ("received", True, None),
        ("cleaned", True, {"how": "cleaned", "text": "recognised", "removed": []}),
        ("recognised", True, {"how": "recognised", "removed": []}),
    ],
)
def test_recognised_text_is_told_once_and_however_a_file_is_published(
    how: How, is_known: bool, told: dict[str, object] | None
) -> None:
    copy = Copy(b"", document_of("甲"), how, is_recognised=True)
    entries = [*copy_entries([copy], "", is_known=is_known)]
    assert [tomllib.loads(one)["copy"][0] for one in entries] == ([told] if told else [])


@pytest.mark.parametrize("notes", [None, "added = 2026-11-20\n"])
def test_what_fails_undoes_both(tmp_path: Path, notes: str | None) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"old")
    if notes is not None:
        (tmp_path / NOTES).write_text(notes, encoding="utf-8")
    with (
        pytest.raises(KeyError),
        exchanged(tmp_path, {source: b"new"}, [entry("mask", "", {"places": 1})]),
    ):
        assert source.read_bytes() == b"new" and "places" in (tmp_path / NOTES).read_text(
            encoding="utf-8"
        )
        raise KeyError
    assert source.read_bytes() == b"old"
    assert (tmp_path / NOTES).exists() is (notes is not None)
    assert notes is None or (tmp_path / NOTES).read_text(encoding="utf-8") == notes


def test_a_file_may_be_called_otherwise_from_then_on(tmp_path: Path) -> None:
    source = tmp_path / "a.doc"
    source.write_bytes(b"old")
    with (
        pytest.raises(KeyError),
        exchanged(tmp_path, {source: b"new"}, [], {source: tmp_path / "a.html"}),
    ):
        assert not source.exists()
        raise KeyError
    assert source.read_bytes() == b"old" and not (tmp_path / "a.html").exists()
    with exchanged(tmp_path, {source: b"new"}, [], {source: tmp_path / "a.html"}):
        pass
    assert (tmp_path / "a.html").read_bytes() == b"new" and not source.exists()
