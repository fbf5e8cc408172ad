"""Which disclosures are wanted, and which files may hold them."""

from __future__ import annotations

import pandas as pd
import pytest

from juesuan.frames.chosen import Chosen, chosen, place_in, places_of

DISCLOSURES = pd.DataFrame(
    {
        "department_id": ["a-finance", "a-finance", "b-schools", "c-water"],
        "department": ["甲市财政局", "甲市财政局", "乙县教育局", "丙局"],
        "region_code": ["420100", "420100", "420117", pd.NA],
        "fiscal_year": pd.array([2022, 2023, 2023, 2023], dtype="Int64"),
    }
)


@pytest.mark.parametrize(
    ("region", "year", "department", "wanted"),
    [
        (None, None, None, [0, 1, 2, 3]),
        ("420000", None, None, [0, 1, 2]),
        ("420100", None, None, [0, 1, 2]),
        ("420117", None, None, [2]),
        (["420117", "110000"], None, None, [2]),
        (None, 2023, None, [1, 2, 3]),
        (None, ["2022", 2021], None, [0]),
        (None, None, "a-finance", [0, 1]),
        (None, None, ["丙局", "b-schools"], [2, 3]),
        ("420000", 2023, "甲市财政局", [1]),
        ("420000", 2020, None, []),
        ([], None, None, [0, 1, 2, 3]),
    ],
)
def test_rows_that_are_wanted(region, year, department, wanted) -> None:
    found = chosen(region, year, department).rows_of(DISCLOSURES)
    assert [*found["department_id"]] == [*DISCLOSURES["department_id"].iloc[wanted]]
    assert [*found["fiscal_year"]] == [*DISCLOSURES["fiscal_year"].iloc[wanted]]
    assert [*found] == [*DISCLOSURES]


def test_files_tell_by_their_paths_what_they_may_hold() -> None:
    wanted = chosen("420000", 2023, None)
    assert wanted.may_hold("facts.parquet"), "it tells nothing"
    assert wanted.may_hold("facts/region=420117/year=2023/facts.parquet")
    assert not wanted.may_hold("facts/region=430000/year=2023/facts.parquet")
    assert not wanted.may_hold("facts/region=420117/year=2022/facts.parquet")
    assert not wanted.may_hold("facts/region=none/year=2023/facts.parquet")
    assert chosen(None, 2023, None).may_hold("facts/region=none/year=2023/facts.parquet")


def test_places_of_disclosures_are_those_in_paths() -> None:
    places = places_of(DISCLOSURES)
    assert places == {("420100", "2022"), ("420100", "2023"), ("420117", "2023"), ("", "2023")}
    assert place_in("x/region=none/year=2023/x.parquet") in places


def test_nothing_said_is_everything() -> None:
    assert chosen(None, None, None).is_all and Chosen().is_all
    assert not chosen(None, 2023, None).is_all
