"""Rates of change, as several rules ask for them."""

from __future__ import annotations

from juesuan import check
from juesuan.model import Facts
from tests.check.conftest import edited, m, state


def test_a_zero_base_is_information_and_never_a_fault(base: Facts) -> None:
    new = edited(
        base,
        m("operating/operating.agency", "change", "10.00"),
        m("operating/operating.agency", "change_pct", "100.00"),
    )
    row = next(
        one
        for one in check.run(new)
        if one["rule"] == "N24" and one["subject"] == "operating/operating.agency"
    )
    assert (row["state"], "本年数减去增减额为 0" in row["statement"]) == ("information", True)
    odd = edited(new, m("operating/operating.agency", "change_pct", "170.00"))
    assert state(odd, "N24", "operating/operating.agency") == "fail", (
        "no convention gives this rate"
    )
