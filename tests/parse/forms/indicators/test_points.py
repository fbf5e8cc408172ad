"""Which of weight and score the one number of a row is."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.indicators.points import decide_points
from tests.made_cells import view


def decided(one: str, others: list[tuple[str, str]], funds: str) -> tuple[str, str, list[str]]:
    doubtful = Aligned({"weight": view(one)}, lost=["score"])
    whole = [Aligned({"weight": view(w), "score": view(s)}) for w, s in others]
    decide_points([*whole, doubtful], funds)
    found = [
        doubtful.cells[name].text if name in doubtful.cells else "" for name in ("weight", "score")
    ]
    return found[0], found[1], doubtful.lost


@pytest.mark.parametrize(
    ("one", "others", "funds", "wanted"),
    [
        ("20", [("70", "70")], "10", ("20", "", ["score"])),
        ("19", [("70", "70")], "10", ("", "19", ["weight"])),
        ("2019.5", [("70", "70")], "10", ("20", "19.5", [])),
        ("2021", [("70", "70")], "10", ("", "2021", ["weight"])),
        ("19.50", [("70", "70.00")], "", ("", "19.50", ["weight"])),
        ("20", [("70", "70.00")], "", ("20", "", ["score"])),
        ("19.50", [("70.00", "70.00")], "", ("19.50", "", ["score"])),
        ("19", [], "", ("19", "", ["score"])),
    ],
)
def test_the_one_number(one: str, others: list, funds: str, wanted: tuple) -> None:
    assert decided(one, others, funds) == wanted


def test_two_doubtful_rows_are_not_decided_by_the_sum() -> None:
    rows = [Aligned({"weight": view(text)}, lost=["score"]) for text in ("50", "39")]
    decide_points(rows, "10")
    assert [one.cells["weight"].text for one in rows] == ["50", "39"]
