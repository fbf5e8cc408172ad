"""Totals of revenue and expenditure, their sources and kinds, and how they are carried forward."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan import check
from juesuan.model import Facts
from juesuan.rows import MeasuresRow
from tests.check.conftest import Case, judges, m

CASES: list[Case] = [
    ("N01", "all", m("overview/revenue.total", "actual", "111.00"), m("overview/revenue.total", "-", "")),
    ("N02", "all", m("overview/expenditure.total", "actual", "111.00"), m("overview/expenditure.total", "-", "")),
    ("N03", "all", m("overview/revenue.total", "actual", "110.01"), m("overview/expenditure.total", "-", "")),
    ("N04", "all", m("overview/carryover.closing", "actual", "5.10"), m("overview/carryover.closing", "-", "")),
    ("N06", "all", m("revenue/revenue.current", "actual", "100.10"), m("revenue/revenue.current", "-", "")),
    ("N07", "all", m("revenue/revenue.current", "actual", "100.01"), m("revenue/revenue.current", "-", "")),
    ("N08", "revenue/revenue.other", m("revenue/revenue.other", "share_pct", "10.10"), m("revenue/revenue.current", "-", "")),
    ("N09", "all", m("revenue/revenue.other", "share_pct", "10.10"), m("revenue/revenue.other", "share_pct", "")),
    ("N10", "all", m("expenditure/expenditure.basic", "actual", "60.50"), m("expenditure/expenditure.current", "-", "")),
    ("N11", "all", m("overview/expenditure.current", "actual", "105.01"), m("overview/expenditure.current", "-", "")),
    ("N12", "expenditure/expenditure.basic", m("expenditure/expenditure.basic", "share_pct", "57.41"), m("expenditure/expenditure.current", "-", "")),
    ("N13", "all", m("expenditure/expenditure.basic", "share_pct", "57.41"), m("expenditure/expenditure.basic", "share_pct", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


@pytest.mark.parametrize(("printed", "state"), [("5.00", "pass"), ("6.00", "fail")])
def test_shares_of_all_funds_count_with_what_was_carried_over(
    base: Facts, printed: str, state: str
) -> None:
    rows = [*base.rows("measures")]
    other = next(one for one in rows if row_of(one) == ("revenue", "revenue.other"))
    kept = str(Decimal(other["share_pct"]) - 5)
    carried = {**other, "measure": "carryover.opening", "share_pct": printed}
    changed = [{**one, "share_pct": kept} if one is other else one for one in rows]
    facts = Facts(
        base.disclosure_id, {**base.tables, "measures": (*changed, carried)}, base.figures
    )
    (found,) = (one for one in check.run(facts) if one["rule"] == "N09")
    assert found["state"] == state


@pytest.mark.parametrize(("share", "states"), [("95.56", ["pass"]), ("", ["fail"])])
def test_shares_of_the_total_where_that_of_the_year_is_one_too(
    base: Facts, share: str, states: list[str]
) -> None:
    """450.00 in all, 430.00 of them of the year, of which 400.00 are 88.89 % of all."""
    wanted = {
        "revenue.total": ("450.00", ""),
        "revenue.current": ("430.00", share),
        "revenue.appropriation": ("400.00", "88.89"),
    }
    model = next(one for one in base.rows("measures") if row_of(one)[1] == "revenue.current")
    rows = [
        {**model, "section": "revenue", "measure": name, "actual": actual, "share_pct": part}
        for name, (actual, part) in wanted.items()
    ]
    facts = Facts(base.disclosure_id, {**base.tables, "measures": tuple(rows)}, ())
    found = [one["state"] for one in check.run(facts) if one["rule"] == "N08"]
    assert found[-1:] == states


def row_of(row: MeasuresRow) -> tuple[str, str]:
    return row["section"], row["measure"]


def test_a_total_that_is_only_what_was_spent(base: Facts) -> None:
    """A text that calls 总支出 what was spent contradicts nothing."""
    rows: list[MeasuresRow] = [dict(row) for row in base.rows("measures")]  # type: ignore[misc]
    first = {row["measure"]: row for row in reversed(rows)}
    first["expenditure.total"]["actual"] = first["expenditure.current"]["actual"]
    facts = Facts(base.disclosure_id, {**base.tables, "measures": tuple(rows)}, base.figures)
    states = {
        row["rule"]: row["state"] for row in check.run(facts) if row["rule"] in ("N02", "N03")
    }
    assert states == {"N02": "not_applicable", "N03": "not_applicable"}
