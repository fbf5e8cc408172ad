"""Numbers of lines: in a column of their own, or before the amounts in one."""

from __future__ import annotations

import pytest

from juesuan.model import Document
from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.statutory.shapes.numbered import without_heading
from juesuan.parse.view import Reader
from tests.made_tables import document

HEAD = "收入|<|支出|<"


def summary(heading: str, *rows: str) -> tuple[Draft, Document]:
    names = f"项目|{heading}|项目|{heading}"
    made = document("收入支出决算总表", "单位：万元", [HEAD, names, *rows])
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    return draft, made


def amounts(draft: Draft) -> list[str]:
    return [row["actual"] for row in draft.rows("table1")]


@pytest.mark.parametrize("heading", ["行次 决算数", "行次决算数"])
def test_a_number_of_a_line_before_an_amount_is_no_part_of_it(heading: str) -> None:
    draft, made = summary(
        heading,
        "一、事业收入|1 7.35|一、外交支出|38 482.16",
        "二、其他收入|2|二、国防支出|39 515.00",
    )
    assert amounts(draft) == ["7.35", "", "482.16", "515.00"]
    figures = ledger(made, Reader(made), draft)
    assert [(one.text, one.status) for one in figures if "." in one.text] == [
        ("7.35", "bound"), ("482.16", "bound"), ("515.00", "bound"),
    ]  # fmt: skip
    assert {one.status for one in figures if "." not in one.text} == {"reference"}


def test_the_count_of_the_lines_parts_what_may_be_one_amount() -> None:
    draft, made = summary(
        "行次 决算数",
        "一、事业收入|1\ufffd735.20|一、外交支出|38 482.16",
        "二、其他收入|2|二、国防支出|39\ufffd515.00",
    )
    assert amounts(draft) == ["735.20", "", "482.16", "515.00"]
    figures = ledger(made, Reader(made), draft)
    assert {one.status for one in figures if "." in one.text} == {"bound"}


def test_where_numbers_of_lines_do_not_count_nothing_is_read_and_all_is_told() -> None:
    draft, made = summary(
        "行次 决算数",
        "一、事业收入|1 7.35|一、外交支出|3 82.16",
        "二、其他收入|4 1.00|二、国防支出|8 51.00",
    )
    assert amounts(draft) == []
    assert sum("cannot be told apart" in one for one in draft.remarks) == 2
    figures = ledger(made, Reader(made), draft)
    assert {one.status for one in figures if "." in one.text} == {"unread"}


def test_one_heading_over_the_numbers_and_the_amounts_hides_neither() -> None:
    table = [
        "收入|<|<|支出|<|<", "项目|行次决算数|<|项目|行次决算数|<",
        "一、事业收入|1|7.35|一、外交支出|38|482.16", "二、其他收入|2||二、国防支出|39|515.00",
    ]  # fmt: skip
    made = document("收入支出决算总表", "单位：万元", table)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert amounts(draft) == ["7.35", "", "482.16", "515.00"]


def test_a_path_without_the_word_for_numbers_of_lines() -> None:
    assert without_heading("收入/行次决算数") == "收入/决算数"
