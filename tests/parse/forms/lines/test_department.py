"""Rows of a department's form from printed lines."""

from __future__ import annotations

from tests.parse.forms.lines.test_project import rows


def test_points_around_the_actual_value_and_basis_behind_the_target() -> None:
    found = rows("履职效能", "开会次数 开会次数", "≥4次 工作", "计划 50 =5次 49", with_basis=True)
    assert found == [
        {"target": "≥4次", "basis": "工作计划", "weight": "50", "actual": "=5次", "score": "49",
         "level1": "履职效能", "level2": "开会次数", "level3": "开会次数"}
    ]  # fmt: skip


def test_two_names_are_cut_where_they_are_most_alike() -> None:
    found = rows(
        "会议设备", "经费", "会议设备", "保障经费 ≥4万元 纪要 50 =5万元 49", with_basis=True
    )
    assert (found[0]["level2"], found[0]["level3"]) == ("会议设备经费", "会议设备保障经费")


def test_a_line_that_does_not_end_in_two_numbers_around_a_value_is_no_row() -> None:
    assert rows("开会次数 ≥4次 计划 50 49", with_basis=True) == []
    assert rows("开会次数 ≥4次 计划 =5次 49", with_basis=True) == []


def test_the_rest_of_a_basis_that_another_row_has_is_of_the_basis() -> None:
    lines = ["开会 会议 ≥4次 工作计划 50 =5次 49", "培训 次数 ≥4次 工作 50 =5次 49"]
    assert rows(*lines, "计划", with_basis=True)[1]["basis"] == "工作计划"
    assert rows(*lines, "以上", with_basis=True)[1]["level3"] == "次数以上"
