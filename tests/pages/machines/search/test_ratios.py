"""Quotients are made only of two printed figures."""

from __future__ import annotations

from juesuan import terms
from juesuan.pages.machines.search.ratios import RATIOS, SUMS, told


def _cell(value: str) -> dict[str, list[str]]:
    return {"actual": [value, "source/#f1"]}


def test_a_quotient_tells_how_it_is_made() -> None:
    found = told({"expenditure.current": _cell("1234.50"), "headcount.serving": _cell("8")})
    assert found == {
        "each.spending": {
            "actual": ["154.31"],
            "made": "本年支出合计 1,234.50 万元 ÷ 在职人员 8 人",
        }
    }


def test_nothing_is_made_of_a_missing_figure_or_on_nothing() -> None:
    assert told({"expenditure.current": _cell("5.00")}) == {}
    assert told({"expenditure.current": _cell("5.00"), "headcount.serving": _cell("0")}) == {}
    assert told({"expenditure.current": {}, "headcount.serving": _cell("2")}) == {}


def test_a_sum_is_made_where_it_is_not_printed_and_all_its_parts_are() -> None:
    parts = {"headcount.retired_cadre": _cell("3"), "headcount.retired": _cell("1200")}
    assert told(parts) == {
        "headcount.all_retired": {
            "actual": ["1203"],
            "made": "离休人员 3 人 ＋ 退休人员 1,200 人",
        }
    }
    assert told({"headcount.retired": _cell("7")}) == {}
    assert told(parts | {"headcount.all_retired": _cell("1204")}) == {}


def test_sums_are_of_measures() -> None:
    assert terms.measures().keys() >= {
        one for whole in SUMS.items() for one in (whole[0], *whole[1])
    }


def test_quotients_are_of_measures_and_are_none_themselves() -> None:
    for one in RATIOS:
        assert one.id not in terms.measures()
        for operand in filter(None, (one.of, one.by)):
            assert operand in terms.measures()
