"""A numeral that extraction damaged is illegible; it must never look like a contradiction of the document.

In the published disclosures one numeral at a time is damaged: a letter, a box or a second separator among its digits, or the
numeral is gone. Whatever the rules then say of the damaged place, they must not say that two printed figures contradict each other.
"""

from __future__ import annotations

import random

import pytest

from juesuan import check
from juesuan.model import Facts, Figure
from tests.conftest import IDS, THOROUGH
from tests.sensitivity import read

SAMPLE = 20 if THOROUGH else 4
"""Numerals that are damaged in each disclosure."""


def _damaged(printed: str, rng: random.Random) -> str:
    at = rng.choice([i for i, char in enumerate(printed) if char.isdigit()])
    return rng.choice(
        (
            f"{printed[:at]}l{printed[at + 1 :]}",
            f"{printed[:at]}■{printed[at + 1 :]}",
            f"{printed[: at + 1]},.{printed[at + 1 :]}",
            f"{printed}.7.1",
            "",
        )
    )


def _alarms(facts: Facts) -> set[tuple[str, str]]:
    return {(row["rule"], row["subject"]) for row in check.run(facts) if row["state"] == "fail"}


@pytest.mark.slow
@pytest.mark.parametrize("disclosure_id", IDS)
def test_damage_is_no_contradiction(disclosure_id: str, sources) -> None:
    text = sources[disclosure_id].text
    whole = read(text, disclosure_id)
    known = _alarms(whole)
    bound: list[Figure] = [
        one
        for one in whole.figures
        if one.status == "bound" and any(char.isdigit() for char in one.text)
    ]
    rng = random.Random(f"again {disclosure_id}")
    for figure in rng.sample(bound, SAMPLE):
        put = _damaged(figure.text, rng)
        found = (
            _alarms(read(text[: figure.start] + put + text[figure.end :], disclosure_id)) - known
        )
        assert not found, (figure.row, figure.field, figure.text, put, found)
