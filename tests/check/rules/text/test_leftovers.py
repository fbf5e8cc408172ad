"""What was left in the text: placeholders of a template, doubled punctuation and units."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.model import Facts
from tests.check.conftest import edited, found, m, state

AGENCY = "operating/operating.agency"
GOAL = ("projects", "p01", "actual_goal")


def test_placeholders(base: Facts) -> None:
    assert state(base, "N54") == "pass"
    left = edited(base, (*GOAL, "完成了对XX篇文档的审读"))
    assert state(left, "N54", "projects/p01/actual_goal") == "fail"
    assert state(edited(base, (*GOAL, "XXL号服装")), "N54") == "pass"


@pytest.mark.parametrize(
    "line",
    [
        "第二部分 某某市XX局2024年度部门决算表",
        "一、财政拨款收入：指××财政当年拨付的资金。",
        "支出比上年减少1.00万元,下降(增长)11.11%。",
    ],
)
def test_placeholders_in_headings_glossary_and_unread_lines(base: Facts, line: str) -> None:
    facts = replace(base, printed=f"第一行\n{line}\n")
    assert state(facts, "N54", "source/2") == "fail"
    assert state(facts, "N54") == "no subject"


def test_a_column_that_is_headed_by_both_directions_is_no_placeholder(base: Facts) -> None:
    assert state(replace(base, printed="本年数\t增加（减少）\t比例\n"), "N54") == "pass"


def test_a_placeholder_in_a_passage_is_told_once(base: Facts) -> None:
    text = "完成了对XX篇文档的审读"
    facts = replace(edited(base, (*GOAL, text)), printed=f"实际完成 {text}\n")
    assert state(facts, "N54", "projects/p01/actual_goal") == "fail"
    assert state(facts, "N54", "source/1") == "no subject"


@pytest.mark.parametrize("text", ["压减。。", "压减5万元万元", "项目，、减少"])
def test_doubled_punctuation(base: Facts, text: str) -> None:
    assert state(base, "N60") == "pass"
    row = found(edited(base, m(AGENCY, "reason", text)), "N60")
    assert (row["state"], text[:3] in row["statement"]) == ("information", True)


def test_doubled_punctuation_of_the_glossary(base: Facts) -> None:
    row = found(replace(base, printed="财政拨款收入：指拨付的资金。。\n"), "N60")
    assert (row["state"], "资金。。" in row["statement"]) == ("information", True)
    assert state(replace(base, printed="未完待续……。\n完成。\n。\n"), "N60") == "pass"
