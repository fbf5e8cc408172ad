"""What was made of a disclosure is made again only where it or the program has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.pages.store.memory import Memory


def made(memory: Memory, one: str, told: str, value: list[str]) -> tuple[list[str], bool]:
    """What is made of a disclosure, and whether it was made now."""
    asked: list[str] = []
    found = memory.of("rows", one, told, lambda: asked.append(one) or value)
    return found, bool(asked)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in which something is kept of one disclosure."""
    memory = Memory(tmp_path / "new" / "made.sqlite", "1")
    assert made(memory, "a-2024", "x", ["甲"]) == (["甲"], True)
    assert made(memory, "a-2024", "x", ["乙"]) == (["甲"], False)
    memory.close()
    return tmp_path / "new" / "made.sqlite"


def test_it_is_kept_until_what_it_follows_from_changes(path: Path) -> None:
    memory = Memory(path, "1")
    assert made(memory, "a-2024", "x", ["乙"]) == (["甲"], False)
    assert made(memory, "b-2024", "x", ["丙"]) == (["丙"], True)
    assert made(memory, "a-2024", "y", ["乙"]) == (["乙"], True)
    memory.close()
    assert made(Memory(path, "1"), "a-2024", "y", []) == (["乙"], False)


def test_one_kind_is_not_taken_for_another(path: Path) -> None:
    assert Memory(path, "1").of("cards", "a-2024", "x", lambda: {"n": 1}) == {"n": 1}


@pytest.mark.parametrize("what", ["code", "damaged", "lost"])
def test_other_code_or_a_damaged_file_begins_anew(path: Path, what: str) -> None:
    if what == "damaged":
        path.write_bytes(b"no database" * 1000)
    if what == "lost":
        path.unlink()
    memory = Memory(path, "2" if what == "code" else "1")
    assert made(memory, "a-2024", "x", ["乙"]) == (["乙"], True)


def test_what_is_gone_is_forgotten(path: Path) -> None:
    memory = Memory(path, "1")
    made(memory, "b-2024", "x", ["丙"])
    memory.forget_but(["b-2024", "c-2024"])
    assert made(memory, "b-2024", "x", []) == (["丙"], False)
    assert made(memory, "a-2024", "x", ["新"]) == (["新"], True)


def test_without_a_file_it_lasts_as_long_as_it_is_open() -> None:
    memory = Memory(None, "")
    assert made(memory, "a-2024", "x", ["甲"]) == (["甲"], True)
    assert made(memory, "a-2024", "x", []) == (["甲"], False)
    memory.close()


def test_what_is_of_no_disclosure_outlives_them(path: Path) -> None:
    memory = Memory(path, "1")
    memory.keep("sounds", "x", {"甲": ["jia"]})
    memory.forget_but([])
    memory.close()
    again = Memory(path, "1")
    assert again.kept("sounds", "x") == {"甲": ["jia"]}
    assert again.kept("sounds", "y") == again.kept("other", "x") == {}
    assert made(again, "a-2024", "x", ["乙"])[1]
