"""The reason beside a change."""

from __future__ import annotations

import pytest

from juesuan.pages.telling.reasons import is_seam, why, why_in_english


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
