"""What is printed, by the manner that was asked for."""

from __future__ import annotations

import json

import pytest

from juesuan.cli import printing
from juesuan.collection import Report


@pytest.fixture
def manner(monkeypatch: pytest.MonkeyPatch) -> printing.Manner:
    made = printing.Manner()
    monkeypatch.setattr(printing, "MANNER", made)
    return made


def test_a_line_is_for_people(manner, capsys: pytest.CaptureFixture[str]) -> None:
    printing.say("[bold]甲[/bold]")
    assert capsys.readouterr().out == "[bold]甲[/bold]\n"
    manner.json = True
    printing.say("甲")
    manner.json, manner.quiet = False, True
    printing.say("甲")
    printing.say_rows([{"a": "1"}], ["a"], "t")
    assert capsys.readouterr().out == ""


def test_json_is_for_scripts(manner, capsys: pytest.CaptureFixture[str]) -> None:
    printing.say_json({"a": 1})
    assert capsys.readouterr().out == ""
    manner.json = True
    printing.say_json({"名": 1})
    out = capsys.readouterr().out
    assert json.loads(out) == {"名": 1} and "名" in out


def test_an_error_is_told_to_both(manner, capsys: pytest.CaptureFixture[str]) -> None:
    printing.say_error("wrong")
    first = capsys.readouterr()
    assert (first.out, first.err) == ("", "juesuan: wrong\n")
    manner.json = True
    printing.say_error("wrong")
    assert json.loads(capsys.readouterr().out) == {"error": "wrong"}


def test_a_failed_disclosure_is_told_even_quietly(
    manner, capsys: pytest.CaptureFixture[str]
) -> None:
    manner.quiet = True
    printing.say_report(Report("x-2024", "failed", "x.txt:1: found nothing"))
    printing.say_report(Report("y-2024", "unchanged"))
    found = capsys.readouterr()
    assert (found.out, found.err) == ("", "juesuan: x.txt:1: found nothing\n")


def test_columns_that_are_empty_are_left_out(manner, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"a": "[1]", "b": "", "c": "x" * 99}, {"a": "", "b": "", "c": ""}]
    printing.say_rows(rows, ["c", "b", "a"], "title")
    out = capsys.readouterr().out
    assert "[1]" in out and out.index("c") < out.index("a ")
    assert " b " not in out and "x" * printing.LONGEST_CELL in out
    assert "x" * (printing.LONGEST_CELL + 1) not in out
