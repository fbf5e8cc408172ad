"""The tests are tested: the worst faults, put into the program, turn them red (`make mutate` tries more)."""

from __future__ import annotations

import pytest

from tests.mutate import FAULTS, ROOT, noticed

CORE = [one for one in FAULTS.values() if one.core]


@pytest.mark.slow
@pytest.mark.parametrize("chosen", CORE, ids=lambda one: one.name)
def test_a_fault_is_noticed(chosen) -> None:
    assert noticed(chosen, everything=False), f"no test notices this: {chosen.does}"


def test_the_core_has_faults_of_every_kind() -> None:
    assert {"parse", "terms", "check", "package", "pages"} <= {
        one.module.split(".")[1] for one in CORE
    }
    assert all(one.does and one.tests for one in FAULTS.values())


def test_the_tests_that_should_notice_a_fault_are_there() -> None:
    """Those of the data may be left out (`.ci/run program`); any other that is gone would be passed over."""
    asked = {test for one in FAULTS.values() for test in one.tests}
    assert {one for one in asked if not (ROOT / one).exists()} <= {"tests/data/test_packages.py"}
