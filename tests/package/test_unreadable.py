"""Cells that a person found destroyed."""

from __future__ import annotations

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


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (NOTE.format("别的"), "the note expects '别的'"),
        (NOTE.format("超额").replace("p01/1", "p77/1"), "no such row"),
        (NOTE.format("超额").replace('"reason"', '"nothing"'), "no such field"),
        (NOTE.format("超额").replace('"indicators"', '"indicator"'), "no such field"),
        (NOTE.format("甲").replace('"indicators"', '"checks"'), "no such field"),
        (
            NOTE.format("甲")
            .replace('"indicators"', '"glossary"')
            .replace('"reason"', '"definition"'),
            "no such row",
        ),
    ],
)
def test_a_note_that_matches_nothing(repository, notes: str, words: str) -> None:
    root = repository(disclosure(), notes=notes)
    with pytest.raises(NoteError, match=r"made-up-2024/disclosure.toml: unreadable ") as caught:
        collection.convert(root / "datapackages" / "made-up-2024")
    assert words in str(caught.value)
    assert "What to do: " in str(caught.value)
