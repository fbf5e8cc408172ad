"""Words of questions, traditional characters, sounds."""

from __future__ import annotations

import json

import pytest

from juesuan import terms
from juesuan.pages.machines.search.records import records
from juesuan.pages.machines.search.vocabulary import files
from juesuan.pages.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def pieces() -> dict[str, object]:
    store = Store(ROOT, IDS)
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            script.partition(",")[2].rpartition(")")[0]
        )
        for name, script in files(store, list(records(store)))
    }


def test_only_measures_that_are_printed_can_be_asked_for(pieces) -> None:
    asked = {one[0] for one in pieces["words"]["measures"]}
    store = Store(ROOT, IDS)
    printed = {row["measure"] for row in store.where("actual IS NOT NULL").rows("measures")}
    assert asked == printed & terms.measures().keys()


def test_an_office_tells_whether_it_is_collected(pieces) -> None:
    offices = {one[0]: one for one in pieces["words"]["offices"]}
    assert offices["教育局"][2:] == [0, []]
    number, first = offices["人力资源和社会保障局"][2:]
    assert number == len(first) == 1
    assert first[0][0] == "urumqi-human-resources"


def test_traditional_characters_stand_before_simple_ones(pieces) -> None:
    pairs = pieces["traditional"]
    simple = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert (simple["務"], simple["錢"], simple["歷"]) == ("务", "钱", "历")
    assert not any(one in simple for one in "务钱人社")


def test_characters_stand_by_their_sound(pieces) -> None:
    assert {"人", "任"} <= set(pieces["sounds"]["ren"])
    assert "设" in pieces["sounds"]["she"]
