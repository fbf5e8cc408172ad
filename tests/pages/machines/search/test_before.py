"""What a change does not compare with."""

from __future__ import annotations

from juesuan.pages.machines.search.before import NOTHING, OTHER_SCOPE, mark, other_scope
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


def test_a_department_that_was_divided_or_made_anew_says_so_itself() -> None:
    """The office of 2024 names two bureaus that left it; the party committee is 新增部门."""
    store = Store(ROOT, IDS)
    changed = {one["disclosure_id"] for one in store.disclosures() if other_scope(store, one)}
    assert changed == {"urumqi-government-office-2024", "urumqi-party-committee-2023"}


def test_changes_of_another_scope_are_marked_beside_those_without_a_value_before() -> None:
    found = {
        "headcount.serving": {"actual": ["40"], "change": ["-7"]},
        "three_public.total": {"actual": ["3.00"], "change": ["3.00"]},
        "basic.public": {"actual": ["9.00"]},
    }
    mark(found, changed=False)
    assert "new" not in found["headcount.serving"]
    mark(found, changed=True)
    assert found["headcount.serving"]["new"] == OTHER_SCOPE
    assert found["three_public.total"]["new"] == NOTHING
    assert "new" not in found["basic.public"]
