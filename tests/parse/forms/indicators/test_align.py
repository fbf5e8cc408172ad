"""A row of indicators: by its columns where its cells fit them, else by kind; or none."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.indicators.align import align
from juesuan.parse.forms.indicators.aligned import FIELDS, Aligned, Head
from tests.made_cells import row

PROJECT: Head = {name: i for i, name in enumerate(n for n in FIELDS if n != "basis")}
DEPARTMENT: Head = {
    name: i
    for i, name in enumerate(
        ("level1", "level2", "level3", "target", "basis", "weight", "actual", "score")
    )
}
SHIFTED = "columns shifted against the headings"


def aligned(printed: str, head: Head = PROJECT) -> tuple[dict[str, str], Aligned]:
    found = align(row(printed), head)
    assert found is not None
    return {name: view.text for name, view in found.cells.items()}, found


WHOLE = {"level1": "产出指标", "level2": "数量指标", "level3": "培训次数", "target": "≥10次",
         "actual": "12次", "weight": "20", "score": "19"}  # fmt: skip


def test_cells_that_fit_stand_below_their_headings() -> None:
    found, one = aligned("产出指标|数量指标|培训次数|≥10次|12次|20|19|")
    assert found == WHOLE and one.realigned == ""


def test_cells_that_do_not_fit_are_bound_by_kind() -> None:
    found, one = aligned("|产出指标|数量指标|培训次数|≥10次|12次|20|19")
    assert found == WHOLE and one.realigned == SHIFTED


def test_without_headings_cells_are_bound_by_kind() -> None:
    found, one = aligned("培训次数|≥10次|12次|20|19", {})
    assert {"level1": "产出指标", "level2": "数量指标"} | found == WHOLE and len(found) == 5
    assert one.realigned == SHIFTED


def test_the_form_with_a_basis_has_its_own_order() -> None:
    found, one = aligned("|履职效能|开会|开会次数|≥4次|工作计划|50|5次|49", DEPARTMENT)
    assert one.realigned == SHIFTED
    assert (found["basis"], found["weight"], found["actual"], found["score"]) == (
        "工作计划", "50", "5次", "49",
    )  # fmt: skip


@pytest.mark.parametrize("label", ["年度绩效指标", "总体", "绩效指标完成情况"])
def test_the_label_at_the_side_is_no_cell_of_the_row(label: str) -> None:
    head = {name: column + 1 for name, column in PROJECT.items()}
    found, one = aligned(f"{label}|产出指标|数量指标|培训次数|≥10次|12次|20|19", head)
    assert found == WHOLE and one.realigned == ""


@pytest.mark.parametrize(
    "printed", ["", "||以上|||||", "产出指标|数量指标||||||", "|||≥10次|12次||"]
)
def test_a_row_without_points_is_no_indicator(printed: str) -> None:
    assert align(row(printed), PROJECT) is None


def test_what_is_left_of_points_counts_in_their_column_only() -> None:
    _, one = aligned("产出指标|数量指标|培训次数|≥10次|12次|2O.0|19.O")
    assert {name: view.text for name, view in one.damaged.items()} == {
        "weight": "2O.0", "score": "19.O",
    }  # fmt: skip
    assert align(row("|报告|编制|2O.0|||"), PROJECT) is None


def test_a_form_that_prints_no_points_has_no_indicators() -> None:
    assert align(row("培训次数|≥10次"), {"level3": 0, "target": 1}) is None


def test_a_value_in_words_that_is_part_of_a_label_is_still_a_value() -> None:
    found, _ = aligned("产出指标|质量指标|报告编制|按时完成|完成|10|10|")
    assert found["actual"] == "完成"
