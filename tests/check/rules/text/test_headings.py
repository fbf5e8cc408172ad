"""Headings and titles: the department and the year that they name are those of the cover."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.check.book.book import Book
from juesuan.check.rules.text.headings import headings
from juesuan.model import Facts
from tests.check.conftest import edited, found, state

NAME = ("disclosure", "", "department")
BUREAU = "某某市甲区规划和自然资源局"


def telling_of(facts: Facts, text: str, department: str = BUREAU) -> Facts:
    """The facts with another printed text, of a department."""
    return replace(edited(facts, (*NAME, department)), printed=text)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("第三部分 某某市甲区规划与自然资源局2024年度部门决算情况说明", "某某市甲区规划与自然资源局"),
        ("某某市规划和自然资源局2024年度收入支出决算总表", "某某市规划和自然资源局"),
        ("某某市甲区规划和自燃资源局（部门）2024年度部门决算", "某某市甲区规划和自燃资源局"),
        ("由某某市甲区规划及自然资源局负责示例工作。", "某某市甲区规划及自然资源局"),
    ],
)  # fmt: skip
def test_a_name_that_differs_is_told(base: Facts, line: str, name: str) -> None:
    facts = telling_of(base, f"{BUREAU}2024年度部门决算\n{line}\n")
    row = found(facts, "N56-t", "source/2")
    assert row["state"] == "fail"
    assert f"第 2 行为“{name}”" in row["statement"]


@pytest.mark.parametrize(
    "line",
    [
        "甲区规划和自然资源局2024年度部门决算",
        f"{BUREAU}本级2024年度部门决算",
        f"第二部分 {BUREAU}（部门）2024年度部门决算表",
        "某某市甲区示例中心2024年度单位决算",
        "2024年度部门决算",
        "本部门2024年度收入支出决算总体情况说明",
    ],
)
def test_other_names_and_short_ones_are_none(base: Facts, line: str) -> None:
    facts = telling_of(base, f"{BUREAU}2024年度部门决算\n{line}\n")
    assert state(facts, "N56-t") == "pass"


def test_without_a_name_in_a_heading_there_is_nothing_to_compare(base: Facts) -> None:
    assert state(telling_of(base, "2024年度部门决算公开说明\n"), "N56-t") == "not_applicable"


def test_headings_are_told_from_sentences(base: Facts) -> None:
    text = (
        "附件1：某某局2024年度部门决算公开说明\n"
        "2023年度决算与2024年度决算对比情况说明\n"
        "某某局2024年度部门决算编制范围包括：\n"
        "与2023年度决算相比，增加。\n"
        "一、某某局2023年度收入决算表\t单位：万元\n"
    )
    found = [
        (one.line.number, one.name, one.year) for one in headings(Book(replace(base, printed=text)))
    ]
    assert found == [(1, "某某局", "2024"), (5, "某某局", "2023")]


def test_the_rest_of_a_wrapped_sentence_is_no_heading(base: Facts) -> None:
    text = (
        "按照关于部门决算公开工作的有关要求，我单位按时在门户网站公开了\n2023年度部门决算情况说明\n"
    )
    assert list(headings(Book(replace(base, printed=text)))) == []
