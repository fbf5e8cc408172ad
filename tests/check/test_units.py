"""In whatever unit a disclosure prints its money, the same is found of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import check, package
from juesuan.check.trust.misread import offers
from juesuan.model import Facts
from tests.conftest import document_of
from tests.made import understood

PROVINCES = Path(__file__).parents[1] / "parse" / "provinces"
_MONEY = re.compile(r"(?P<amount>\d[\d,]*\.\d+)(?P<space> ?)万元")


def read(text: str) -> Facts:
    document = document_of(text)
    contents = package.contents(understood(document), document, {})
    return replace(package.read_back(contents), printed=text)


def states(facts: Facts) -> dict[tuple[str, str], str]:
    return {(row["rule"], row["subject"]): row["state"] for row in check.run(facts)}


def in_unit(text: str, unit: str, power: int) -> str:
    """A text with its amounts in another unit, exactly."""

    def amount(match: re.Match[str]) -> str:
        exact = Decimal(match["amount"].replace(",", "")).scaleb(-power)
        return f"{exact:f}{match['space']}{unit}"

    return _MONEY.sub(amount, text)


def totals(total: str, own: str, opening: str, unit: str) -> Facts:
    return read(
        "某某县示例局2024年度部门决算公开说明\n第二部分 部门决算情况说明\n一、收入支出决算总体情况说明\n"
        f"2024年度收入总计{total}{unit}，其中：本年收入合计{own}{unit}，使用非财政拨款结余0.00{unit}，"
        f"年初结转和结余{opening}{unit}。\n"
    )


@pytest.mark.parametrize("name", ["gansu", "jilin"])
@pytest.mark.parametrize(("unit", "power"), [("元", -4), ("千元", -1), ("亿元", 4)])
def test_the_same_amounts_in_another_unit_give_the_same_states(
    name: str, unit: str, power: int
) -> None:
    text = (PROVINCES / f"{name}.txt").read_text(encoding="utf-8")
    assert len(_MONEY.findall(text)) > 20
    plain, other = states(read(text)), states(read(in_unit(text, unit, power)))
    assert {key: state for key, state in other.items() if plain.get(key) != state} == {}
    assert sum(state == "pass" for state in other.values()) > 20


@pytest.mark.parametrize(
    ("total", "own", "opening", "unit", "state"),
    [
        ("3.63", "3.50", "0.12", "亿元", "rounding"),  # by half of a last digit each
        ("3.63", "3.50", "0.10", "亿元", "fail"),
        ("5000040", "4903000", "97040", "元", "pass"),
        ("5000040.00", "4903000.00", "97000.00", "元", "fail"),  # 40 yuan are no rounding
        ("500.01", "490.30", "9.70", "万元", "rounding"),
        ("500.04", "490.30", "9.70", "万元", "fail"),
    ],
)
def test_the_envelope_is_half_of_the_last_digit_in_its_unit(
    total: str, own: str, opening: str, unit: str, state: str
) -> None:
    assert states(totals(total, own, opening, unit))["N01", "all"] == state


def test_another_reading_is_offered_where_it_moves_the_right_way() -> None:
    """The parts are 5 too little: 38 read as 33 would make it 10."""
    facts = totals("100.00", "57.00", "38.00", "万元")
    assert "33.00" not in {one.reads for one in offers(facts, check.run(facts), check.run)}
    facts = totals("100.00", "57.00", "33.00", "万元")  # 10 too little
    assert ("33.00", "43.00") not in {
        (one.text, one.reads) for one in offers(facts, check.run(facts), check.run)
    }
    facts = totals("100.00", "62.00", "33.00", "万元")  # 5 too little
    assert ("33.00", "38.00") in {
        (one.text, one.reads) for one in offers(facts, check.run(facts), check.run)
    }


def test_another_reading_is_offered_in_the_unit_in_which_it_is_printed() -> None:
    facts = totals("1000000.00", "620000.00", "330000.00", "元")
    assert ("330000.00", "380000.00") in {
        (one.text, one.reads) for one in offers(facts, check.run(facts), check.run)
    }
