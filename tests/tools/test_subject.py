"""Subjects of commit messages: short, imperative, apart from the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.subject import faults, main


@pytest.mark.parametrize(
    "message",
    [
        "Read the nine tables of a workbook",
        "Embed a chart's table in its page\n\nReaders of other sites see both.\n",
        "Need a title before a year",
        "x" * 0 + "Keep a subject of exactly seventy-two characters, not one more than that",
    ],
)
def test_a_good_subject_has_no_fault(message: str) -> None:
    assert faults(message) == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("Add " + "very " * 14 + "long words", "characters; expected at most 72"),
        ("Add a table.", "full stop"),
        ("add a table", "capital letter"),
        ("Fixed a table", "imperative such as 'Fix'"),
        ("Adding a table", "imperative such as 'Add'"),
        ("Add a table\nand more", "empty line below"),
        ("", "capital letter"),
    ],
)
def test_a_fault_is_named(message: str, fault: str) -> None:
    assert any(fault in one for one in faults(message)), faults(message)


def test_the_hook_says_what_is_wrong_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "message"
    path.write_text("Fixed it.\n", encoding="utf-8")
    assert main(path) == 1
    told = capsys.readouterr().err
    assert "full stop" in told
    assert "git commit --amend" in told
    path.write_text("Mend it\n", encoding="utf-8")
    assert main(path) == 0
