"""An indicator as a published row, with the place of everything in it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from juesuan.parse.claims import Draft
from juesuan.parse.forms.indicators.aligned import FIELDS, Aligned
from juesuan.parse.forms.indicators.write import write_indicator
from juesuan.rows import IndicatorsColumn, IndicatorsRow, ProjectsRow
from tests.made_cells import cell, draft, view


def written(aligned: Aligned, total: str = "") -> tuple[IndicatorsRow, ProjectsRow, Draft]:
    made = draft()
    project = made.add("projects", project_id="p01", position="1", total_score=total)
    write_indicator(project, 3, aligned, made)
    assert len(made.rows("indicators")) == 1
    return made.rows("indicators")[0], project, made


def of(**texts: str) -> Aligned:
    """An indicator whose cells stand one behind the other, a hundred characters apart."""
    cells = {name: view(text, 100 * list(texts).index(name)) for name, text in texts.items()}
    return Aligned({name: cells[name] for name in FIELDS if name in cells})


def places(made: Draft) -> list[tuple[str, int, int, str, str]]:
    return [(one.field, one.start, one.end, one.value, one.unit) for one in made.claims]


def waste(made: Draft) -> list[tuple[int, int, str, str]]:
    return [(start, end, key, column) for start, end, _, key, column in made.waste]


def test_a_whole_indicator() -> None:
    row, _, made = written(of(level3="培训次数", target="≥10次", actual="12次", weight="20分"))
    assert (row["project_id"], row["position"]) == ("p01", "3")
    assert (row["level3"], row["target"], row["actual"]) == ("培训次数", "≥10次", "12次")
    assert (row["target_operator"], row["target_value"], row["target_unit"]) == ("≥", "10", "次")
    assert (row["actual_operator"], row["actual_value"], row["actual_unit"]) == ("", "12", "次")
    assert (row["weight"], row["score"], row["reason"]) == ("20", "", "")
    assert (row["realigned"], row["unreadable"]) == ("", "")
    assert places(made) == [
        ("level3", 0, 4, "", ""),
        ("target_value", 101, 103, "10", "次"),
        ("target", 100, 104, "", ""),
        ("actual_value", 200, 202, "12", "次"),
        ("actual", 200, 203, "", ""),
        ("weight", 300, 302, "20", ""),
    ]
    assert {one.row for one in made.claims} == {"p01/3"} and made.waste == []


def test_a_value_in_words_has_no_number() -> None:
    row, _, made = written(of(target="按时完成", actual="=2023年6月1日"))
    assert (row["target"], row["target_operator"], row["target_value"]) == ("按时完成", "", "")
    assert (row["actual_operator"], row["actual_value"], row["actual_unit"]) == ("=", "", "")
    assert [name for name, *_ in places(made)] == ["target", "actual"]


def test_values_keep_their_signs_and_texts_are_published_in_chinese_punctuation() -> None:
    row, _, _ = written(of(target="<5%(含)", level3="次数(场,次)", reason="无;"))
    assert (row["target"], row["level3"], row["reason"]) == ("<5%（含）", "次数（场，次）", "无；")


@example(10000, "分")
@example(10001, "")
@given(st.integers(0, 30000), st.sampled_from(["", "分"]))
def test_points_are_at_most_a_hundred(hundredths: int, sign: str) -> None:
    number = f"{hundredths // 100}.{hundredths % 100:02d}"
    row, _, made = written(of(score=number + sign))
    if hundredths <= 10000:
        assert (row["score"], row["unreadable"], made.waste) == (number, "", [])
        assert places(made) == [("score", 0, len(number), number, "")]
    else:
        assert (row["score"], row["unreadable"], made.claims) == ("", "score", [])
        assert waste(made) == [(0, len(number + sign), "p01/3", "score")]


@pytest.mark.parametrize("printed", ["98.50分", "98.50"])
def test_a_total_that_ran_into_the_row_is_that_of_the_form(printed: str) -> None:
    one = of(level3="培训次数")
    one.total = view(printed, 700)
    _, project, made = written(one)
    assert project["total_score"] == "98.50"
    assert ("total_score", 700, 705, "98.50", "") in places(made)


def test_a_total_that_the_form_prints_itself_stays() -> None:
    one = of(level3="培训次数")
    one.total = view("98.50", 700)
    _, project, made = written(one, total="97.00")
    assert project["total_score"] == "97.00"
    assert [name for name, *_ in places(made)] == ["level3"]


def test_what_cannot_have_been_printed_in_its_cell_is_lost() -> None:
    row, _, made = written(of(level3="培训次数", target="≥95%98%", level2="95%"))
    assert (row["target"], row["target_value"], row["level2"]) == ("", "", "")
    assert row["unreadable"] == "level2 target"
    assert waste(made) == [(200, 203, "p01/3", "level2"), (100, 107, "p01/3", "target")]


def test_a_value_that_took_the_points_of_its_row_is_lost_with_them() -> None:
    one = of(actual="12次20")
    one.lost = ["score"]
    row, _, _ = written(one)
    assert (row["actual"], row["unreadable"]) == ("", "score actual")


@pytest.mark.parametrize(
    ("lost", "column"),
    [
        ([], "level2"),
        (["level1", "level3"], "level1"),
        (["level1", "level2"], "level2"),
        (["basis"], "basis"),
    ],
)
def test_what_stands_among_the_levels_is_what_is_left_of_the_lost_one(
    lost: list[IndicatorsColumn], column: str
) -> None:
    one = of(score="5")
    one.lost = lost
    one.junk = [cell("1 1", column=6)]
    _, _, made = written(one)
    assert [where[-1] for where in waste(made)] == [column]


def test_a_value_whose_number_is_in_pieces_is_lost() -> None:
    one = of(level3="扫描页数")
    one.cells |= {"actual": view("=12 75万页", 800), "target": view("≥1. 5万页", 900)}
    row, _, made = written(one)
    assert (row["actual"], row["target_value"], row["unreadable"]) == ("", "1.5", "actual")
    assert waste(made) == [(800, 808, "p01/3", "actual")]


def test_what_is_no_field_is_told_with_its_place() -> None:
    one = of(level3="培训次数")
    one.realigned = "columns shifted against the headings"
    one.lost = ["target", "actual", "weight", "weight"]
    one.damaged = {"weight": view("2O", 500)}
    one.junk = [cell("乱字", column=6), cell("乱", column=7)]
    one.unplaced = cell("12次", column=8)
    row, _, made = written(one)
    assert (row["realigned"], row["unreadable"]) == (one.realigned, "target actual weight")
    assert waste(made) == [
        (500, 502, "p01/3", "weight"),
        (600, 602, "p01/3", "level2"),
        (700, 701, "p01/3", "level2"),
        (800, 803, "p01/3", "target"),
    ]


@pytest.mark.parametrize(
    "left",
    [
        "=",
        "≤万元",
        "=NaN万元",
        "=O.SO万元",
        "=Z.3S万元",
        "≤3.SO万元/人/年",
        "≥%",
        "=6222021234567890123.50元",
    ],
)
def test_what_is_left_of_a_lost_value_is_no_value(left: str) -> None:
    row, _, made = written(of(level3="印刷费", target=left, actual="=2.10万元", weight="5"))
    assert (row["target"], row["target_value"], row["unreadable"]) == ("", "", "target")
    assert row["actual_value"] == "2.10"
    assert {column for _, _, _, column in waste(made)} == {"target"}
