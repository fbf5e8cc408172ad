"""The classifications of the Ministry of Finance."""

from __future__ import annotations

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from tests.terms.conftest import Changed

HEAD = "code,level,name,from_year,to_year\n"
MADE = (
    HEAD + "201,class,甲,2020,\n20101,subclass,乙,2020,\n2010101,item,丙,2020,2021\n"
    "2010101,item,丁,2022,\n"
)


@pytest.mark.parametrize(
    ("year", "name"),
    [(2019, "丙"), (2020, "丙"), (2021, "丙"), (2022, "丁"), (2030, "丁"), (None, "丁")],
)
def test_the_edition_of_a_year(changed: Changed, year: int | None, name: str) -> None:
    """The first that is recorded stands for all before it, the last for all behind it."""
    folder = changed("functional.csv", MADE)
    assert terms.classification("functional", year, folder) == {
        "201": "甲",
        "20101": "乙",
        "2010101": name,
    }


def test_codes_that_ended() -> None:
    assert terms.classification("functional", 2023)["2080505"] == "机关事业单位基本养老保险缴费支出"
    assert "2010308" in terms.classification("functional", 2023)
    assert "2010308" not in terms.classification("functional", 2024)
    assert terms.classification("functional") == terms.classification("functional", 2024)
    assert terms.classification("economic", 2024)["30231"] == "公务用车运行维护费"


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_codes_nest(year: int) -> None:
    codes = terms.classification("functional", year)
    for code in codes:
        assert all(code[:length] in codes for length in (3, 5) if length < len(code)), code


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("201,item,甲,2020,\n", r"csv:2: found row 1 \(甲\).level = 'item'; expected class"),
        ("20101,subclass,甲,2020,\n", "code = '20101'; expected a code within one that is there"),
        ("201,class,甲,2020,\n201,class,乙,2020,\n", "csv:3: .*expected what no other entry has"),
        ("2010,class,甲,2020,\n", "code = '2010'; expected a code of three, five or seven digits"),
        ("201,class,甲,2020,2020-01\n", "to_year = '2020-01'; expected a year, or nothing"),
    ],
)
def test_a_wrong_code(changed: Changed, rows: str, message: str) -> None:
    with pytest.raises(TermsError, match=message):
        terms.classification("functional", None, changed("functional.csv", HEAD + rows))


def test_former_names() -> None:
    assert terms.former_classes()["环境保护支出"] == "211"
    assert terms.class_code("环境保护") == terms.class_code("节能环保支出") == "211"
    assert terms.class_code("节能环保") == "211"
    assert terms.class_code("没有这一类") == ""


def test_a_former_name_of_nothing(changed: Changed) -> None:
    folder = changed("functional_former.csv", "code,name,until_year\n999,甲,2018\n")
    with pytest.raises(
        TermsError, match=r"csv:2: .*code = '999'; expected a code of functional.csv"
    ):
        terms.former_classes(folder)
