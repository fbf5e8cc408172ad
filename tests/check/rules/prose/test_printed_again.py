"""Figures that one section prints more than once, differently: the parser keeps each value."""

from __future__ import annotations

from dataclasses import replace

from juesuan.model import Facts
from tests.check.conftest import edited, m, state


def test_a_figure_printed_twice(base: Facts) -> None:
    rows = [
        *base.rows("measures"),
        {**base.rows("measures")[0], "section": "organisation.2", "actual": "13"},
    ]
    assert (
        state(
            replace(base, tables={**base.tables, "measures": tuple(rows)}),
            "N55",
            "organisation.2/headcount.total",
        )
        == "fail"
    )
    assert state(base, "N55", "organisation.2/headcount.total") == "no subject"
    part = {
        **base.rows("measures")[0],
        "section": "general_budget_total.1",
        "measure": "general_budget.expenditure",
        "actual": "91.00",
    }
    split = replace(base, tables={**base.tables, "measures": (*base.rows("measures"), part)})
    key = "general_budget_total.1/general_budget.expenditure"
    assert state(split, "N55", key) == "fail", "a part of a section is compared with the section"
    assert state(edited(split, m(key, "actual", "92.00")), "N55", key) == "pass"
    again = edited(base, m("organisation/headcount.total", "-", ""))
    lone = replace(again, tables={**again.tables, "measures": (*again.rows("measures"), rows[-1])})
    assert state(lone, "N55", "organisation.2/headcount.total") == "not_applicable"
