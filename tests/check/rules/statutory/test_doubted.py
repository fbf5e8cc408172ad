"""Whether the statutory tables were read right."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import edited, found, gone, state


@pytest.mark.slow
def test_each_table_tells_how_many_of_its_checks_hold(printed: Facts) -> None:
    row = found(printed, "T31", "table3")
    assert row["state"] == "pass" and row["statement"].startswith("表3可以核对的 ")
    assert state(edited(printed, gone("table3")), "T31", "table3") == "no subject"


def test_a_table_of_which_nothing_can_be_checked_is_not_judged(printed: Facts) -> None:
    assert state(printed, "T31", "table9") == "not_applicable"


def test_a_text_without_tables_is_not_asked(base: Facts) -> None:
    assert state(base, "T31") == "no subject"
