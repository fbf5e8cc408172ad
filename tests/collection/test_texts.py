"""The text of a published disclosure, in which its figures are printed."""

from __future__ import annotations

from pathlib import Path

from juesuan import collection


def test_the_text_is_the_source_or_what_the_package_holds_beside_it(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_bytes("甲\r\n".encode())
    about = tmp_path / "datapackage.json"
    about.write_text('{"resources": [{"name": "disclosure"}]}', encoding="utf-8")
    assert collection.text_of(tmp_path) == "甲\r\n"
    (tmp_path / "made.txt").write_bytes("乙\r\n".encode())
    about.write_text('{"resources": [{"name": "text", "path": "made.txt"}]}', encoding="utf-8")
    assert collection.text_of(tmp_path) == "乙\r\n"
