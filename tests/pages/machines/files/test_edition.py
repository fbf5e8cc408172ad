"""The number of a release: by the calendar, always above the one before."""

from __future__ import annotations

import datetime

import pytest

from juesuan.errors import PackageError
from juesuan.pages.machines.files.edition import edition, ordered

DAY = datetime.datetime(2026, 3, 9, 8, 7, 6, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("before", "given", "made"),
    [
        ("", "", "2026.03"),
        ("2026.02.7", "", "2026.03"),
        ("2026.03", "", "2026.03.1"),
        ("2026.03.9", "", "2026.03.10"),
        ("2.0.0", "", "2026.03"),
        ("2026.03", "2026.04", "2026.04"),
    ],
)
def test_the_number_follows_month_and_the_one_before(before: str, given: str, made: str) -> None:
    found = edition(DAY, before, given)
    assert found == (made, "2026-03-09T08:07:06Z") and found.day == "2026-03-09"
    assert before.count(".") != 1 or ordered(made) > ordered(before)


@pytest.mark.parametrize(
    "given", ["2026", "2026.13", "26.03", "2026.3", "2026.03.0", "v2026.03", "2026.03\n"]
)
def test_what_is_no_number_is_refused(given: str) -> None:
    with pytest.raises(PackageError, match="expected year and month"):
        edition(DAY, "", given)


@pytest.mark.parametrize(
    ("before", "given"), [("2026.03", "2026.03"), ("2026.03.2", "2026.03.1"), ("2026.10", "")]
)
def test_a_release_is_never_below_the_one_before(before: str, given: str) -> None:
    with pytest.raises(PackageError, match="expected one above"):
        edition(DAY, before, given)
