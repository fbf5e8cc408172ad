"""The files of one disclosure, out of folders and archives that may be hostile."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake import gathered, limits
from juesuan.intake.archive import of_desktop


@pytest.fixture
def into(tmp_path: Path) -> Path:
    place = tmp_path / "into"
    place.mkdir()
    return place


def archive(tmp_path: Path, entries: dict[str, bytes | str], name: str = "a.zip") -> Path:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, content in entries.items():
            file.writestr(entry, content)
    return path


def names(found: list[Path]) -> list[str]:
    return sorted(path.name for path in found)


def test_files_stay_where_they_are(tmp_path: Path, into: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.xlsx"]
    assert gathered(files, into) == files and not list(into.iterdir())


def test_a_folder_without_what_a_desktop_leaves(tmp_path: Path, into: Path) -> None:
    folder = tmp_path / "given"
    for name in ("a.txt", "附件/表.xlsx", ".DS_Store", "__MACOSX/a.txt", "~$表.xlsx"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert names(gathered([folder], into)) == ["a.txt", "表.xlsx"]
    (folder / "link.txt").symlink_to(folder / "a.txt")
    with pytest.raises(UnreadableSourceError, match="a symbolic link"):
        gathered([folder], into)


def test_an_archive_is_unpacked_flat(tmp_path: Path, into: Path) -> None:
    path = archive(tmp_path, {"决算/a.txt": "甲", "决算/附件/a.txt": "乙", "__MACOSX/b.txt": ""})
    found = gathered([path], into)
    assert names(found) == ["a.txt", "附件-a.txt"]
    assert {one.name: one.read_text(encoding="utf-8") for one in found}["附件-a.txt"] == "乙"


def test_names_of_old_chinese_archives(tmp_path: Path, into: Path) -> None:
    path = archive(tmp_path, {"".join(map(chr, range(97, 105))): "甲"})
    data = path.read_bytes().replace(b"abcdefgh", "决算表1".encode("gb18030") + b"x")
    path.write_bytes(data)
    assert names(gathered([path], into)) == ["决算表1x"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a"])
def test_names_that_lead_elsewhere(tmp_path: Path, into: Path, name: str) -> None:
    with pytest.raises(UnreadableSourceError, match="leads elsewhere"):
        gathered([archive(tmp_path, {"b.txt": "", name: "x"})], into)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["a.zip"]


def test_a_link_in_an_archive(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        entry = zipfile.ZipInfo("a.txt")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(entry, "/etc/passwd")
    with pytest.raises(UnreadableSourceError, match="a link"):
        gathered([path], into)
    assert not list(into.iterdir())


def test_bombs(tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BYTES", 1_000_000)
    path = archive(tmp_path, {"a.txt": b"0" * 600_000, "b.txt": b"0" * 600_000})
    assert path.stat().st_size < 5_000
    with pytest.raises(UnreadableSourceError, match="at most 1,000,000 bytes"):
        gathered([path], into)
    monkeypatch.setattr(limits, "FILES", 3)
    many = archive(tmp_path, {f"{i}.txt": "" for i in range(9)}, "many.zip")
    with pytest.raises(UnreadableSourceError, match="more than 3 files"):
        gathered([many], into)


def test_damage_and_passwords(tmp_path: Path, into: Path) -> None:
    path = archive(tmp_path, {"a.txt": "甲" * 500})
    data = bytearray(path.read_bytes())
    data[45] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(UnreadableSourceError, match=r"a\.zip: found a ZIP archive that is damaged"):
        gathered([path], into)
    locked = archive(tmp_path, {"a.txt": "甲"}, "locked.zip")
    data = bytearray(locked.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(data)
    with pytest.raises(UnreadableSourceError, match="with a password"):
        gathered([locked], into)


def test_nothing_and_the_same_name_twice(tmp_path: Path, into: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableSourceError, match="no files"):
        gathered([tmp_path / "empty"], into)
    with pytest.raises(UnreadableSourceError, match="two files of this name"):
        gathered([tmp_path / "a.txt", tmp_path / "other" / "A.txt"], into)


def test_what_a_desktop_leaves() -> None:
    assert all(map(of_desktop, (".DS_Store", "Thumbs.db", "~$a.xlsx", "__MACOSX")))
    assert not of_desktop("表.xlsx")


def test_an_archive_that_was_cut_off_is_called_damaged(tmp_path: Path, into: Path) -> None:
    path = archive(tmp_path, {"a.txt": "甲" * 400, "b.txt": "乙"})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnreadableSourceError, match="a ZIP archive that is damaged"):
        gathered([path], into)
