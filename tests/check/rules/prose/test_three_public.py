"""“三公”经费 as the prose tells it: parts, shares, and the counts beside the amounts."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import Case, edited, judges, m, state

CASES: list[Case] = [
    ("N37", "all", m("three_public/three_public.reception", "actual", "1.10"), m("three_public/three_public.reception", "-", "")),
    ("N38", "three_public/three_public.reception", m("three_public/three_public.reception", "share_pct", "52.00"), m("three_public/three_public.total", "-", "")),
    ("N40", "all", m("three_public/three_public.vehicle_running", "actual", "3.10"), m("three_public/three_public.vehicle_running", "-", "")),
    ("N41", "all", m("three_public/three_public.abroad_groups", "actual", "1"), m("three_public/three_public.abroad_groups", "-", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


def test_people_and_groups(base: Facts) -> None:
    subject, key = "three_public.abroad_groups", "three_public/three_public.abroad_trips"
    assert state(base, "N67", subject) == "pass"
    assert state(edited(base, m(key, "actual", "2")), "N67", subject) == "fail", (
        "people without a group"
    )
    batches = "three_public.reception_batches"
    assert (
        state(edited(base, m(f"three_public/{batches}", "actual", "9")), "N67", batches) == "fail"
    )
    assert state(edited(base, m(key, "-", "")), "N67", subject) == "not_applicable"
    assert (
        state(edited(base, m(f"three_public/{subject}", "-", "")), "N67", subject) == "no subject"
    )
