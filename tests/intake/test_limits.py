"""The bounds of reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits


@pytest.mark.parametrize(
    ("given", "seconds"), [("", 25), ("120", 120), ("0", 25), ("-5", 25), ("一", 25), ("1e9", 25)]
)
def test_a_maintainer_may_give_more_seconds(
    given: str, seconds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUESUAN_SECONDS", given)
    assert limits.seconds() == seconds
    assert f"more than {seconds} seconds" in limits.too_long()[0]


@pytest.mark.slow
def test_a_text_may_have_so_many_characters(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("收" * limits.CHARACTERS, encoding="utf-8")
    assert len(intake.read(file).text) == limits.CHARACTERS
    file.write_text("收" * (limits.CHARACTERS + 1), encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match="more than 3,000,000 characters"):
        intake.read(file)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("收" * (limits.CHARACTERS + 1), "more than 3,000,000 characters"),
        ("\n" * (limits.LINES + 1), "more than 300,000 lines"),
        ("5 " * (limits.NUMBERS + 1), "more than 100,000 numbers"),
    ],
)
def test_a_text_is_refused_by_its_size_alone(text: str, told: str) -> None:
    found = limits.check_text(text)
    assert found is not None and found[0] == told
    assert limits.check_text(text[:-2]) is None
