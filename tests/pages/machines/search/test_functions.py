"""Spending by function over all departments."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from juesuan.pages.machines.search.functions import SHOWN, shards
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def told() -> dict[str, list]:
    found: dict[str, list] = {}
    for _, script in shards(Store(ROOT, IDS)).files():
        found |= json.loads(script.partition(",")[2].rpartition(")")[0])
    return found


def test_a_class_tells_who_spent_most_first(told) -> None:
    name, above, number, below, lines = told["205"]
    assert (name, above, number, below) == ("教育支出", "", 2, 0)
    assert [line[6] for line in lines] == ["3524.42", "558.00"]


def test_a_subclass_without_a_sum_tells_its_items(told) -> None:
    name, _, number, below, lines = told["20503"]
    assert (name, number, below) == ("职业教育", 1, 1)
    assert [(line[5], line[6]) for line in lines] == [
        ("技校教育", "2920.07"),
        ("中等职业教育", "14.52"),
    ]


def test_a_class_of_which_only_items_are_printed_tells_those(told) -> None:
    assert [line[5:7] for line in told["223"][4]] == [["国有企业改革成本支出", "21.54"]]


def test_who_prints_only_items_of_a_printed_class_is_told_too(told) -> None:
    """The services print 100.00 of 城乡社区支出, the office of 2024 only an item of it, now 0.00."""
    _, _, number, below, lines, others, items = told["212"]
    assert (number, below, others) == (1, 0, 1)
    assert [line[6] for line in lines] == ["100.00"]
    assert [(line[2], line[6], line[8]) for line in items] == [
        ("urumqi-government-office-2024", "0.00", "-192.47")
    ]


def test_names_and_everyday_words_lead_to_codes(told) -> None:
    assert told["=教育"][0] == told["=教育支出"][0] == told["=education"][0] == "205"
    assert told["=社保就业"] == ["208"]
    assert told["=公积金"] == ["2210201"]
    assert len(told["=行政运行"]) > 1


def test_a_class_that_nobody_prints_is_known(told) -> None:
    assert told[told["=国防"][0]] == ["国防支出", "", 0, 0, []]


@pytest.mark.slow
def test_every_amount_is_a_printed_one(told) -> None:
    store, rows = Store(ROOT, IDS), 0
    for one in IDS:
        figures = {row["figure_id"]: row for row in store.of(one).rows("figures")}
        for token, entry in told.items():
            if token[0] not in "=#":
                assert len(entry[4]) <= SHOWN
                for line in (line for line in entry[4] if line[2] == one):
                    figure = figures[line[7].rpartition("#")[2]]
                    assert Decimal(figure["value"]) == Decimal(line[6])
                    rows += 1
    assert rows > 100
