"""Rows of a project's form from printed lines."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.lines.rows import indicator_rows
from juesuan.parse.forms.lines.strips import pieces
from juesuan.parse.view import Reader
from tests.conftest import document_of


def rows(*lines: str, with_basis: bool = False) -> list[dict[str, str]]:
    text = "\n".join(lines)
    found = indicator_rows(pieces(Reader(document_of(text)), 0, len(text)), with_basis)
    return [{name: view.text for name, view in row.items() if len(view)} for row in found]


@pytest.mark.parametrize(
    ("line", "target", "actual"),
    [
        ("培训次数 ≥10次 =12次 20 20", "≥10次", "=12次"),
        ("培训次数 10次 =12次 20 20", "10次", "=12次"),
        ("培训次数 ≥10次 12次 20 20", "≥10次", "12次"),
        ("培训次数 持续改善 已经改善 20 20", "持续改善", "已经改善"),
        ("培训次数 持续改善 完全达到 预期目标 20 20", "持续改善", "完全达到预期目标"),
    ],
)
def test_target_and_actual(line: str, target: str, actual: str) -> None:
    assert rows(line) == [
        {"level3": "培训次数", "target": target, "actual": actual, "weight": "20", "score": "20"}
    ]


def test_a_reason_in_the_line_needs_a_bound() -> None:
    assert rows("培训次数 ≥10次 =8次 20 16 由于调整")[0]["reason"] == "由于调整"
    assert rows("今年 20 16 由于调整") == []


def test_levels_name_and_reason_over_lines() -> None:
    found = rows(
        "产出指标",
        "数量指标",
        "培训",
        "次数",
        "≥10次 =8次 20 16",
        "由于人员调整",
        "质量指标",
        "合格率 ≥95% =98% 20 20",
        "未完",
    )
    assert [(row.get("level2"), row["level3"], row.get("reason")) for row in found] == [
        ("数量指标", "培训次数", "由于人员调整"), ("质量指标", "合格率", "未完"),
    ]  # fmt: skip


@pytest.mark.parametrize("illegible", ["NaN", "□□□□", "5."])
def test_a_row_whose_score_is_illegible_does_not_run_into_the_next(illegible: str) -> None:
    printed = (f"培训次数 ≥10次 =12次 20 {illegible}", "合格率 ≥95% =98% 30 29")
    found = [(row["level3"], row["weight"]) for row in rows(*printed)]
    assert found == [("培训次数", "20"), ("合格率", "30")]
