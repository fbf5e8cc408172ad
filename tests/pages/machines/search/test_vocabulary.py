"""Words of questions, traditional characters, sounds."""

from __future__ import annotations

import json
import re

import pytest

from juesuan import terms
from juesuan.pages.machines.search.cutting import piece_of
from juesuan.pages.machines.search.ratios import RATIOS, SUMS
from juesuan.pages.machines.search.records import records
from juesuan.pages.machines.search.vocabulary import _LEVEL_1, BETWEEN, PLACES, files
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def pieces() -> dict[str, object]:
    store = Store(ROOT, IDS)
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            script.partition(",")[2].rpartition(")")[0]
        )
        for name, script in files(store, [record for record, _ in records(store)])
    }


@pytest.mark.slow
def test_only_measures_that_are_printed_can_be_asked_for(pieces) -> None:
    asked = {one[0] for one in pieces["words"]["measures"]}
    store = Store(ROOT, IDS)
    told = store.where("actual IS NOT NULL OR change IS NOT NULL").rows("measures")
    printed = {row["measure"] for row in told}
    assert asked - {one.id for one in RATIOS} - SUMS.keys() == printed & terms.measures().keys()
    assert asked >= {one.id for one in RATIOS}


def test_an_office_tells_whether_it_is_collected(pieces) -> None:
    offices = {one[0]: one for one in pieces["words"]["offices"]}
    assert offices["教育局"][2:4] == [0, []]
    number, first = offices["人力资源和社会保障局"][2:4]
    assert number == len(first) == 1
    assert first[0] == ["urumqi-human-resources", "乌鲁木齐市人社局", "", "2023"]
    changji = offices["政府办公室"][3][1]
    assert changji[1:] == ["昌吉州政府办公室", "昌吉回族自治州", "2023"]
    assert offices["办公室"][5] == 1


def test_traditional_characters_stand_before_simple_ones(pieces) -> None:
    pairs = pieces["traditional"]
    simple = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert (simple["務"], simple["錢"], simple["歷"]) == ("务", "钱", "历")
    assert not any(one in simple for one in "务钱人社")


def test_characters_stand_by_their_sound(pieces) -> None:
    """Each sound stands before the first of the characters in common use that share it."""
    sound, found = "", {}
    begins = {char: name for name, char in re.findall(r"([a-z]+)([^a-z])", pieces["sounds"])}
    for char in _LEVEL_1:
        sound = begins.get(char, sound)
        found[char] = sound
    assert [found[char] for char in "人任设行"] == ["ren", "ren", "she", "xing"]


def test_a_measure_without_a_reason_leads_to_the_one_that_has_it(pieces) -> None:
    parents = pieces["words"]["parents"]
    assert parents["expenditure.current"] == "overall"
    assert parents["three_public.vehicle_running"] == "three_public.vehicles"
    for one in parents:
        seen = {one}
        while one in parents:
            one = parents[one]
            assert one not in seen
            seen.add(one)


def test_no_measure_is_mistaken_for_what_is_absent(pieces) -> None:
    """The name of a measure alone never gives the answer that there is no such data."""
    for measure in pieces["words"]["measures"]:
        for name in measure[5].split(BETWEEN):
            for words, of, _ in pieces["words"]["absent"]:
                held = any(word in name for word in words)
                assert not (held and (not of or any(word in name for word in of))), name


def test_places_are_those_of_collected_provinces_and_all_prefectures(pieces) -> None:
    places = {
        joined[i : i + 2]: number
        for number in range(PLACES)
        for joined in [pieces[f"g{number}"]]
        for i in range(0, len(joined), 2)
    }
    assert {"乌鲁", "昌吉", "上海", "喀什", "新疆"} <= places.keys()
    assert all(len(one) == 2 for one in places)
    assert all(piece_of(one[0], PLACES) == number for one, number in places.items())
    assert "places" not in pieces["words"]


def test_regions_tell_how_many_departments_are_collected(pieces) -> None:
    told = {region: (number, own) for region, number, own in pieces["regions"]}
    assert sum(number for number, _ in told.values()) == pieces["words"]["departments"]
    assert told["昌吉回族自治州"] == (1, [["昌吉州政府办公室", "changji-government-office-2023"]])


def test_only_parts_that_do_not_overlap_have_a_whole(pieces) -> None:
    wholes = pieces["wholes"]
    assert wholes["expenditure.basic"] == wholes["expenditure.project"] == "expenditure.current"
    assert "expenditure.current" not in {wholes.get("three_public.total")}
    assert not {"basic.wages", "three_public.reception_domestic"} & wholes.keys()


def test_what_is_said_stands_apart_from_its_words(pieces) -> None:
    words = pieces["words"]
    for *_, at in (*words["absent"], *pieces["helps"]):
        head, says, url = pieces["said"][at]
        assert head
        assert says
        assert url
    own = next(at for said, _, at in pieces["helps"] if "怎么引用" in said)
    assert pieces["said"][own][2] == "data/#licence"


def test_counts_and_quotients_stand_behind_their_measure(pieces) -> None:
    words = pieces["words"]
    own = words["counted"]["three_public.reception"]
    assert own == ["three_public.reception_batches", "three_public.reception_visitors"]
    assert words["each"]["basic.public"] == "each.public"
    assert "performance.overall" in words["budgets"]["expenditure.current"]


def test_english_stands_apart(pieces) -> None:
    latin, words = pieces["latin"], pieces["words"]
    assert "government services" in latin["offices"]["政务服务管理局"]
    assert "the" in latin["roles"]["filler"]
    filler = words["roles"]["filler"].split(BETWEEN)
    assert "the" not in filler
    assert "看一下" not in filler
    assert "一下" in filler
