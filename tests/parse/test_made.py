"""The made-up disclosure: every part, and what happens when it is changed."""

import pytest

from tests.conftest import facts_of
from tests.made import PROJECT, disclosure


def rows(facts, resource: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in facts.rows(resource)]


def test_the_forms() -> None:
    facts = facts_of(disclosure())
    assert rows(
        facts,
        "projects",
        "project_id",
        "name",
        "supervisor",
        "implementer",
        "total_score",
        "scoring_scheme",
    ) == [
        ("overall", "某某市示例局", "", "", "99.55", "A"),
        ("p01", "示例项目", "某某市示例局", "某某市示例中心", "97.50", "A"),
    ]
    assert rows(
        facts, "project_funds", "project_id", "source", "annual_budget", "executed", "weight"
    )[2:4] == [
        ("p01", "total", "50.00", "45.00", "10"),
        ("p01", "其中：当年财政拨款", "40.00", "32.00", ""),
    ]
    assert rows(
        facts,
        "indicators",
        "level1",
        "level2",
        "target",
        "target_operator",
        "target_value",
        "target_unit",
        "score",
    )[1:] == [
        ("产出指标", "数量指标", "≥10个", "≥", "10", "个", "50.00"),
        ("产出指标", "质量指标", "=100%", "=", "100", "%", "28.50"),
        ("满意度指标", "满意度指标", "≥90%", "≥", "90", "%", "10.00"),
    ]


def shifted(row: str, cells: list[str]) -> str:
    return disclosure(project=PROJECT.replace(row, "\t".join(cells)))


ROW = "年度绩效指标完成情况\t产出指标\t数量指标\t示例数量\t≥10个\t=12个\t50\t50.00\t超额"


@pytest.mark.slow
@pytest.mark.parametrize(
    "cells",
    [
        ["产出指标", "数量指标", "示例数量", "≥10个", "=12个", "50", "50.00", "超额"],
        ["", "", "产出指标", "数量指标", "示例数量", "≥10个", "=12个", "50", "50.00", "超额"],
        ["", "产出指标数量指标", "示例数量", "≥10个", "=12个", "50", "50.00", "超额"],
        [
            "年度绩效指标完成情况",
            "产出指标",
            "数量指标",
            "示例数量",
            "示例数量",
            "≥10个",
            "=12个",
            "50",
            "50.00",
            "超额",
        ],
    ],
)
def test_shifted_and_doubled_cells_are_put_right_and_marked(cells: list[str]) -> None:
    row = facts_of(shifted(ROW, cells)).rows("indicators")[1]
    names = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
    assert [row[name] for name in names] == [
        "产出指标",
        "数量指标",
        "示例数量",
        "≥10个",
        "=12个",
        "50",
        "50.00",
        "超额",
    ]
    assert row["realigned"]


def test_a_lost_score_is_not_filled_in() -> None:
    row = facts_of(
        shifted(ROW, ["", "", "", "产出指标", "数量指标", "示例数量", "≥10个", "=12个", "50"])
    ).rows("indicators")[1]
    assert (row["weight"], row["score"], row["unreadable"]) == ("50", "", "score")


def test_a_scrambled_reason_is_marked_and_its_figures_are_unread() -> None:
    text = disclosure().replace(
        "超额", "剩金托项款合12定项务后支余为费目根同将目完方付资委用尾据约在服成可"
    )
    facts = facts_of(text)
    row = facts.rows("indicators")[1]
    assert (row["reason"], row["unreadable"]) == ("", "reason")
    assert [(f.text, f.row, f.field) for f in facts.figures if f.status == "unread"] == [
        ("12", "p01/1", "reason")
    ]


def test_an_empty_cell_stays_empty() -> None:
    cells = ["", "产出指标", "数量指标", "示例数量", "≥10个", "", "50", "50.00", "超额"]
    row = facts_of(shifted(ROW, cells)).rows("indicators")[1]
    names = ("level3", "target", "actual", "weight", "score", "realigned")
    assert [row[name] for name in names] == ["示例数量", "≥10个", "", "50", "50.00", ""]


def test_labels_that_share_a_cell_with_their_value() -> None:
    project = (
        PROJECT.replace("项目名称\t示例项目", "项目名称：示例项目")
        .replace(
            "主管部门\t某某市示例局\t\t\t实施单位\t某某市示例中心",
            "主管部门：某某市示例局\t实施单位：某某市示例中心",
        )
        .replace("总分\t\t\t\t\t\t100\t97.50分", "总分：97.50分")
    )
    row = facts_of(disclosure(project=project)).rows("projects")[1]
    found = [
        row[name] for name in ("name", "supervisor", "implementer", "total_score", "unreadable")
    ]
    assert found == ["示例项目", "某某市示例局", "某某市示例中心", "97.50", ""]


FUNDS = "\t年度资金总额\t50.00\t50.00\t45.00\t10\t90.00%\t9.00分"
FUND_COLUMNS = (
    "initial_budget",
    "annual_budget",
    "executed",
    "weight",
    "execution_rate_pct",
    "score",
)
ASIDE = ["", "", "年度资金总额"]
"""A row of funds whose cells stand one column beside their headings begins so."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cells", "read", "lost"),
    [
        (["50.00", "50.00", "45.00", "10", "90.00%", "9.00分"], ["50.00", "50.00", "45.00", "10", "90.00", "9.00"], ""),
        (["50.00", "50.00", "45.00", "10", "9l.00%", "9.00分"], ["50.00", "50.00", "45.00", "10", "", "9.00"], "execution_rate_pct"),
        (["50.00", "50.00", "45.00", "10", "9l.00", "9.00分"], ["50.00", "50.00", "45.00", "10", "", "9.00"], "execution_rate_pct"),
        (["50.00", "50.00", "45.00", "l0", "90.00%", "9.00分"], ["50.00", "50.00", "45.00", "", "90.00", "9.00"], "weight"),
        (["50.00", "50.00", "45.00", "10", "90.00%", "9,.00分"], ["50.00", "50.00", "45.00", "10", "90.00", ""], "score"),
        (["50.00", "5O.00", "45.00", "10", "90.00%", "9.00分"], ["50.00", "", "45.00", "10", "90.00", "9.00"], "annual_budget"),
        (["50.00", "50.00", "45.00", "10", "90.00%", "9.00", "分"], ["50.00", "50.00", "45.00", "10", "90.00", "9.00"], ""),
        (["50.00", "50.00", "45.00", "10", "90.00%", "90.00分"], ["50.00", "50.00", "45.00", "10", "90.00", "90.00"], ""),
        (["50.00", "45.00", "10", "90.00%", "9.00分"], ["", "", "", "", "90.00", "9.00"], " ".join(FUND_COLUMNS[:3])),
    ],
)  # fmt: skip
def test_an_illegible_value_of_funds_keeps_its_place(
    cells: list[str], read: list[str], lost: str
) -> None:
    assert FUNDS in PROJECT
    found = facts_of(shifted(FUNDS, ASIDE + cells)).rows("project_funds")
    row = next(row for row in found if row["project_id"] == "p01")
    assert ([row[name] for name in FUND_COLUMNS], row["unreadable"]) == (read, lost)
    assert row["realigned"]
