"""Levels that printed lines spell."""

from __future__ import annotations

from juesuan.parse.forms.lines.labels import labels, take_levels, without_labels
from juesuan.parse.forms.lines.strips import Piece, Token
from tests.made_cells import view


def lines(*texts: str) -> list[Piece]:
    return [
        Piece(tuple(Token(view(part, 100 * i)) for part in text.split()))
        for i, text in enumerate(texts)
    ]


def taken(*texts: str) -> tuple[dict[str, str], str, str]:
    row: dict = {}
    before, behind, _ = take_levels(lines(*texts), row)
    said = ["".join(line.view.text for line in part) for part in (before, behind)]
    return {name: view.text for name, view in row.items()}, said[0], said[1]


def test_a_label_over_several_lines() -> None:
    assert [one.text for one in labels(lines("产出", "指标", "数量", "指", "标", "培训"))] == [
        "产出指标", "数量指标",
    ]  # fmt: skip
    assert labels(lines("产出", "培训")) == []


def test_levels_part_the_reason_above_from_the_name_below() -> None:
    assert taken("已停止", "产出指标", "数量指标 培训", "次数") == (
        {"level1": "产出指标", "level2": "数量指标"}, "已停止", "培训次数",
    )  # fmt: skip


def test_another_first_level_forgets_the_second() -> None:
    assert taken("数量指标", "效益指标")[0] == {"level1": "效益指标"}


def test_of_two_alike_the_upper_is_the_first_level() -> None:
    assert taken("满意度指标", "满意度指标", "群众")[0] == {
        "level1": "满意度指标",
        "level2": "满意度指标",
    }


def test_the_last_short_label_is_the_name() -> None:
    found, _, name = taken("满意度指标", "服务对象满意度指标", "服务对象满意度")
    assert found["level2"] == "服务对象满意度指标" and name == "服务对象满意度"


def test_lines_without_labels() -> None:
    left = without_labels(lines("年度总体", "目标", "数量指标 培训"))
    assert [line.view.text for line in left] == ["培训"]


def test_a_line_between_two_levels_is_not_dropped() -> None:
    assert taken("产出指标", "培训", "数量指标", "次数") == (
        {"level1": "产出指标", "level2": "数量指标"}, "", "培训次数",
    )  # fmt: skip
    assert taken("产出指标", "完成情况", "数量指标", "次数")[2] == "次数"
