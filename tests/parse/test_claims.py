"""Which characters of the source went where."""

import pytest

from juesuan.parse.claims import Draft, Positions
from juesuan.parse.view import View

KEY = {"section": "overview", "measure": "revenue.total"}


def test_a_value_is_one_range_whatever_stands_inside() -> None:
    draft = Draft()
    row = draft.add("measures", **KEY)
    draft.bind("measures", row, "actual", "12", View("12", (3, 90)), "万元")
    (claim,) = draft.claims
    assert (claim.start, claim.end, claim.value, claim.unit) == (3, 91, "12", "万元")
    assert (claim.resource, claim.row, claim.field) == (
        "measures",
        "overview/revenue.total",
        "actual",
    )


def test_a_text_is_parted_where_it_leaves_out_much() -> None:
    draft = Draft()
    row = draft.add("measures", **KEY)
    draft.quote("measures", row, "reason", View("甲乙丙", (0, 2, 80)))
    assert [(claim.start, claim.end, claim.value) for claim in draft.claims] == [
        (0, 3, ""),
        (80, 81, ""),
    ]


def test_an_empty_text_claims_nothing() -> None:
    draft = Draft()
    draft.quote("measures", draft.add("measures", **KEY), "reason", View("", ()))
    assert draft.claims == []


def test_lost_cells_and_references() -> None:
    draft = Draft()
    draft.lose("measures", draft.add("measures", **KEY), "actual", View("1l", (5, 6)))
    draft.refer(View("2024", (10, 11, 12, 13)))
    assert draft.waste == [(5, 7, "measures", "overview/revenue.total", "actual")]
    assert draft.references == [(10, 14)]


def test_a_row_is_made_once_with_all_its_columns() -> None:
    draft = Draft()
    row = draft.row("measures", **KEY)
    assert draft.row("measures", **KEY) is row
    assert row["actual"] == ""
    with pytest.raises(KeyError, match="measures has no column actuall"):
        draft.add_to("measures", actuall="1")


def test_positions_are_the_printed_ones_and_go_on_behind_the_last() -> None:
    positions = Positions()
    assert [positions.take(one) for one in ("1", "5", "5", "", "2")] == ["1", "5", "6", "7", "2"]
