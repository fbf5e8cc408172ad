"""The rows of indicators of a form, from its cells to published rows."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridRow
from juesuan.parse.forms.indicators.read import labels_float, printed_columns, read_indicators
from juesuan.rows import IndicatorsRow
from tests.made_cells import draft, row

HEAD = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析"


def grid(*lines: str) -> list[GridRow]:
    return [row(line, 1000 * i) for i, line in enumerate(lines, start=1)]


def read(
    *lines: str, head: str = HEAD, funds: str = "", floating: bool = False
) -> tuple[list[IndicatorsRow], Draft]:
    made = draft()
    project = made.add("projects", project_id="p01", kind="project", position="1")
    read_indicators(project, [row(head)], grid(*lines), made, funds, floating)
    return made.rows("indicators"), made


def test_columns_by_the_first_row_of_headings() -> None:
    first = row("|一级指标|三级指标|预期指标值|指标值设定依据|得分")
    assert printed_columns([first, row("二级指标|分值")]) == {
        "level1": 1, "level3": 2, "target": 3, "basis": 4, "score": 5,
    }  # fmt: skip
    assert printed_columns([]) == {}


def test_a_form_of_three_indicators() -> None:
    found, made = read(
        "产出指标|数量指标|培训次数|≥10次|12次|20|20|",
        "||培训人数|≥50人|40人|20|16|因设备",
        "||||||未到",
        "|质量指标|合格率|≥95%|98%|50|50|",
    )
    assert [(one["position"], one["level1"], one["level2"], one["level3"]) for one in found] == [
        ("1", "产出指标", "数量指标", "培训次数"),
        ("2", "产出指标", "数量指标", "培训人数"),
        ("3", "产出指标", "质量指标", "合格率"),
    ]
    assert [one["reason"] for one in found] == ["", "因设备未到", ""]
    assert [one["project_id"] for one in found] == ["p01"] * 3
    assert {one["unreadable"] for one in found} == {""} and made.remarks == []


def test_a_level_whose_column_is_printed_and_empty_is_lost() -> None:
    found, _ = read("产出指标||培训次数|≥10次|12次|20|20|")
    assert (found[0]["level1"], found[0]["level2"]) == ("产出指标", "")
    assert found[0]["unreadable"] == "level2"


def test_a_level_that_the_form_does_not_print_is_not_lost() -> None:
    found, _ = read("培训次数|≥10次|12次|20|20", head="三级指标|年度指标值|实际完成|分值|得分")
    assert (found[0]["level3"], found[0]["unreadable"]) == ("培训次数", "")


@pytest.mark.parametrize(
    ("funds", "weight", "score", "lost"),
    [("10", "", "18.00", "weight"), ("", "18.00", "", "score"), ("12.00", "18.00", "", "score")],
)
def test_the_weight_of_the_funds_tells_which_of_two_points_is_lost(
    funds: str, weight: str, score: str, lost: str
) -> None:
    without_points = HEAD.replace("分值", "甲").replace("得分", "乙")
    lines = ["产出指标|数量指标|培训次数|≥10次|12次|70.00|70.00|", "||培训人数|≥50人|40人||18.00|"]
    found, _ = read(*lines, head=without_points, funds=funds)
    one = found[1]
    assert (one["weight"], one["score"], one["unreadable"]) == (weight, score, lost)


def test_text_before_the_first_indicator_is_told() -> None:
    found, made = read("||以上各项|||||", "产出指标|数量指标|培训次数|≥10次|12次|20|20|")
    assert len(found) == 1
    assert made.remarks == ["form text before its first indicator left out: 以上各项"]


def test_between_floating_labels_the_second_level_is_left_open() -> None:
    lines = (
        "产出指标||培训次数|≥10次|12次|20|20|",
        "|数量指标|培训人数|≥50人|50人|20|20|",
        "||培训天数|≥5天|5天|20|20|",
        "|质量指标|合格率|≥95%|98%|30|30|",
    )
    found, _ = read(*lines, floating=True)
    assert [one["level2"] for one in found] == ["", "数量指标", "", "质量指标"]
    assert [one["unreadable"] for one in found] == ["level2", "", "level2", ""]
    found, _ = read(*lines)
    assert [one["level2"] for one in found] == ["", "数量指标", "数量指标", "质量指标"]


@pytest.mark.parametrize(
    ("seconds", "floating"),
    [
        (["", "数量指标"], True),
        (["", "", "数量指标"], True),
        (["", "", "", "数量指标"], False),
        (["数量指标", ""], False),
        (["数量指标", "质量指标"], False),
        ([""], False),
        ([], False),
    ],
)
def test_labels_float_where_the_first_second_level_stands_lower(
    seconds: list[str], floating: bool
) -> None:
    lines = [f"|{second}|培训次数|≥10次|12次|20|20|" for second in seconds]
    assert labels_float([row(HEAD)], grid(*lines)) is floating


def test_rows_that_are_no_indicators_do_not_count_as_lacking_a_level() -> None:
    lines = ["||以上各项|||||", "|数量指标|培训次数|≥10次|12次|20|20|"]
    assert labels_float([row(HEAD)], grid(*lines)) is False
