"""One disclosure as a whole: what the stages make together."""

import time

import pytest

from juesuan import terms
from juesuan.model import Facts
from juesuan.parse import prepare
from juesuan.parse.prose.lexer.names import names
from juesuan.parse.prose.walk.bind import binder
from tests.conftest import facts_of
from tests.made import disclosure


def test_the_head_repeats_the_counts_of_the_prose() -> None:
    (row,) = facts_of(disclosure()).rows("disclosure")
    counts = (
        "headcount_total",
        "headcount_serving",
        "headcount_retired_cadre",
        "headcount_retired",
    )
    assert [row[name] for name in counts] == ["12", "10", "0", "2"]


def test_each_row_has_the_id_and_tables_are_in_their_order() -> None:
    facts = facts_of(disclosure())
    assert all(
        row["disclosure_id"] == "made-up-2024" for rows in facts.tables.values() for row in rows
    )
    assert list(facts.tables) == [name for name in terms.resource_schemas() if name in facts.tables]
    assert all(facts.tables.values())


def read() -> tuple[Facts, int]:
    """The made-up disclosure, and how many sections had to be made ready for it."""
    before = binder.cache_info().misses + names.cache_info().misses
    facts = facts_of(disclosure())
    return facts, binder.cache_info().misses + names.cache_info().misses - before


@pytest.mark.slow
def test_reading_begins_with_what_was_prepared() -> None:
    binder.cache_clear()
    names.cache_clear()
    cold, made = read()
    assert made > 10, "a disclosure has sections"
    binder.cache_clear()
    names.cache_clear()
    prepare.cache_clear()
    prepare()
    assert read() == (cold, 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["9,999,", "(一)1.①其中:", "(二)5.项目\n", "主要原因是增加,增加1万元,", "二、收入决算情况说明\n", "收入总计1.00万元。"],
)  # fmt: skip
def test_time_grows_with_what_repeats(unit: str) -> None:
    """Four times as much of the same costs less than eight times as much."""
    place = "一、收入支出决算总体情况说明\n"
    before, behind = disclosure().rsplit(place, 1)

    def seconds(characters: int) -> float:
        text = f"{before}{place}{unit * (characters // len(unit))}\n{behind}"
        begin = time.process_time()
        facts_of(text)
        return time.process_time() - begin

    seconds(100)
    assert seconds(32_000) < 8 * max(seconds(8_000), 0.3)


@pytest.mark.slow
def test_characters_of_a_web_page_that_were_written_down_are_told() -> None:
    told = facts_of(disclosure().replace("收入总计", "收入&nbsp;总计", 1)).remarks
    assert any("&nbsp; stands in the text" in one for one in told)
    assert not any("stands in the text" in one for one in facts_of(disclosure()).remarks)
