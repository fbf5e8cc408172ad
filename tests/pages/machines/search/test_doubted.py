"""Which figures a contradiction concerns."""

from __future__ import annotations

from juesuan.pages.machines.search.doubted import doubted
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT

PARTY = "urumqi-party-committee-2023"


HUMAN = "urumqi-human-resources-2023"


def test_figures_of_contradictions_are_known_and_no_others() -> None:
    """The rate of the whole, printed 100.00% where 99.36% follows, is cited by P01."""
    store = Store(ROOT, IDS)
    found = doubted(store, PARTY)
    assert found["f00321"] == "P01-overall"
    checks = store.of(PARTY).rows("checks")
    failed = {one for row in checks if row["state"] == "fail" for one in row["figures"].split()}
    assert {*found} < failed
    assert {*found} < {row["figure_id"] for row in store.of(PARTY).rows("figures")}


def test_both_sides_are_marked_and_no_term_of_a_side() -> None:
    """X04 of the party committee sets 21,952.66 against 21,273.97; X06 of the human resources sets
    450.00 against 35,973.36 less 35,589.52, neither of which is in doubt.
    """
    store = Store(ROOT, IDS)
    assert {"f00319", "f00038"} <= doubted(store, PARTY).keys()
    found = doubted(store, HUMAN)
    assert found["f00366"].startswith("X06")
    assert not {"f00027", "f00062"} & found.keys()
