"""Rows by disclosure: only those of which something differs are held."""

from __future__ import annotations

from pathlib import Path

from tests.release.made_release import issue, terms

from juesuan.release.groups import Pair, Row, pairs
from juesuan.release.layout import layout

A, B, C, D = (
    ("a-2024", "甲", "1"),
    ("b-2024", "乙", "1"),
    ("c-2024", "丙", "1"),
    ("d-2024", "丁", "1"),
)


def compared(tmp_path: Path, old: list, new: list) -> list[Pair]:
    before = issue(tmp_path / "a.zip", "2026.03", {"glossary": terms(*old)})
    now = issue(tmp_path / "b.zip", "2026.04", {"glossary": terms(*new)})
    return list(pairs(before, now, "glossary", layout(before, now, "glossary")))


def test_what_is_the_same_is_passed_over(tmp_path: Path) -> None:
    assert compared(tmp_path, [A, B, C], [A, B, C]) == []
    other = ("b-2024", "乙", "2")
    assert compared(tmp_path, [A, B, C], [A, other, C]) == [Pair([Row(2, B)], [Row(2, other)])]


def test_what_is_new_and_what_is_gone(tmp_path: Path) -> None:
    found = compared(tmp_path, [A, B, C], [B, D, C])
    assert found == [Pair((), [Row(2, D)]), Pair([Row(1, A)], ())]


def test_what_moved_among_the_others(tmp_path: Path) -> None:
    assert compared(tmp_path, [A, B, C], [C, A, B]) == [Pair([Row(3, C)], [Row(1, C)], True)]


def test_a_disclosure_in_two_blocks_is_two(tmp_path: Path) -> None:
    assert compared(tmp_path, [A, B, A], [A, B]) == [Pair([Row(3, A)], ())]


def test_a_list_of_codes_is_one_group(tmp_path: Path) -> None:
    columns = ("code", "term", "definition")
    before = issue(tmp_path / "a.zip", "2026.03", {"codes": terms(A, B, columns=columns)})
    now = issue(tmp_path / "b.zip", "2026.04", {"codes": terms(A, columns=columns)})
    (found,) = pairs(before, now, "codes", layout(before, now, "codes"))
    assert len(found.before) == 2 and len(found.now) == 1
