"""What is unchanged is known by bytes: of a disclosure, and of the code that converts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.collection import hash_of
from juesuan.collection.work import cache
from juesuan.collection.work.cache import Cache


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "datapackages" / "x-2024"
    (made / "source").mkdir(parents=True)
    (made / "source" / "a.txt").write_bytes(b"a")
    return made


def kept(root: Path, folder: Path) -> None:
    made = Cache(root)
    made.keep(folder)
    made.write()


@pytest.mark.slow
def test_what_was_kept_is_current_until_a_byte_changes(tmp_path: Path, folder: Path) -> None:
    assert not Cache(tmp_path).is_current(folder)
    kept(tmp_path, folder)
    assert Cache(tmp_path).is_current(folder)
    (folder / "source" / "a.txt").write_bytes(b"b")
    assert not Cache(tmp_path).is_current(folder)
    (folder / "source" / "a.txt").write_bytes(b"a")
    assert Cache(tmp_path).is_current(folder)
    (folder / "source" / "a.txt").rename(folder / "source" / "b.txt")
    assert not Cache(tmp_path).is_current(folder)


@pytest.mark.slow
def test_what_is_forgotten_is_not_current(tmp_path: Path, folder: Path) -> None:
    kept(tmp_path, folder)
    made = Cache(tmp_path)
    made.forget(folder)
    made.write()
    assert not Cache(tmp_path).is_current(folder)


@pytest.mark.slow
def test_an_edited_table_is_not_current(tmp_path: Path, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "a.csv").write_bytes(b"1")
    (folder / "datapackage.json").write_bytes(b"{}")
    kept(tmp_path, folder)
    assert Cache(tmp_path).is_current(folder)
    for name in ("data/a.csv", "datapackage.json"):
        before = (folder / name).read_bytes()
        (folder / name).write_bytes(b"2")
        assert not Cache(tmp_path).is_current(folder)
        assert not Cache(tmp_path).is_last_good(folder)
        (folder / name).write_bytes(before)
    (folder / "data" / "b.csv").write_bytes(b"3")
    assert not Cache(tmp_path).is_current(folder)


@pytest.mark.slow
def test_the_last_good_package_stays_known(tmp_path: Path, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "a.csv").write_bytes(b"1")
    assert not Cache(tmp_path).is_last_good(folder)
    kept(tmp_path, folder)
    (folder / "source" / "a.txt").write_bytes(b"b")
    made = Cache(tmp_path)
    made.forget(folder)
    made.write()
    assert Cache(tmp_path).is_last_good(folder)
    (folder / "source" / "a.txt").write_bytes(b"a")
    assert not Cache(tmp_path).is_current(folder), "a refusal was noted in between"
    (folder / "data" / "a.csv").write_bytes(b"2")
    assert not Cache(tmp_path).is_last_good(folder)


@pytest.mark.slow
def test_nothing_is_noted_of_one_that_was_never_good(tmp_path: Path, folder: Path) -> None:
    made = Cache(tmp_path)
    made.forget(folder)
    made.write()
    assert not Cache(tmp_path).is_last_good(folder)


def test_changed_code_makes_nothing_current(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, folder)
    monkeypatch.setattr(cache, "version", lambda *_: "other code")
    assert not Cache(tmp_path).is_current(folder)


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"[1]",
        b"\xff",
        b"[" * 100_000,
        b'{"x-2024": 3}',
        b'{"x-2024": "0f"}',
        b'{"x-2024": {"inputs": "0f"}}',
        b'{"x-2024": {"inputs": "0f", "package": "0f", "more": 1}}',
    ],
)
def test_a_damaged_cache_knows_nothing(tmp_path: Path, folder: Path, damage: bytes) -> None:
    kept(tmp_path, folder)
    (tmp_path / ".cache" / "build.json").write_bytes(damage)
    assert not Cache(tmp_path).is_current(folder)


def test_a_hash_counts_names_bytes_and_what_comes_before(tmp_path: Path) -> None:
    """Wherever the folder lies, and no file for the end of another one."""
    first, second = tmp_path / "first", tmp_path / "second"
    for base in (first, second):
        (base / "a").mkdir(parents=True)
        (base / "a" / "x").write_bytes(b"12")
        (base / "y").write_bytes(b"3")
    found = hash_of(first, sorted(first.rglob("*")))
    assert hash_of(second, sorted(second.rglob("*"))) == found
    assert hash_of(first, sorted(first.rglob("*")), "code") != found
    (second / "a" / "x").write_bytes(b"1")
    (second / "y").write_bytes(b"23")
    assert hash_of(second, sorted(second.rglob("*"))) != found


def test_a_file_is_read_once_unless_it_was_written_just_now(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, read = folder / "source" / "a.txt", []
    true = cache.sha256_of
    monkeypatch.setattr(cache, "sha256_of", lambda one: read.append(one) or true(one))
    fresh = cache.file_hash(path)
    path.write_bytes(b"b")  # at the same moment, of the same size
    assert cache.file_hash(path) != fresh
    monkeypatch.setattr(cache, "_SETTLED", 0)
    settled = cache.file_hash(path)
    assert cache.file_hash(path) == settled and len(read) == 3
    path.write_bytes(b"longer")
    assert cache.file_hash(path) != settled and len(read) == 4
