"""Which figures a contradiction concerns."""

from __future__ import annotations

from juesuan.pages.machines.search.doubted import doubted
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT

PARTY = "urumqi-party-committee-2023"


def test_figures_of_contradictions_are_known_and_no_others() -> None:
    """The rate of the whole, printed 100.00% where 99.36% follows, is cited by P01."""
    store = Store(ROOT, IDS)
    found = doubted(store, PARTY)
    assert found["f00321"] == "P01-overall"
    checks = store.of(PARTY).rows("checks")
    failed = {one for row in checks if row["state"] == "fail" for one in row["figures"].split()}
    assert {*found} == failed
    assert {*found} < {row["figure_id"] for row in store.of(PARTY).rows("figures")}
