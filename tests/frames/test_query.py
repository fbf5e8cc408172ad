"""Rows of files as texts, those that are wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.errors import PackageError
from juesuan.frames.query import texts


@pytest.mark.slow
def test_rows_of_several_files_in_their_order(tmp_path: Path) -> None:
    folder = tmp_path / "odd [a]*?"
    folder.mkdir()
    first, second = folder / "1.csv", folder / "2.csv"
    first.write_text('disclosure_id,text,code\nz,"two\nlines ""so""",007\na,,\n', encoding="utf-8")
    second.write_text("disclosure_id,code,more\nz,8,new\n", encoding="utf-8")
    found = texts([first, second])
    assert [*found["disclosure_id"]] == ["z", "a", "z"] and [*found["code"][[0, 2]]] == ["007", "8"]
    assert found["text"][0] == 'two\nlines "so"' and found["text"][1:].isna().all()
    for _ in range(20):  # whichever process is the faster one
        assert [*texts([first, second], ["z"])["code"]] == ["007", "8"]
    assert [*texts([first, second], ["z"], {"code": "8"})["more"]] == ["new"]
    assert len(texts([first], [])) == 0


@pytest.mark.parametrize("name", ["a.parquet", "a.csv"])
def test_a_damaged_file_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b'PAR1 disclosure_id\n"\xff\xfe')
    with pytest.raises(PackageError, match=f"{name}: found a table that cannot be read"):
        texts([path])
