"""What a maintainer writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.errors import NoteError
from tests.made import disclosure

NOTE = """
[[unreadable]]
resource = "indicators"
row = "p01/1"
field = "reason"
printed = "{}"
by = "someone"
on = 2026-01-01
"""


def test_a_person_can_mark_a_cell_as_destroyed(repository) -> None:
    root = repository(disclosure().replace("超额", "超额3个"), notes=NOTE.format("超额3个"))
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    facts = package.load(folder)
    row = next(
        one
        for one in facts.rows("indicators")
        if (one["project_id"], one["position"]) == ("p01", "1")
    )
    assert (row["reason"], row["unreadable"]) == ("", "reason")
    assert [f["text"] for f in facts.rows("figures") if f["status"] == "unread"] == ["3"]


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (NOTE.format("别的"), "the note expects '别的'"),
        (NOTE.format("超额").replace("p01/1", "p77/1"), "no such row"),
        (NOTE.format("超额").replace('"reason"', '"nothing"'), "no such field"),
        ("[limits]\nunread = -1\n", "expected a whole number"),
        ("typo = 1\n", "found the key 'typo'"),
        ("url = \n", "Expected a TOML file"),
        ("published = 'yesterday'\n", "expected a date"),
        ("[[pin]]\nrule = 'N01'\n", "pin 1 has the keys rule"),
        (
            "[[pin]]\nrule='N01'\nsubject='all'\nleft='1'\nright='2'\nnote='x'\nby='y'\non=2026-01-01\n",
            "no such failed check",
        ),
    ],
)
def test_notes_that_are_wrong_or_match_nothing(repository, notes: str, words: str) -> None:
    root = repository(disclosure(), notes=notes)
    with pytest.raises(NoteError, match="made-up-2024") as caught:
        collection.convert(root / "datapackages" / "made-up-2024")
    assert words in str(caught.value)


def test_a_limit_on_unread_figures(repository) -> None:
    text = disclosure().replace(
        "二、收入决算情况说明\n本年", "二、收入决算情况说明\n另有88.00万元见附表。本年"
    )
    root = repository(text, notes="[limits]\nunread = 0\n")
    with pytest.raises(
        NoteError, match=r"found 1 unread figures, first made.txt:\d+: 88.00; the limit is 0"
    ):
        collection.convert(root / "datapackages" / "made-up-2024")


def test_pins(repository) -> None:
    text = disclosure().replace("收入总计110.00万元", "收入总计111.00万元", 1)
    pin = "[[pin]]\nrule='N03'\nsubject='all'\nleft='111.00'\nright='110.00'\nnote='原文如此'\nby='甲'\non=2026-01-01\n"
    root = repository(text, notes=pin)
    folder = root / "datapackages" / "made-up-2024"
    report = collection.convert(folder)
    assert not any(fail.startswith("N03") for fail in report.new_fails)
    row = next(one for one in package.load(folder).rows("checks") if one["rule"] == "N03")
    assert (row["state"], row["pinned"]) == ("fail", "原文如此（甲，2026-01-01）")
    (folder / "disclosure.toml").write_text(pin.replace("110.00", "109.00"), encoding="utf-8")
    with pytest.raises(
        NoteError, match=r"found 111.00 and 110.00; the pin expects 111.00 and 109.00"
    ):
        collection.convert(folder)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("limits = 3", "limits = 3; expected a table"),
        ("[limits]\nunraed = 0", "the key 'limits.unraed'"),
        ("[limits]\nunread = true", "unread = True; expected a whole number"),
        ("[limits]\nunread = -1", "limits.unread = -1"),
        ("url = 3", "url = 3; expected an address"),
        ('url = "javascript:alert(1)"', "expected an address that begins with https"),
        (
            'url = "https://example.org/\\" onclick=\\"x"',
            "expected an address that begins with https",
        ),
        ('obtained = "yesterday"', "obtained = 'yesterday'; expected a date"),
        ('published = "2024-09-20"', "expected a date"),
        ('region_code = "999999"', "expected a code of"),
        ("[pin]\nrule = 1", r"expected \[\[pin\]\]"),
        ("[[pin]]\nrule = 1", "pin 1 has the keys rule"),
        ("urls = 1", "the key 'urls'"),
        ("url = ", "Expected a TOML file"),
    ],
)
def test_notes_that_are_wrong_are_refused(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "disclosure.toml").write_text(text, encoding="utf-8")
    with pytest.raises(NoteError, match=found):
        package.read_notes(tmp_path)
