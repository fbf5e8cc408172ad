"""Rows without numbers: which cell of the row above they carry on."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.indicators.continuation import carry_on
from tests.made_cells import cells, draft, row, view

HEAD = {"level1": 0, "level2": 1, "level3": 2, "target": 3, "actual": 4, "weight": 5, "score": 6, "reason": 7}  # fmt: skip


def carried(rest: str, above: str = "产出指标|数量指标|培训|≥10次|按时|20|20|因") -> dict[str, str]:
    names = list(HEAD)
    last = Aligned({names[cell.column]: cell.view for cell in cells(above)})
    before = {name: view.text for name, view in last.cells.items()}
    carry_on([last], row(rest, 1000), HEAD, draft())
    after = {name: view.text for name, view in last.cells.items()}
    return {name: text for name, text in after.items() if before.get(name) != text}


@pytest.mark.parametrize(
    ("rest", "changed"),
    [
        ("||次数", {"level3": "培训次数"}),
        ("|||以上", {"target": "≥10次以上"}),
        ("|||含线上的培训", {"reason": "因含线上的培训"}),
        ("||||完成全部任务", {"actual": "按时完成全部任务"}),
        ("|||||设备", {"reason": "因设备"}),
        ("||||||||远", {"reason": "因远"}),
        ("|的名称", {"level3": "培训的名称"}),
        ("产出指标|年度总体目标", {}),
    ],
)
def test_a_piece_goes_to_the_open_field(rest: str, changed: dict[str, str]) -> None:
    assert carried(rest) == changed


def test_text_before_the_first_indicator_is_told() -> None:
    made = draft()
    carry_on([], row("||说明"), HEAD, made)
    assert made.remarks == ["form text before its first indicator left out: 说明"]


def test_a_piece_narrow_enough_for_the_basis_is_of_the_basis() -> None:
    head = {"level3": 0, "basis": 1}
    last = Aligned({"level3": view("开会次数及培训次数"), "basis": view("工作 计划")})
    carry_on([last], row("安排", 1000), head, draft())
    assert last.cells["basis"].text == "工作计划安排"
