"""The funds of a performance form: their sources, what was executed, the rate and its score."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import Case, edited, judges, minds_lost_cells, state

CASES: list[Case] = [
    ("P01", "p01", ("project_funds", "p01/1", "execution_rate_pct", "99.00"), ("project_funds", "p01/1", "execution_rate_pct", "")),
    ("P02", "p01", ("project_funds", "p01/1", "score", "9.90"), ("project_funds", "p01/1", "score", "")),
    ("P03", "p01/executed", ("project_funds", "p01/3", "executed", "1.00"), ("project_funds", "p01/2", "executed", "")),
    ("P04", "p01", ("project_funds", "p01/1", "executed", "50.01"), ("project_funds", "p01/1", "executed", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)

test_unreadable = minds_lost_cells(
    ("P01", "p01", "project_funds", "p01/1", "annual_budget"),
    ("P02", "p01", "project_funds", "p01/1", "weight"),
    ("P03", "p01/executed", "project_funds", "p01/2", "executed"),
    ("P04", "p01", "project_funds", "p01/1", "executed"),
)


def test_an_execution_beyond_a_hundred_needs_more_than_its_budget(base: Facts) -> None:
    fund = "p01/1"
    edits = [
        ("project_funds", fund, name, value)
        for name, value in (("executed", "0.05"), ("annual_budget", "0.05"))
    ]
    assert (
        state(
            edited(base, *edits, ("project_funds", fund, "execution_rate_pct", "100.00")),
            "P01",
            "p01",
        )
        == "pass"
    )
    assert (
        state(
            edited(base, *edits, ("project_funds", fund, "execution_rate_pct", "100.08")),
            "P01",
            "p01",
        )
        == "fail"
    )


def test_scheme_b(base: Facts) -> None:
    edits = [
        ("project_funds", "p01/1", name, value)
        for name, value in (
            ("executed", "38.16"),
            ("execution_rate_pct", "76.32"),
            ("score", "4.08"),
        )
    ]
    assert state(edited(base, *edits), "P02", "p01") == "pass"
