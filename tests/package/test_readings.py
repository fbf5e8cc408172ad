"""Damaged cells that a person read."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.errors import NoteError
from juesuan.model import Facts
from tests.made import disclosure

LOST = """
[[unreadable]]
resource = "indicators"
row = "p01/1"
field = "{field}"
printed = "{shows}"
by = "someone"
on = 2026-01-01
"""
READING = """
[[reading]]
resource = "indicators"
row = "p01/1"
field = "{field}"
shows = "{shows}"
reads = "{reads}"
who = "someone"
on = 2026-01-02
"""
TEXT = disclosure().replace("超额", "超额3个")


def made(repository, notes: str, text: str = TEXT) -> Facts:
    folder: Path = repository(text, notes=notes) / "datapackages" / "made-up-2024"
    collection.convert(folder)
    return package.load(folder)


def first(facts: Facts) -> dict[str, str]:
    rows = (dict(one) for one in facts.rows("indicators"))
    return next(one for one in rows if (one["project_id"], one["position"]) == ("p01", "1"))


def note(field: str, shows: str, reads: str) -> str:
    return LOST.format(field=field, shows=shows) + READING.format(
        field=field, shows=shows, reads=reads
    )


@pytest.mark.slow
def test_a_reading_fills_its_cell_and_is_marked(repository) -> None:
    facts = made(repository, note("reason", "超额3个", "超额3个，多于计划"))
    row = first(facts)
    assert (row["reason"], row["unreadable"], row["read_by_person"]) == (
        "超额3个，多于计划", "", "reason",
    )  # fmt: skip
    (listed,) = facts.rows("readings")
    assert {name: value for name, value in listed.items() if value} == {
        "disclosure_id": "made-up-2024", "resource": "indicators", "row": "p01/1", "field": "reason", "how": "person",
        "shows": "超额3个", "reads": "超额3个，多于计划", "who": "someone", "on": "2026-01-02",
    }  # fmt: skip
    figure = next(one for one in facts.figures if one.field == "reason" and one.row == "p01/1")
    assert (figure.text, figure.status) == ("3", "prose")


@pytest.mark.slow
def test_a_number_that_a_text_does_not_hold_stays_unread(repository) -> None:
    facts = made(repository, note("reason", "超额3个", "超额完成"))
    assert [one.text for one in facts.figures if one.status == "unread"] == ["3"]


@pytest.mark.slow
def test_a_result_that_was_read_is_taken_apart(repository) -> None:
    row = first(made(repository, note("actual", "=12个", "=15人次")))
    values = [row[name] for name in ("actual", "actual_operator", "actual_value", "actual_unit")]
    assert values == ["=15人次", "=", "15", "人次"]


@pytest.mark.slow
def test_a_number_is_bound_where_the_source_prints_what_was_read(repository) -> None:
    facts = made(repository, note("weight", "50", "50"))
    assert first(facts)["weight"] == "50"
    cell = ("indicators", "p01/1", "weight")
    (figure,) = (one for one in facts.figures if (one.resource, one.row, one.field) == cell)
    assert (figure.text, figure.status) == ("50", "bound")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (READING.format(field="reason", shows="超额3个", reads="别的"), "not marked unreadable"),
        (note("reason", "超额3个", "别的").replace('shows = "超额3个"', 'shows = "超额"'), "shows '超额3个'"),
        (note("weight", "50", "五十"), "expected a number"),
        (READING.format(field="nothing", shows="", reads="x"), "a column of the resource"),
        (READING.format(field="reason", shows="", reads=""), "not empty"),
        (
            READING.format(field="reason", shows="", reads="x").replace("indicators", "glossary"),
            "a resource with damaged cells",
        ),
        (READING.format(field="reason", shows="", reads="x").replace("p01/1", "p77/1"), "no such cell"),
        (READING.format(field="reason", shows="", reads="x") * 2, "what no other entry has"),
    ],
)  # fmt: skip
def test_a_reading_that_cannot_be_true_is_refused_with_its_line(
    repository, notes: str, words: str
) -> None:
    with pytest.raises(NoteError, match=r"made-up-2024/disclosure\.toml:\d+: ") as caught:
        made(repository, notes)
    assert words in str(caught.value) and "What to do: " in str(caught.value)
