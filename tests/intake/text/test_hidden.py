"""Hidden characters of a source are told with their line, and change no figure and no offset."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan import collection, intake
from juesuan.errors import NoteError, UnreadableSourceError
from juesuan.intake.text.hidden import SIGN, without_secrets
from juesuan.terms.hidden import HIDDEN
from tests.conftest import document_of, facts_of
from tests.made import disclosure

CHARS = "\u200b\u200f\x07\x1b\x85\u00ad\ufeff\u2028\u061c\U000e0041"
"""Characters that change no number, wherever they stand."""

TURNING = "\u202a\u202e\u2066\u2069"
"""Characters that turn the direction: which number is shown beside one cannot be told."""


def scattered(text: str, step: int = 7) -> str:
    """The text with a hidden character behind every so many others, also inside of numbers."""
    return "".join(
        char + (CHARS[i // step % len(CHARS)] if i % step == 0 else "")
        for i, char in enumerate(text)
    )


def test_a_text_without_any_stays_as_it_is() -> None:
    document = document_of("甲\t1.00\r\n乙\f")
    assert without_secrets(document) is document


def test_each_kind_is_told_once_with_its_first_line() -> None:
    told = without_secrets(document_of("一\n二\u202e三\u202e\n\x1b")).remarks
    assert len(told) == 2
    assert told[0].startswith(
        "made.txt:2: found U+202E (RIGHT-TO-LEFT OVERRIDE), 2 times, first here"
    )
    assert told[1].startswith("made.txt:3: found U+001B, once") and "What to do" in told[1]


def test_a_text_full_of_kinds_gets_a_short_report() -> None:
    told = without_secrets(document_of("".join(map(chr, range(0xE0020, 0xE0060))))).remarks
    assert len(told) == 21 and "44 more kinds" in told[-1]


def test_text_taken_out_of_a_file_gets_a_visible_sign() -> None:
    document = replace(document_of("甲\u202e乙"), is_extracted=True)
    assert without_secrets(document).text == f"甲{SIGN}乙"
    assert without_secrets(document_of("甲\u202e乙")).text == "甲\u202e乙", (
        "a source is kept as it is"
    )


@pytest.mark.slow
def test_no_table_changes_even_where_they_stand_inside_of_numbers() -> None:
    plain, text = facts_of(disclosure()), scattered(disclosure())
    found = facts_of(text)
    assert found.tables == plain.tables
    assert not any(HIDDEN.search(one.text) for one in found.figures)
    for figure in found.figures:
        printed = HIDDEN.sub("", text[figure.start : figure.end])
        assert printed == figure.text, "its offsets count in the published source"


@pytest.mark.parametrize("char", TURNING)
def test_a_number_that_is_turned_is_not_taken(char: str) -> None:
    title = "某某市示例局2024年度部门决算\n"
    plain = f"{title}一、收入支出决算总体情况说明\n收入总计10.25万元。\n"
    assert bound(plain) == ["10.25"]
    assert bound(plain.replace("10.25", f"1{char}0.25")) == []
    assert bound(plain.replace("总计", f"总{char}计")) == ["10.25"]


def bound(text: str) -> list[str]:
    return [one.value for one in facts_of(text).figures if one.status == "bound"]


@pytest.mark.slow
@given(st.integers(2, 60), st.sampled_from(CHARS))
@settings(max_examples=15, deadline=None)
def test_wherever_they_stand_the_ledger_points_at_the_numerals(step: int, char: str) -> None:
    text = "".join(
        one + (char if i % step == 0 and one not in "0123456789.,-" else "")
        for i, one in enumerate(disclosure())
    )
    found, plain = facts_of(text), facts_of(disclosure())
    assert [one.value for one in found.figures] == [one.value for one in plain.figures]
    assert all(HIDDEN.sub("", text[one.start : one.end]) == one.text for one in found.figures)


@pytest.mark.slow
def test_a_build_tells_them_and_publishes_none(repository: Callable[..., Path]) -> None:
    text = (
        disclosure()
        .replace("示例项目", "示例\u202e项目")
        .replace("主要职能\n1", "主要职能\n\u200b1")
    )
    root = repository(text)
    folder = root / "datapackages" / "made-up-2024"
    report = collection.convert(folder)
    at = text[: text.index("\u202e")].count("\n") + 1
    assert any(one.startswith(f"made.txt:{at}: found U+202E") for one in report.remarks)
    for path in (folder / "data").glob("*.csv"):
        assert not HIDDEN.search(path.read_text(encoding="utf-8")), path
    with (folder / "data" / "projects.csv").open(encoding="utf-8") as file:
        assert "示例项目" in [row["name"] for row in csv.DictReader(file)]
    assert (folder / "source" / "made.txt").read_text(encoding="utf-8") == text


def test_a_file_name_with_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "made\u202etxt.txt"
    path.write_text(disclosure(), encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match=r"madetxt.txt: found .*U\+202E"):
        intake.read(path)


@pytest.mark.slow
def test_notes_with_one_are_refused_with_the_line(repository: Callable[..., Path]) -> None:
    notes = 'added = 2026-11-20\n[[correction]]\non = 2026-11-20\nwhat = "甲\u202e乙"\n'
    root = repository(disclosure(), notes=notes)
    with pytest.raises(NoteError, match=r"disclosure.toml:4: .*take out U\+202E"):
        collection.convert(root / "datapackages" / "made-up-2024")
