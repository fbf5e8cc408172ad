"""Which files are one disclosure, where many are given."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from juesuan.collection.adding.by_hand import ByHand
from juesuan.collection.adding.given import each, listed
from juesuan.collection.adding.looked import Entry
from juesuan.errors import PackageError, UnreadableSourceError


def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    (folder / "two").mkdir(parents=True)
    for name in ("one.txt", "two/a.txt", "two/b.txt", "Thumbs.db"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def names(entries: list[Entry]) -> list[str]:
    return [entry.where for entry in entries]


def test_each_of_a_folder_is_one(tmp_path: Path) -> None:
    found = each([inbox(tmp_path), tmp_path / "single.pdf"], tmp_path / "into")
    assert names(found) == ["inbox/one.txt", "inbox/two", "single.pdf"]


@pytest.mark.parametrize("above", ["", "inbox/"])
def test_each_of_an_archive_is_one(tmp_path: Path, above: str) -> None:
    path, into = tmp_path / "many.zip", tmp_path / "into"
    into.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("甲.txt", "乙/表.txt", "乙/文.txt", "丙/表.txt"):
            archive.writestr(above + name, name)
    found = each([path], into)
    assert names(found) == ["many.zip/甲.txt", "many.zip/乙", "many.zip/丙"]
    assert sorted(one.name for one in found[1].files[0].iterdir()) == ["文.txt", "表.txt"]


def test_an_archive_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    path, into = tmp_path / "many.zip", tmp_path / "into"
    into.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/../../b.txt", "x")
    with pytest.raises(UnreadableSourceError, match="leads elsewhere"):
        each([path], into)
    assert not (tmp_path / "b.txt").exists()


def listing(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    inbox(tmp_path)
    path = tmp_path / "inbox" / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_says_what_is_known_of_each(tmp_path: Path, encoding: str) -> None:
    text = (
        "file,url,published,department,region,note\r\n"
        'one.txt,https://www.example.org/,2024-09-20,示例局,650100,"甲，\n乙"\r\n'
        "two/a.txt|two\\b.txt,,,,,\r\n"
    )
    first, second = listed(listing(tmp_path, text, encoding), ByHand(obtained="2026-11-01"))
    assert first.by_hand == ByHand(
        department="示例局",
        url="https://www.example.org/",
        published="2024-09-20",
        obtained="2026-11-01",
        region_code="650100",
        note="甲，\n乙",
    )
    assert [path.name for path in second.files] == ["a.txt", "b.txt"]
    assert second.where == "list.csv:4 (two/a.txt|two\\b.txt)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\none.txt\n", r"list\.csv:1: found the columns name; expected file"),
        ("file,file\none.txt,x\n", r"list\.csv:1: found the columns"),
        ("file,colour\none.txt,red\n", r"list\.csv:1: found the columns"),
        ("file,url\none.txt\n", r"list\.csv:2: found more or fewer cells"),
        ("file\none.txt,x\n", r"list\.csv:2: found more or fewer cells"),
        ("file\n../single.pdf\n", r"list\.csv:2: found the file '\.\./single\.pdf'"),
        ("file\n/etc/hostname\n", r"list\.csv:2: found the file '/etc/hostname'"),
        ("file\nlink.txt\n", r"list\.csv:2: found the file 'link\.txt'"),
        ("file\nnone.txt\n", r"list\.csv:2: found the file 'none\.txt'"),
        ('file\n""\n', r"list\.csv:2: found the file ''"),
        ('file\n"one\n', r"list\.csv:\d: found "),
        ("file\n", r"list\.csv: found no lines"),
    ],
)
def test_a_wrong_list_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = listing(tmp_path, text)
    (tmp_path / "inbox/link.txt").symlink_to("/etc/hostname")
    with pytest.raises(PackageError, match=message):
        listed(path)
