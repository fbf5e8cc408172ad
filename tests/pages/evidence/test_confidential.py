"""Confidential projects: only what the source prints of them."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from juesuan.pages.evidence.confidential import called, confidential, counted

Given = dict[str, str]


def said(*rows: Given) -> str:
    empty = {"actual": "", "annual_budget": "", "unreadable": ""}
    facts = Facts("made-up-2024", {"measures": tuple({**empty, **row} for row in rows)})
    return str(confidential(facts.rows("measures")))


def count(actual: str, **more: str) -> Given:
    return {"measure": "confidential.project_count", "actual": actual, **more}


def funds(actual: str, **more: str) -> Given:
    return {"measure": "confidential.projects", "actual": actual, **more}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), ""),
        ((count("0"),), ""),
        ((count("0"), funds("0.00")), ""),
        ((count("6"),), "6 个"),
        ((funds("1045.20"),), "1,045.20 万元"),
        ((count("6"), funds("1045.20")), "6 个，1,045.20 万元"),
        ((count("6"), funds("3", annual_budget="5")), "6 个，全年预算 5 万元，执行 3 万元"),
        ((count("6"), funds("", annual_budget="5")), "6 个，5 万元"),
        ((count("", unreadable="actual"), funds("3")), "无法辨认，3 万元"),
        (({"measure": "revenue.total", "actual": "3"},), ""),
    ],
)
def test_what_is_stated_is_told_and_nothing_else(rows: tuple[Given, ...], expected: str) -> None:
    assert said(*rows) == expected


def test_the_number_alone() -> None:
    rows = [{**count("6"), "annual_budget": "", "unreadable": ""}]
    facts = Facts("made-up-2024", {"measures": (*rows, {**rows[0], **funds("3")})})
    assert counted(facts.rows("measures")) == "6 个"
    assert counted(facts.rows("measures")[1:]) == ""


def test_they_are_called_as_sources_call_them() -> None:
    assert called("本年还有ＳＭ项\n目 3 个，共 20.00 万元。") == "“SM项目”"
    assert called("涉密项目 3 个。") == "“涉密项目”"
    assert called("SM项目（涉密项目）3 个。") == "“涉密项目”和“SM项目”"


def test_without_their_words_none_are_quoted() -> None:
    assert called() == called("本年有 3 个不公开的项目。") == "涉密项目"
