"""Where forms begin."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.rows import split_forms
from tests.made_cells import row

FORM = [
    "项目支出绩效自评表",
    "项目名称|甲",
    "主管部门|某局",
    "|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
    "年度资金总额|1.00|1.00|1.00|10|100%|10",
    "年度总体目标|预期目标|实际完成情况",
    "办好事情|办成事情",
    "一级指标|二级指标|三级指标|指标值|分值",
    "产出指标|数量指标|次数|≥1次|90|90",
    "总分|100|100",
]


def kinds(lines: list[str]) -> list[list[Stage]]:
    rows = [row(line, 1000 * i) for i, line in enumerate(lines)]
    return [[kind for kind, _ in form.rows] for form in split_forms(rows)]


def test_two_whole_forms_are_two() -> None:
    first, second = kinds([*FORM, *FORM])
    assert first == second and len(first) == len(FORM)


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_a_form_that_lost_its_top_begins_all_the_same(lost: int) -> None:
    assert [len(one) for one in kinds([*FORM, *FORM[lost:]])] == [10, 10 - lost]


def test_a_form_whose_end_is_lost_ends_where_a_name_follows() -> None:
    assert [len(one) for one in kinds([*FORM[:7], *FORM[1:]])] == [7, 9]


def test_what_has_no_funds_is_no_form() -> None:
    assert kinds(FORM[:3]) == [] and kinds([]) == []
