"""A file is whole, or as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.beside import beside, put, unfinished


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    for data in (b"one", b"two"):
        put(file, data)
        assert file.read_bytes() == data
    assert [*tmp_path.iterdir()] == [file]


def test_what_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    put(file, b"before")

    def fail() -> None:
        with beside(file) as fresh:
            fresh.write_bytes(b"ha")
            assert fresh == unfinished(file) and file.read_bytes() == b"before"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert file.read_bytes() == b"before" and [*tmp_path.iterdir()] == [file]
    with pytest.raises(FileNotFoundError), beside(file):
        pass  # nothing was written
    assert file.read_bytes() == b"before"


def test_a_folder_in_its_place_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        put(tmp_path / "a", b"data")
    assert [*tmp_path.iterdir()] == [tmp_path / "a"]
