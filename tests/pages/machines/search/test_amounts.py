"""Amounts are found by their value."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import cast

import pytest

from juesuan import terms
from juesuan.pages.machines.search import amounts
from juesuan.pages.machines.search.amounts import rounded, shards, written
from juesuan.pages.store.store import Store
from juesuan.rows import FiguresRow
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def held() -> dict[str, object]:
    found: dict[str, object] = {}
    for _, script in shards(Store(ROOT, IDS)).files():
        found |= json.loads(script.partition(",")[2].rpartition(")")[0])
    return found


def test_a_value_is_written_without_zeros_that_say_nothing() -> None:
    assert written(Decimal("120.00")) == written(Decimal("1.2E+2")) == "120"
    assert rounded(Decimal("4711.09"), 2) == {"2~4700"}
    assert rounded(Decimal("4751.09"), 2) == {"2~4700", "2~4800"}


@pytest.mark.slow
def test_every_amount_of_a_measure_leads_to_its_figure(held) -> None:
    asked = Store(ROOT, IDS).where("status = 'bound' AND resource = 'measures' AND unit = '万元'")
    rows = list(asked.rows("figures"))
    assert len(rows) > 300
    for row in rows:
        places = held[f"={written(abs(Decimal(row['value'])))}"]
        assert len(places) == 24 or any(row["figure_id"] in str(one[4]) for one in places), row


@pytest.mark.slow
def test_an_amount_in_yuan_is_found_in_its_own_size(held) -> None:
    asked = "unit = '元' AND resource = 'indicators' AND status = 'bound' AND value IS NOT NULL"
    row = next(iter(Store(ROOT, IDS).where(asked).rows("figures")))
    assert f"={written(Decimal(row['value']) / 10000)}" in held


@pytest.mark.parametrize(
    ("status", "resource", "value"),
    [
        ("bound", "measures", "36300.00"),
        ("bound", "table1", "36300.00"),
        ("prose", "", "3.63"),
        ("bound", "indicators", "3.63"),
    ],
)
def test_an_amount_of_3_63_yi_has_one_size_wherever_it_stands(
    status: str, resource: str, value: str
) -> None:
    """The value of a cell is in 万元; in a text, and of an indicator, it is as printed."""
    row = {
        "status": status,
        "resource": resource,
        "field": "actual",
        "unit": "亿元",
        "value": value,
    }
    assert Decimal(amounts._size(cast("FiguresRow", row), terms.money_factors())) == 36300


def test_what_fell_is_told_with_its_sign_and_percentages_are_found(held) -> None:
    fallen = [one for one in held["=118.68"] if one[0].startswith("-")]
    assert [one[0] for one in fallen] == ["-118.68万元"]
    assert any("占" in one[1] for one in held["=98.93%"])
    assert all(one[0].endswith("%") for one in held["=98.93%"])


def test_what_is_counted_is_found_with_its_unit(held) -> None:
    assert [one[0] for one in held["=714人"]] == ["714人"]
    assert any("公务接待人次" in one[1] for one in held["=42人次"])
    assert any("设备" in one[1] for one in held["=8台"])
    assert "714" not in held
