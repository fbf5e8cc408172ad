"""Records of search and the weights of their tokens."""

from __future__ import annotations

from juesuan.pages.machines.search.record import BESIDE, TITLE, Record, weighed


def test_a_token_has_its_weight_where_it_weighs_most() -> None:
    found = weighed(Record("甲乙局", "乙局丙", "d/1/", 1, also="丁戊"))
    assert found["乙局"] == found["=甲乙局"] == TITLE
    assert found["局丙"] == BESIDE and found["丁戊"] == BESIDE * 2


def test_a_name_is_found_by_its_sound_too() -> None:
    record = Record("人社局", "", "d/1/", 1, sounds=("人社局",))
    assert weighed(record)["@rsj"] == BESIDE * 2
