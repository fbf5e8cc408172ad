"""Rows of funds: which value is which, what is lost, and rows that were read twice."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.forms.funds import read_funds
from juesuan.rows import ProjectFundsRow
from tests.made_cells import draft, row

HEAD = "资金来源|年初预算数|全年预算数|全年执行数|分值|执行率|得分"


def read(*lines: str, head: str = HEAD) -> tuple[list[ProjectFundsRow], list[str], Draft]:
    made, lost = draft(), []
    project = made.add("projects", project_id="p01", kind="project", position="1")
    rows = [row(line, 1000 * (i + 1)) for i, line in enumerate(lines)]
    read_funds(project, [row(head)] if head else [], rows, made, lost)
    return made.rows("project_funds"), lost, made


def values(one: ProjectFundsRow) -> tuple[str, ...]:
    return (one["initial_budget"], one["annual_budget"], one["executed"], one["weight"],
            one["execution_rate_pct"], one["score"])  # fmt: skip


WHOLE = ("100.00", "110.00", "105.00", "10", "95.45", "9.55")


def test_below_their_headings() -> None:
    found, lost, _ = read("年度资金总额|100.00|110.00|105.00|10|95.45%|9.55分")
    assert values(found[0]) == WHOLE and lost == []
    assert (found[0]["source"], found[0]["realigned"], found[0]["unreadable"]) == ("total", "", "")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            "年度资金总额||100.00|110.00|105.00|10|95.45%|9.55",
            "columns shifted against the headings",
        ),
        ("年度资金总额|100.00|100.00|110.00|105.00|10|95.45%|9.55", "an amount is printed twice"),
    ],
)
def test_in_their_order_where_they_left_their_headings(line: str, why: str) -> None:
    found, _, _ = read(line)
    assert values(found[0]) == WHOLE and found[0]["realigned"] == why


def test_a_missing_amount_is_not_guessed_from_the_rest() -> None:
    found, _, _ = read("年度资金总额|110.00|105.00|10|95.45%|9.55", head="")
    assert values(found[0]) == ("", "", "", "", "95.45", "9.55")
    assert found[0]["unreadable"] == "initial_budget annual_budget executed"


def test_what_is_illegible_keeps_its_place_and_is_lost() -> None:
    found, _, made = read("年度资金总额|100.00|11O.00|105.00|10|95.45%|9.55")
    assert (
        values(found[0]) == ("100.00", "", *WHOLE[2:]) and found[0]["unreadable"] == "annual_budget"
    )
    assert [lost[4] for lost in made.waste] == ["annual_budget"]


def test_an_illegible_rate_is_the_fifth_of_six() -> None:
    found, _, _ = read("年度资金总额|100.00|110.00|105.00|10|9l.45.%|9.55", head="")
    assert values(found[0]) == (*WHOLE[:4], "", "9.55")


def test_a_double_of_the_row_above_whose_rate_is_denied_is_left_out() -> None:
    whole = "年度资金总额|100.00|110.00|105.00|10|95.45%|9.55"
    found, lost, made = read(whole, "资金|100.00|110.00|15.00|10|95.45%|9.55")
    assert len(found) == 1 and lost == ["funds_row"] and "read twice" in made.remarks[0]
    again, lost, _ = read(whole, "其他资金|50.00|50.00|25.00|10|50.00%|5.00")
    assert len(again) == 2 and lost == []


def test_a_row_of_dashes_is_one_where_it_names_a_source() -> None:
    assert [one["unreadable"] for one in read("其他资金|-|-|-")[0]] == [""]
    assert read("某些文字|-|-|-")[0] == []


def test_a_heading_that_ran_into_the_amount_is_no_part_of_it() -> None:
    found, _, _ = read("年度资金总额|数100.00|110.00|105.00|10|95.45%|9.55")
    assert values(found[0]) == WHOLE


def test_digits_beside_the_label_are_lost_as_the_label_at_the_side() -> None:
    found, lost, _ = read("项目2资金甲乙丙丁戊己庚辛|年度资金总额|100.00|110.00|105.00", head="")
    assert found[0]["label"] == "年度资金总额" and lost == ["side_label"]


def test_a_row_that_is_printed_twice_is_read_once_and_told() -> None:
    whole = "年度资金总额|100.00|110.00|105.00|10|95.45%|9.55"
    found, lost, made = read(whole, whole)
    assert len(found) == 1 and lost == ["funds_row"] and "read twice" in made.remarks[0]
    other = "年度资金总额|100.00|110.00|105.00|—|—|—"
    assert len(read(whole, other)[0]) == 2


TOTAL = "年度资金总额|50.00|{}|45.00|10|90.00%|9.00分"


@pytest.mark.parametrize(
    ("total", "own", "other", "marks"),
    [
        ("50.00", "40.00", "—", ["", "", "annual_budget"]),
        ("40.00", "40.00", "—", ["", "", ""]),  # a dash for nothing
        ("—", "40.00", "10.00", ["annual_budget", "", ""]),
    ],
)
def test_a_dash_is_an_amount_that_is_lost_unless_the_column_adds_up(
    total: str, own: str, other: str, marks: list[str]
) -> None:
    found, _, _ = read(
        TOTAL.format(total),
        f"其中：当年财政拨款|50.00|{own}|32.00|—|—|—",
        f"其他资金|0.00|{other}|13.00|—|—|—",
    )
    assert [one["unreadable"] for one in found] == marks


def test_a_rated_row_without_its_score_tells_that_it_lost_it() -> None:
    found, _, _ = read("年度资金总额|50.00|50.00|45.00|10|90.00%|")
    assert found[0]["unreadable"] == "score"
