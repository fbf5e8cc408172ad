"""Contradictions as questions are answered from them: the weightiest first, both numbers where they are printed."""

from __future__ import annotations

import json
from typing import Any

from juesuan.pages.machines.search.contradictions import MOST, TOLD, files
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT

OFFICE = "changji-government-office-2023"


def held() -> dict[str, Any]:
    found = files(Store(ROOT, IDS))
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            text.partition(",")[2].rpartition(")")[0]
        )
        for name, text in found
    }


def test_the_weightiest_contradiction_comes_first_with_both_numbers() -> None:
    """Of the office 47.25 of 572.47 万元 are in doubt by X10; X17 doubts a name and no amount."""
    found = held()[f"c-{OFFICE}"]
    assert found["n"] == 5
    sentence, doubt, page, sides = found["all"][0]
    assert "572.47" in sentence and "525.22" in sentence
    assert "相差 47.25 万元" in doubt
    assert page == "X10-all"
    assert sides[-1].endswith("#f00036")
    assert [one[2] for one in found["all"]][-1].startswith("X17")


def test_over_all_the_most_money_comes_first_and_departments_are_counted() -> None:
    """A part that is more than its whole comes first; 463.29 of another one stands beside 0.00."""
    pieces = held()
    found = pieces["fails"]
    first = found["all"][0]
    assert first[2] == "urumqi-human-resources-2023"
    assert "36,802.50" in first[3] and "36,751.12" in first[3] and "51.38" in first[4]
    numbers = [one[3] for one in found["many"]]
    assert numbers == sorted(numbers, reverse=True) and 0 < len(numbers) <= MOST
    assert all(len(pieces[f"c-{one[2]}"]["all"]) <= TOLD for one in found["many"])
    assert numbers[0] == max(own["n"] for name, own in pieces.items() if name != "fails")


def test_both_numbers_lead_to_where_they_are_printed() -> None:
    """The form of the party committee says 21,952.66 where its text says 21,273.97."""
    found = held()["c-urumqi-party-committee-2023"]["all"]
    sentence, _, _, sides = next(one for one in found if one[2] == "X04-all")
    assert "21,952.66" in sentence and "21,273.97" in sentence
    assert [one.rpartition("#")[2] for one in sides] == ["f00319", "f00038"]


def test_a_larger_difference_that_is_explained_is_told_beside_the_first() -> None:
    """678.69 is the 年末结转和结余 of the party committee; nothing larger of the others is explained."""
    pieces = held()
    larger = pieces["fails"]["larger"]
    assert larger[2] == "urumqi-party-committee-2023"
    assert "678.69" in larger[4] and "年末结转和结余" in larger[4]
    assert pieces["c-urumqi-party-committee-2023"]["larger"] == larger[3:]
    assert "larger" not in pieces[f"c-{OFFICE}"]
