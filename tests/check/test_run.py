"""What the runner makes of what rules find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan import check
from juesuan.errors import NoteError
from juesuan.model import Facts
from tests.check.conftest import edited, m, state


def test_no_contradiction_is_concluded_beside_a_numeral_that_was_not_understood(
    base: Facts,
) -> None:
    """A part that was not read looks like a sum that does not add up; a comparison of two printed figures stands."""
    wrong = edited(
        base,
        m("expenditure/expenditure.basic", "actual", "60.50"),
        m("expenditure/expenditure.current", "actual", "99.00"),
    )
    assert (state(wrong, "N10"), state(wrong, "N11")) == ("fail", "fail")
    place = next(
        row["start"]
        for row in base.rows("figures")
        if row["row"] == "expenditure/expenditure.project"
    )
    for at, expected in ((int(place) + 20, "unreadable"), (int(place) + 5000, "fail")):
        lone = {
            **base.rows("figures")[0],
            "status": "unread",
            "start": str(at),
            "text": "7.77",
            "resource": "",
            "row": "",
            "field": "",
        }
        beside = replace(wrong, tables={**wrong.tables, "figures": (*wrong.rows("figures"), lone)})
        assert (state(beside, "N10"), state(beside, "N11")) == (expected, "fail")


def test_figures_of_a_finding_are_those_that_were_printed(base: Facts) -> None:
    row = next(one for one in check.run(base) if one["rule"] == "N03")
    texts = {figure["figure_id"]: figure["text"] for figure in base.rows("figures")}
    assert [texts[one] for one in row["figures"].split()] == ["110.00", "110.00"]


def test_a_pin_that_matches_nothing_is_told_what_fails_of_its_rule(base: Facts) -> None:
    wrong = edited(base, m("expenditure/expenditure.current", "actual", "99.00"))
    row = next(one for one in check.run(wrong) if one["rule"] == "N11" and one["state"] == "fail")
    pin = {"rule": "N11", "subject": "else", "left": "1", "right": "2"}
    with pytest.raises(NoteError) as raised:
        check.run(wrong, ({**pin, "note": "n", "by": "b", "on": "2026-11-29"},))
    told = f'subject = "{row["subject"]}", left = "{row["left"]}", right = "{row["right"]}"'
    assert "99.00" in told and f"Of N11 fail: {told}." in str(raised.value)
