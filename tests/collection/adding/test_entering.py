"""Which id a new disclosure gets, asked before anything is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from juesuan.collection.adding.entering import Destination, Known
from juesuan.errors import ConflictingSourceError
from juesuan.parse import Identity

HELD = Identity("某某市示例局", 2024, "部门", "", "")
"""The one that is in the collection."""

CITY = Identity("乌鲁木齐市甲乙局", 2024, "部门", "650100", "乌鲁木齐市")


def test_a_new_department_gets_an_id_and_a_line(converted: Path) -> None:
    place = Known(converted).place("文件.pdf", CITY)
    assert place.disclosure_id == "xinjiangweiwuer-wulumuqi-jiayiju-2024" or place.row
    assert place.row and place.row.region_code == "650100" and place.row.name == CITY.department
    assert "is new" in place.remarks[0]


def test_a_file_that_is_called_like_an_id_gives_it(converted: Path) -> None:
    assert Known(converted).place("urumqi-jy-2024.pdf", CITY).disclosure_id == "urumqi-jy-2024"
    assert Known(converted).place("urumqi-jy-2023.pdf", CITY).disclosure_id != "urumqi-jy-2023"


def test_another_year_meets_its_department(converted: Path) -> None:
    place = Known(converted).place("zzz-2025.txt", replace(HELD, year=2025))
    assert place == Destination("made-up-2025")


@pytest.mark.parametrize("scope", ["部门", "汇总"])
def test_a_year_that_is_held_is_refused(converted: Path, scope: str) -> None:
    with pytest.raises(ConflictingSourceError, match="juesuan replace made-up-2024 FILE"):
        Known(converted).place("zzz.txt", replace(HELD, scope=scope))


def test_the_other_account_of_a_year_stands_beside(converted: Path) -> None:
    """A department with others, and the department alone, publish under one name."""
    known = Known(converted)
    place = known.place("zzz.txt", replace(HELD, scope="单位"))
    assert place.disclosure_id == "made-up-danwei-2024"
    assert place.row and (place.row.name, place.row.parent) == ("某某市示例局（单位）", "made-up")
    known.keep(place, HELD)
    again = known.place("zzz.txt", replace(HELD, scope="单位", year=2025))
    assert again.disclosure_id == "made-up-danwei-2025"
    assert known.place("zzz.txt", replace(HELD, year=2025)).disclosure_id == "made-up-2025"


def test_two_names_of_one_sound_get_two_ids(converted: Path) -> None:
    known = Known(converted)
    first = known.place("一.txt", replace(CITY, department="乌鲁木齐市园林局"))
    known.keep(first, CITY)
    second = known.place("二.txt", replace(CITY, department="乌鲁木齐市圆林局"))
    assert second.disclosure_id == first.disclosure_id.replace("-2024", "-2-2024")


def test_an_id_by_hand(converted: Path) -> None:
    known = Known(converted)
    assert known.place("x.txt", CITY, "city-jy-2024").disclosure_id == "city-jy-2024"
    with pytest.raises(ConflictingSourceError, match="expected the id made-up-2025"):
        known.place("x.txt", replace(HELD, year=2025), "other-2025")


def test_a_department_by_hand_gets_its_new_name(converted: Path) -> None:
    place = Known(converted).place("x.txt", replace(CITY, year=2025), department="made-up")
    assert place.disclosure_id == "made-up-2025"
    assert place.row and (place.row.department_id, place.row.name) == ("made-up", CITY.department)
    assert "is a new name of the department made-up" in place.remarks[0]


def test_a_name_that_no_registry_holds_is_refused(converted: Path) -> None:
    with pytest.raises(ConflictingSourceError, match="give it with --department"):
        Known(converted).place("x.txt", replace(CITY, department="=某某局"))


def test_files_are_known_by_their_hash(converted: Path) -> None:
    known = Known(converted)
    assert known.of_hashes(["0" * 64]) == []
    known.keep(Destination("made-up-2024"), HELD, ["0" * 64])
    assert known.of_hashes(["f" * 64, "0" * 64]) == ["made-up-2024"]
