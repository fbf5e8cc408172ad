"""Indicators bound by kind and order."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.indicators.by_kind import by_kind
from tests.made_cells import cells


def bound(printed: str, with_basis: bool = False) -> tuple[dict[str, str], Aligned]:
    found = by_kind(cells(printed), with_basis)
    assert found is not None
    return {name: view.text for name, view in found.cells.items()}, found


NAMED = {"level3": "培训次数", "target": "≥10次", "actual": "12次", "weight": "20", "score": "19"}


@pytest.mark.parametrize(
    ("printed", "more"),
    [
        ("培训次数|≥10次|12次|20|19", {}),
        (
            "产出指标|数量指标|培训次数|≥10次|12次|20|19",
            {"level1": "产出指标", "level2": "数量指标"},
        ),
        (
            "产出指标数量指标|培训次数|≥10次|12次|20|19",
            {"level1": "产出指标", "level2": "数量指标"},
        ),
        ("培训次数|≥10次|12次|20|19|因设备|未到", {"reason": "因设备未到"}),
        ("培训次数≥10次|12次|20|19", {}),
    ],
)
def test_a_row_of_a_project(printed: str, more: dict[str, str]) -> None:
    found, aligned = bound(printed)
    assert found == NAMED | more and aligned.lost == [] and aligned.junk == []
    assert aligned.realigned == "columns shifted against the headings"


def test_a_column_that_is_printed_twice() -> None:
    found, aligned = bound("培训次数|培训次数|≥10次|12次|20|19")
    assert found == NAMED and aligned.realigned == "a column is printed twice"


def test_the_total_that_ran_into_the_row_is_no_reason() -> None:
    found, aligned = bound("培训次数|≥10次|12次|20|19|98.50")
    assert found == NAMED and aligned.total is not None and aligned.total.text == "98.50"


def test_one_number_is_doubtful() -> None:
    found, aligned = bound("培训次数|≥10次|12次|20")
    assert found["weight"] == "20" and aligned.lost == ["score"]


def test_a_value_that_is_either_target_or_actual_is_not_placed() -> None:
    found, aligned = bound("培训次数|12次|20|19")
    assert "target" not in found and aligned.lost == ["target", "actual"]
    assert aligned.unplaced is not None and aligned.unplaced.text == "12次"


def test_what_stands_between_the_levels_is_junk() -> None:
    found, aligned = bound("产出指标|乱|数量指标|培训次数|≥10次|12次|20|19")
    assert found["level2"] == "数量指标" and [cell.text for cell in aligned.junk] == ["乱"]


def test_a_name_that_is_called_like_a_level() -> None:
    found, _ = bound("满意度指标|服务对象满意度|≥90%|95%|10|10")
    assert (found["level1"], found["level3"]) == ("满意度指标", "服务对象满意度")
    found, _ = bound("服务对象满意度|群众满意|≥90%|95%|10|10")
    assert (found["level1"], found["level3"]) == ("服务对象满意度", "群众满意")


def test_a_row_without_numbers_behind_its_values_is_none() -> None:
    assert by_kind(cells("20|培训"), False) is None
    assert by_kind(cells("开会次数|≥4次|计划|5次|50"), True) is None


def test_the_form_of_the_department() -> None:
    wanted = {"level1": "履职效能", "level2": "开会", "level3": "开会次数", "target": "≥4次",
              "basis": "工作计划", "actual": "5次", "weight": "50", "score": "49"}  # fmt: skip
    assert bound("履职效能|开会|开会次数|≥4次|工作计划|50|5次|49", True)[0] == wanted
    assert bound("履职效能|开会|开会次数|≥4次|工作计划|5次|50|49", True)[0] == wanted
    found, _ = bound("开会次数|按时|工作计划|完成|50|49", True)
    assert (found["target"], found["basis"], found["actual"]) == ("按时", "工作计划", "完成")
