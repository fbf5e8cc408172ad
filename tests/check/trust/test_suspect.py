"""Which failed checks speak against the document, and which may be a misreading."""

from __future__ import annotations

import pytest

from juesuan import check, package
from juesuan.check.trust.suspect import unconfirmed
from tests.conftest import IDS, ROOT


def row(
    rule: str, state: str, left: str, right: str, figures: str, tolerance: str = "0"
) -> dict[str, str]:
    return {
        "rule": rule,
        "subject": "all",
        "state": state,
        "left": left,
        "right": right,
        "tolerance": tolerance,
        "figures": figures,
    }


def facts_of(name: str):
    return package.load(ROOT / "datapackages" / name)


def test_a_figure_is_confirmed_by_an_equation_that_holds() -> None:
    facts = facts_of(IDS[0])
    checks = [
        row("A", "fail", "1", "2", "x1 x2 x3"),
        row("B", "pass", "5", "5", "x1"),
        row("C", "rounding", "5.01", "5.00", "x2", "0.01"),
        row("D", "pass", "3", "9", "x3"),
    ]
    assert unconfirmed(facts, checks) == {("A", "all"): ("x3",)}


def test_a_cell_that_was_moved_is_never_beyond_doubt() -> None:
    name = next(
        one for one in IDS if any(row["realigned"] for row in facts_of(one).rows("indicators"))
    )
    facts = facts_of(name)
    moved = next(one for one in facts.rows("indicators") if one["realigned"] and one["score"])
    key = f"{moved['project_id']}/{moved['position']}"
    figure = next(
        one["figure_id"] for one in facts.rows("figures")
        if (one["status"], one["resource"], one["row"], one["field"]) == ("bound", "indicators", key, "score")
    )  # fmt: skip
    checks = [row("A", "fail", "1", "2", figure), row("B", "pass", "5", "5", figure)]
    assert unconfirmed(facts, checks) == {("A", "all"): (figure,)}


@pytest.mark.slow
def test_most_contradictions_of_the_five_are_beyond_doubt() -> None:
    found = {}
    for name in IDS:
        facts = facts_of(name)
        found |= {
            (name, *key): figures for key, figures in unconfirmed(facts, check.run(facts)).items()
        }
    sure = [key for key, figures in found.items() if not figures]
    assert len(sure) >= len(found) // 3 and ("urumqi-human-resources-2023", "X03", "all") in found
