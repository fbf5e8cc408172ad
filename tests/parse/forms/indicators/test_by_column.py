"""Indicators below their headings: what may stand where, and when the columns are not believed."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.indicators.by_column import by_column
from tests.made_cells import cells

HEAD = {"level1": 0, "level2": 1, "level3": 2, "target": 3, "actual": 4, "weight": 5, "score": 6, "reason": 7}  # fmt: skip
WHOLE = "产出指标|数量指标|培训次数|≥10次|12次|20|20|无"


def test_a_whole_row() -> None:
    found = by_column(cells(WHOLE), HEAD)
    assert found is not None and found.lost == [] and found.realigned == ""
    assert {name: view.text for name, view in found.cells.items()} == dict(
        zip(HEAD, WHOLE.split("|"), strict=True)
    )


@pytest.mark.parametrize("printed", ["||培训次数|≥10次|12次|20|20", "||培训次数||12次|20|20"])
def test_merged_levels_a_reason_and_one_value_may_be_blank(printed: str) -> None:
    assert by_column(cells(printed), HEAD) is not None


@pytest.mark.parametrize(
    "printed",
    [
        "||培训次数|||20|20",
        "||培训次数|≥10次|12次||",
        "|||≥10次|12次|20|20",
        "||培训次数|≥10次|12|20",
        "产出|数量指标|培训次数|≥10次|12次|20|20",
        "||培训次数|≥10次|12次|二十|20",
        "||≥10次|12次|12次|20|20",
        "||12|≥10次|12次|20|20",
        "||培训次数|≥10次|12次|20|20|98",
        "||培训次数|≥10次|12次|20|20||多一格",
    ],
)
def test_columns_that_cannot_be_right(printed: str) -> None:
    assert by_column(cells(printed), HEAD) is None


def test_a_lost_weight_and_an_illegible_score_leave_the_rest() -> None:
    found = by_column(cells("||培训次数|≥10次|12次||20"), HEAD)
    assert found is not None and found.lost == ["weight"] and found.cells["score"].text == "20"
    found = by_column(cells("||培训次数|≥10次|12次|20|2O.0"), HEAD)
    assert found is not None and found.lost == ["score"] and found.damaged["score"].text == "2O.0"


def test_the_form_of_the_department_has_second_levels_of_its_own() -> None:
    head = {"level1": 0, "level2": 1, "level3": 2, "target": 3, "basis": 4, "weight": 5, "actual": 6, "score": 7}  # fmt: skip
    printed = "履职效能|开会|开会次数|≥4次|工作计划|50|5次|50"
    assert by_column(cells(printed), head) is not None
    assert by_column(cells(printed.replace("履职效能", "履职")), head) is None
