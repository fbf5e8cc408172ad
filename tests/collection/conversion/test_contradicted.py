"""Numbers that a person read are refused where they contradict sums that can be read."""

from __future__ import annotations

import pytest

from juesuan import collection, package
from juesuan.errors import NoteError
from tests.made import disclosure
from tests.package.test_readings import note

PIN = """
[[pin]]
rule = "P06"
subject = "p01"
left = "97.50"
right = "96.50"
note = "原文如此"
by = "someone"
on = 2026-01-03
"""


def convert(repository, notes: str) -> package.Notes:
    folder = repository(disclosure(), notes=notes) / "datapackages" / "made-up-2024"
    collection.convert(folder)
    return package.read_notes(folder)


@pytest.mark.slow
def test_a_number_that_breaks_a_sum_is_refused_with_the_line_of_its_note(repository) -> None:
    with pytest.raises(NoteError) as caught:
        convert(repository, note("score", "50.00", "49.00"))
    told = str(caught.value)
    assert told.startswith("made-up-2024/disclosure.toml:10: reading of indicators p01/1 score: ")
    assert "with '49.00' the check P06 fails" in told and "pin the check" in told


@pytest.mark.slow
def test_a_number_that_fits_is_taken(repository) -> None:
    notes = convert(repository, note("score", "50.00", "50.00"))
    assert [one["reads"] for one in notes.readings] == ["50.00"]


@pytest.mark.slow
def test_a_text_is_not_asked_of_sums(repository) -> None:
    convert(repository, note("level3", "示例数量", "别的数量"))
