"""Levels taken from the front of a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.indicators.front import take_levels
from juesuan.parse.forms.vocabulary import LEVEL1, LEVEL2
from tests.made_cells import cells

VALUED = "≥10次|12次|20|19"
IN_FULL = [name for name in LEVEL2 if name.endswith("指标")]


def taken(printed: str) -> tuple[dict[str, str], str, list[str]]:
    """The levels, what is left of the row, and the junk."""
    one = Aligned({})
    rest = take_levels(list(cells(printed)), one)
    levels = {name: view.text for name, view in one.cells.items()}
    return levels, "|".join(cell.text for cell in rest), [cell.text for cell in one.junk]


@given(st.sampled_from(LEVEL1), st.sampled_from(IN_FULL))
def test_first_and_second_level_in_two_cells_or_in_one(first: str, second: str) -> None:
    wanted = ({"level1": first, "level2": second}, f"培训次数|{VALUED}", [])
    assert taken(f"{first}|{second}|培训次数|{VALUED}") == wanted
    assert taken(f"{first}{second}|培训次数|{VALUED}") == wanted


def test_two_levels_in_one_cell_know_their_places() -> None:
    one = Aligned({})
    take_levels(list(cells(f"甲|产出指标数量指标|培训次数|{VALUED}")), one)
    assert one.cells["level1"].at == (100, 101, 102, 103)
    assert one.cells["level2"].at == (104, 105, 106, 107)
    assert [cell.text for cell in one.junk] == ["甲"]


@pytest.mark.parametrize("at", [0, 1])
def test_what_stands_before_the_last_level_is_junk(at: int) -> None:
    front = ["产出指标", "数量指标"]
    front.insert(at, "乱字")
    levels, rest, junk = taken("|".join([*front, "培训次数", VALUED]))
    assert levels == {"level1": "产出指标", "level2": "数量指标"}
    assert (rest, junk) == (f"培训次数|{VALUED}", ["乱字"])


@pytest.mark.parametrize(
    "printed",
    [
        f"培训次数|{VALUED}",
        f"甲|乙|丙|丁|数量指标|{VALUED}",
        f"12次|数量指标|{VALUED}",
        f"数量指标完成|培训次数|{VALUED}",
    ],
)
def test_a_row_without_levels_in_front_is_left_as_it_is(printed: str) -> None:
    assert taken(printed) == ({}, printed, [])


def test_a_second_level_without_its_ending_needs_a_name_behind_it() -> None:
    assert taken(f"经济效益|增收|{VALUED}")[:2] == ({"level2": "经济效益"}, f"增收|{VALUED}")
    assert taken(f"经济效益|{VALUED}")[:2] == ({}, f"经济效益|{VALUED}")
    assert taken("经济效益|持续增收|已增收|20|19")[:2] == ({}, "经济效益|持续增收|已增收|20|19")
    assert taken(f"经济效益|≥5次|{VALUED}")[:2] == ({}, f"经济效益|≥5次|{VALUED}")


def test_a_second_one_without_its_ending_is_the_name() -> None:
    levels, rest, _ = taken(f"社会效益|经济效益|增收|{VALUED}")
    assert (levels, rest) == ({"level2": "社会效益"}, f"经济效益|增收|{VALUED}")


def test_of_two_alike_the_first_is_the_first_level() -> None:
    levels, rest, junk = taken(f"满意度指标|满意度指标|群众满意|{VALUED}")
    assert levels == {"level1": "满意度指标", "level2": "满意度指标"}
    assert (rest, junk) == (f"群众满意|{VALUED}", [])


def test_of_two_second_levels_none_vanishes() -> None:
    levels, rest, junk = taken(f"数量指标|质量指标|培训次数|{VALUED}")
    assert "数量指标" in [*levels.values(), *rest.split("|"), *junk]
