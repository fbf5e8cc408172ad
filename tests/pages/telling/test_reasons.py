"""The reason beside a change."""

from __future__ import annotations

import pytest

from juesuan.pages.telling.reasons import (
    IN_ENGLISH,
    NOTHING_BEFORE,
    SEAM,
    ZERO_BEFORE,
    beside_change,
    is_seam,
    why,
    why_in_english,
)
from juesuan.rows import FunctionsRow
from tests.pages.made_facts import facts_with


@pytest.mark.parametrize(
    ("reason", "is_so"),
    [
        ("某某站、某某所从本部门分离，经费减少", True),
        ("因机构改革，人员转隶", True),
        ("本部门为新增部门，无上年支出", True),
        ("新增人员，工资增加", False),
        ("本年项目资金减少", False),
        ("", False),
    ],
)
def test_a_seam_is_a_change_of_the_department_itself(reason: str, is_so: bool) -> None:
    assert is_seam(reason) is is_so


def test_a_reason_is_quoted_and_its_absence_told() -> None:
    assert why("甲<乙>") == "部门说明的原因：<q>甲&lt;乙&gt;</q>"
    assert "没有读到" in why("") and why_in_english("") == "No reason was read."
    assert '<q lang="zh">甲</q>' in why_in_english("甲")


SPLIT = "某某站从本部门分离"


def changed(**printed: str) -> FunctionsRow:
    """A row of figures with a change of -4.00 and what else is printed."""
    (row,) = facts_with(functions=[{"change": "-4.00", **printed}]).rows("functions")
    return row


@pytest.mark.parametrize(
    ("printed", "whole", "is_new", "said"),
    [
        ({"reason": SPLIT}, "", False, SEAM),
        ({}, SPLIT, False, SEAM),
        ({"reason": "压减会议"}, SPLIT, False, ""),
        ({"prior_year": "0.00"}, "", False, ZERO_BEFORE),
        ({"prior_year_derived": "0.00"}, SPLIT, True, NOTHING_BEFORE),
        ({"prior_year": "9.00"}, "", False, ""),
        ({"change": "0.00"}, SPLIT, False, ""),
        ({"change": ""}, SPLIT, False, ""),
    ],
)
def test_a_change_says_whether_the_years_compare(
    printed: dict[str, str], whole: str, is_new: bool, said: str
) -> None:
    assert beside_change(changed(**printed), whole, is_new) == said


def test_whatever_stands_beside_a_change_has_its_english_words() -> None:
    assert set(IN_ENGLISH) == {SEAM, ZERO_BEFORE, NOTHING_BEFORE}
