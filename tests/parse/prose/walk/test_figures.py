"""Figures, made of a numeral and of what introduces it."""

import pytest

from juesuan import terms
from juesuan.parse.prose.lexer.events import Numeral, Subject
from juesuan.parse.prose.walk.figures import Spoken, counted, introduced, named, share
from juesuan.parse.prose.walk.introductions import introduction
from juesuan.terms import Measure

NUMERAL = Numeral(4, 10, "5.00", "万元")


def measure(name: str) -> Measure:
    return terms.measures()[name]


@pytest.mark.parametrize(
    ("lead", "year"),
    [("其中:2022年度", "2022"), ("2022年末", "2022"), ("上年", "before"), ("与上年", ""), ("", "")],
)
def test_a_named_figure_tells_the_year_before_its_name(lead: str, year: str) -> None:
    assert named(NUMERAL, measure("assets.vehicles"), lead).year == year


def test_a_count_is_none_of_what_is_spoken_of() -> None:
    posts = measure("headcount.posts")
    assert counted(NUMERAL, posts, Subject(posts)) is None
    assert counted(NUMERAL, None, Subject()) is None
    found = counted(NUMERAL, posts, Subject())
    assert found is not None
    assert (found.subject.measure, found.column) == (posts, "actual")


def test_a_share() -> None:
    assert share(NUMERAL, measure("procurement.micro")).column == "share_pct"


@pytest.mark.parametrize(
    ("before", "column", "falls", "expected"),
    [
        (",预决算差异率", "variance", True, "-5.00"),
        (",预决算差异率", "variance", False, "5.00"),
        (",预决算差异率", "change", True, "5.00"),
        (",下降", "change", False, "-5.00"),
    ],
)
def test_a_rate_without_a_direction_has_that_of_its_amount(
    before: str, column: str, falls: bool, expected: str
) -> None:
    total = Subject(measure("three_public.total"))
    found = introduction(before, "percent", column)
    assert found is not None
    spoken = Spoken(total, column, falls=falls)
    assert introduced(NUMERAL, found, total, spoken).value == expected


def test_a_figure_of_another_year_tells_it() -> None:
    total = Subject(measure("three_public.total"))
    found = introduction('。2024年"三公"经费预算', "money", "")
    assert found is not None
    assert introduced(NUMERAL, found, total, Spoken(total)).year == "2024"
