"""All disclosures as one collection: the same from wherever, and only what is asked for is read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

import juesuan
from juesuan.errors import PackageError
from juesuan.frames import Collection
from juesuan.frames.places import Place, place_of
from tests.conftest import IDS, ROOT

PLACES = ["whole", "csv", "zip", "parted", "address", "descriptor", "zip_address", "site", "root"]


@pytest.fixture
def place(
    request: pytest.FixtureRequest, five: Path, whole_folder: Path, parted_folder: Path,
    zipped: Path, whole_address: str,
) -> str | Path:  # fmt: skip
    """A place that holds the five, of each kind."""
    return {
        "whole": whole_folder,
        "csv": whole_folder / "juesuan-csv.zip",
        "zip": zipped,
        "parted": parted_folder,
        "address": f"{whole_address}d/all/",
        "descriptor": f"{whole_address}d/all/datapackage.json",
        "zip_address": f"{whole_address}d/all/juesuan-csv.zip",
        "site": whole_folder.parent.parent,
        "root": five,
    }[request.param]


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES, indirect=True)
def test_every_place_gives_the_same(place: str | Path) -> None:
    found = juesuan.read_collection(place)
    assert [*found["disclosure"]["disclosure_id"]] == IDS or {
        *found["disclosure"]["disclosure_id"]
    } == {*IDS}
    one = found.only(department="urumqi-government-office")
    alone = juesuan.read(ROOT / "datapackages" / "urumqi-government-office-2024")
    for name in ("measures", "indicators", "disclosure"):
        pd.testing.assert_frame_equal(one[name], alone[name], check_dtype=True)
    pd.testing.assert_frame_equal(one.evidence("functions"), alone.evidence("functions"))


@pytest.mark.slow
def test_filters_choose_disclosures(whole_folder: Path) -> None:
    found = juesuan.read_collection(whole_folder)

    def ids(**wanted: object) -> set[str]:
        return {*found.only(**wanted)["measures"]["disclosure_id"]}

    of_2024 = {one for one in IDS if one.endswith("-2024")}
    assert ids() == {*IDS} and ids(year=2024) == ids(year=[2024, 1999]) == of_2024
    assert ids(region="650000") == {*IDS}
    assert ids(region="652300") == {one for one in IDS if one.startswith("changji")}
    assert ids(region=["652300", "650100"], year="2024") == of_2024
    assert ids(department="中共乌鲁木齐市委") == {
        one for one in IDS if one.startswith("urumqi-party-committee")
    }
    assert ids(year=1999) == ids(region="11") == set()


@pytest.mark.slow
def test_what_is_not_wanted_has_columns_and_types_still(parted_folder: Path) -> None:
    none = juesuan.read_collection(parted_folder, year=1999)
    every = juesuan.read_collection(parted_folder)
    for name in ("measures", "checks"):
        assert len(none[name]) == 0 and [*none[name]] == [*every[name]]
        assert [*none[name].dtypes] == [*every[name].dtypes]
    assert len(none.evidence("measures")) == 0
    assert len(none["taxonomy"]) == len(every["taxonomy"]) > 0, "a list of codes stays whole"


def test_only_the_parts_that_hold_what_is_wanted_are_brought(parted_folder: Path) -> None:
    asked: list[str] = []
    there = place_of(parted_folder)

    class Watched(Place):
        def file(self, table):
            asked.append(table.path)
            return there.file(table)

    found = Collection(Watched("made", there.tables, parted_folder)).only(region="652300")
    assert asked == []
    assert {*found["facts"]["disclosure_id"]} == {one for one in IDS if one.startswith("changji")}
    assert asked and all("region=652300/" in one for one in asked)


@pytest.mark.slow
def test_evidence_of_amounts_stands_beside_them(whole_folder: Path) -> None:
    found = juesuan.read_collection(whole_folder, year=2024)
    facts, evidence = found["facts"], found.evidence("facts")
    both = facts.merge(evidence, on=["disclosure_id", "figure_id"], suffixes=("", "_printed"))
    assert len(both) == facts["figure_id"].notna().sum() > 100
    told = both[(both["unit"] == "万元") & (both["unit_printed"] == "万元")]
    assert all(abs(amount) == abs(value) for amount, value in zip(told["amount"], map(Decimal, told["value"]), strict=True))  # fmt: skip


def test_amounts_have_the_digits_that_are_printed(whole_folder: Path) -> None:
    found = juesuan.read_collection(whole_folder)["measures"]
    total = found[found["measure"] == "three_public.total"]["actual"]
    assert {str(one).partition(".")[2] for one in total} <= {"00", *(f"{n:02}" for n in range(100))}
    assert all(isinstance(one, Decimal) for one in total)


def test_a_table_that_is_not_there_is_told(whole_folder: Path) -> None:
    found = juesuan.read_collection(whole_folder)
    assert "nothing" not in found and len(found) == len([*found]) > 20
    with pytest.raises(KeyError, match="nothing"):
        found["nothing"]
    with pytest.raises(KeyError, match="nothing"):
        found.evidence("nothing")


def test_no_collection_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match=r"found no datapackage.json; expected the package"):
        juesuan.read_collection(tmp_path)
