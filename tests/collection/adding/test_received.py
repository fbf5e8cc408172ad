"""Files that were added are known before they are read."""

from __future__ import annotations

from pathlib import Path

from juesuan.collection.adding.received import Received, key_of
from juesuan.hashes import sha256_of


def test_a_name_is_no_part_of_what_a_file_is_known_by(tmp_path: Path) -> None:
    for name, text in (("a.txt", "甲"), ("b.txt", "甲"), ("c.txt", "乙")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    a, b, c = (tmp_path / name for name in ("a.txt", "b.txt", "c.txt"))
    assert sha256_of(a) == sha256_of(b) and key_of([a]) == key_of([b])
    assert key_of([a, c]) == key_of([c, b]) != key_of([a]) != key_of([c])


def test_a_folder_is_known_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "folder/inside").mkdir(parents=True)
    (tmp_path / "folder/inside/a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "folder/link").symlink_to("/etc/hostname")
    assert key_of([tmp_path / "folder"]) == key_of([tmp_path / "folder/inside/a.txt"])


def test_what_was_kept_is_known_as_long_as_it_is_there(tmp_path: Path) -> None:
    first = Received(tmp_path)
    first.keep("key", "made-up-2024")
    first.write()
    assert Received(tmp_path).has("key") == ""
    (tmp_path / "datapackages/made-up-2024").mkdir(parents=True)
    assert Received(tmp_path).has("key") == "made-up-2024"
    assert Received(tmp_path).has("other") == ""
    (tmp_path / ".cache/received.json").write_text("{", encoding="utf-8")
    assert Received(tmp_path).has("key") == ""
