"""The cells of one indicator by field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.indicators.aligned import FIELDS, POINTS, Aligned, text_of
from juesuan.rows import IndicatorsColumn
from tests.made_cells import cell, cells, view


def test_a_cell_that_is_put_is_found_by_field_and_carried_on_in_its_column() -> None:
    one = Aligned({})
    one.put("target", cell("≥10次", column=4))
    one.put("actual", cell("12次", column=2))
    assert {name: found.text for name, found in one.cells.items()} == {
        "target": "≥10次", "actual": "12次",
    }  # fmt: skip
    assert one.columns == {4: "target", 2: "actual"}


def test_two_indicators_share_nothing() -> None:
    one, other = Aligned({}), Aligned({})
    one.lost.append("score")
    one.columns[1] = "target"
    assert (other.lost, other.columns) == ([], {})


@pytest.mark.parametrize(
    ("weight", "score", "lost"),
    [
        ("20", "19.50分", []),
        ("2O", "19.50", ["weight"]),
        ("20", "19.5.0", ["score"]),
        ("■", "l9.50分", ["weight", "score"]),
    ],
)
def test_illegible_points_are_lost_and_kept_apart(weight: str, score: str, lost: list[str]) -> None:
    one = Aligned({"weight": view(weight), "score": view(score)})
    one.lose_damaged()
    assert one.lost == list(one.damaged) == lost
    assert list(one.cells) == [name for name in POINTS if name not in lost]


def test_only_points_are_lost_as_illegible() -> None:
    one = Aligned({"target": view("1O"), "reason": view("■")})
    one.lose_damaged()
    assert (list(one.cells), one.lost, one.damaged) == (["target", "reason"], [], {})


@pytest.mark.slow
@given(st.sets(st.sampled_from(FIELDS)), st.sets(st.sampled_from(FIELDS)))
def test_it_lacks_fields_of_which_none_was_found(
    found: set[IndicatorsColumn], asked: set[IndicatorsColumn]
) -> None:
    one = Aligned({name: view("甲") for name in found})
    assert one.lacks(*asked) is found.isdisjoint(asked)


def test_the_text_of_cells_keeps_the_place_of_each_character() -> None:
    joined = text_of(cells("因设备||未 到"))
    assert joined.text == "因设备未到" and joined.at == (0, 1, 2, 200, 202)
    assert not len(text_of([]))
