"""The forms of a disclosure: which is which, and where one of them ends."""

from __future__ import annotations

from tests.conftest import facts_of
from tests.made import OVERALL, disclosure


def test_a_second_form_of_the_whole_department_has_its_own_key_and_is_told() -> None:
    facts = facts_of(disclosure(overall=OVERALL + OVERALL))
    assert [(row["project_id"], row["kind"]) for row in facts.rows("projects")] == [
        ("overall", "overall"),
        ("overall2", "overall"),
        ("p01", "project"),
    ]
    funds = [(row["project_id"], row["position"]) for row in facts.rows("project_funds")]
    assert len(funds) == len(set(funds))
    assert [one for one in facts.remarks if "a second form of the whole department" in one]
