"""Explanations in the wording of five other regions: made-up departments, faultless, their figures listed when they were written.

Beside each text stands what it says (``about``: the section, ``figure``, ``value``), written down by its author and not by this
program. A figure may be bound or, in the accounts of what was evaluated, stand in a quoted passage; nothing may be unread, and a text
without faults raises no alarm.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import check
from tests.sensitivity import read

FOLDER = Path(__file__).parent / "regions"
QUOTED = {"beijing": 10, "guangdong": 10, "shanghai": 0, "sichuan": 6, "zhejiang": 7}
"""How many of the listed figures stand in quoted passages (evaluations, a list of receptions) and are bound to no measure."""


@pytest.mark.slow
@pytest.mark.parametrize("region", sorted(QUOTED))
def test_wording_of_other_regions(region: str) -> None:
    facts = read((FOLDER / f"{region}.txt").read_text(encoding="utf-8"), f"{region}-made-2024")
    assert [one.text for one in facts.figures if one.status == "unread"] == []
    assert [
        (row["rule"], row["statement"])
        for row in check.run(facts)
        if row["state"] in ("fail", "unreadable")
    ] == []
    bound = {
        abs(Decimal(one.value)) for one in facts.figures if one.status == "bound" and one.value
    }
    quoted = {abs(Decimal(one.value)) for one in facts.figures if one.status == "prose"}
    with (FOLDER / f"{region}.csv").open(encoding="utf-8") as file:
        wanted = [
            (row["figure"], abs(Decimal(row["value"].rstrip("%")))) for row in csv.DictReader(file)
        ]
    rest = [(figure, value) for figure, value in wanted if value not in bound]
    assert len(rest) <= QUOTED[region], rest
    assert {value for _, value in rest} <= quoted
