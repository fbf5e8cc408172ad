"""The made-up disclosure: every part, and what happens when it is changed."""

import re

import pytest

from tests.conftest import facts_of
from tests.made import ACCOUNTS, PROJECT, disclosure


def rows(facts, resource: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in facts.rows(resource)]


def test_lists() -> None:
    facts = facts_of(disclosure())
    assert rows(facts, "organisation", "kind", "name") == [
        ("office", "办公室"), ("office", "业务科（法规科）"), ("unit", "某某市示例局"), ("unit", "某某市示例中心"),
    ]  # fmt: skip
    assert rows(facts, "economic", "group", "code", "name") == [
        ("personnel", "30101", "基本工资"), ("personnel", "30102", "津贴补贴"), ("public", "30201", "办公费"), ("public", "30205", "水费"),
    ]  # fmt: skip
    assert rows(facts, "glossary", "term", "definition")[0] == (
        "财政拨款收入",
        "指同级财政当年拨付的资金。",
    )
    kinds = [row["kind"] for row in facts.rows("texts")]
    assert {
        "duty",
        "empty",
        "achievement",
        "problem",
        "improvement",
        "vehicle_note",
        "statutory_table",
    } <= set(kinds)


def test_functions_and_their_codes() -> None:
    facts = facts_of(disclosure())
    assert rows(facts, "functions", "level", "code", "actual", "change") == [
        ("class", "201", "80.00", ""),
        ("class", "208", "12.00", ""),
        ("item", "2010601", "80.00", "-10.00"),
        ("item", "2080505", "12.00", "2.00"),
    ]


def test_an_unknown_name_has_no_code_and_is_remarked() -> None:
    facts = facts_of(
        disclosure().replace("财政事务(款)行政运行(项)", "财政事务(款)从未有过的事项(项)")
    )
    assert [row["code"] for row in facts.rows("functions")][2] == ""
    assert any("从未有过的事项" in remark for remark in facts.remarks)


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


def test_every_numeral_is_accounted_for() -> None:
    facts = facts_of(disclosure())
    assert [f.text for f in facts.figures if f.status == "unread"] == []
    assert [f.text for f in facts.figures if f.status == "prose" and f.resource == "measures"] == [
        "2023",
        "3",
        "5",
    ]


def shifted(row: str, cells: list[str]) -> str:
    return disclosure(project=PROJECT.replace(row, "\t".join(cells)))


ROW = "年度绩效指标完成情况\t产出指标\t数量指标\t示例数量\t≥10个\t=12个\t50\t50.00\t超额"


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


def test_a_figure_printed_twice_differently_is_kept_twice_and_remarked() -> None:
    text = disclosure().replace(
        "政府采购服务支出15.00万元。", "政府采购服务支出15.00万元。政府采购支出总额21.00万元。"
    )
    facts = facts_of(text)
    found = [
        (row["section"], row["actual"])
        for row in facts.rows("measures")
        if row["measure"] == "procurement.total"
    ]
    assert found == [("procurement", "20.00"), ("procurement.2", "21.00")]
    assert any("20.00 and as 21.00" in remark for remark in facts.remarks)


def test_amounts_in_yuan_are_converted_exactly() -> None:
    facts = facts_of(
        disclosure(accounts=ACCOUNTS.replace("收入总计110.00万元", "收入总计1100000.00元", 1))
    )
    row = next(row for row in facts.rows("measures") if row["measure"] == "revenue.total")
    assert row["actual"] == "110.000000"


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


def test_amounts_of_economic_categories() -> None:
    text = disclosure(
        accounts=ACCOUNTS.replace("包括：办公费、水费。", "包括：办公费6.00万元、水费4.00万元。")
    )
    found = [(row["code"], row["name"], row["actual"]) for row in facts_of(text).rows("economic")]
    assert found[2:] == [("30201", "办公费", "6.00"), ("30205", "水费", "4.00")]


def test_no_office_is_invented() -> None:
    text = disclosure().replace(
        "下设2个科室，分别是：办公室、业务科（法规科）。", "下设0个科室，分别是：我单位无下设科室。"
    )
    facts = facts_of(text)
    assert [row["kind"] for row in facts.rows("organisation")] == ["unit", "unit"]


def test_an_amount_without_its_unit_is_taken_only_where_it_is_known() -> None:
    line = "1.示例支出(类)示例款(款)示例项(项)4.19万元。主要用于：示例。年初预算为0，支出决算为{}。"
    for printed, again in (("4.19", ""), ("4.20", ""), ("4.20万元", "4.20")):
        text = disclosure(
            accounts=re.sub(
                r"1\.[^\n]*行政运行\(项\)[^\n]*", line.format(printed), ACCOUNTS, count=1
            )
        )
        facts = facts_of(text)
        row = next(row for row in facts.rows("functions") if row["item"] == "示例项")
        assert (row["actual"], row["actual_again"], row["initial_budget"]) == (
            "4.19",
            again,
            "0.00",
        ), printed
        unread = [figure.text for figure in facts.figures if figure.status == "unread"]
        assert unread == (["4.20"] if printed == "4.20" else [])


def test_a_third_print_joins_the_second() -> None:
    again = "政府采购支出总额20.00万元。政府采购支出总额21.00万元。政府采购支出总额21.00万元。"
    text = disclosure(accounts=ACCOUNTS.replace("政府采购支出总额20.00万元", again.rstrip("。"), 1))
    found = [
        (row["section"], row["actual"])
        for row in facts_of(text).rows("measures")
        if row["measure"] == "procurement.total"
    ]
    assert found == [("procurement", "20.00"), ("procurement.2", "21.00")]


def test_a_damaged_numeral_marks_its_cell() -> None:
    facts = facts_of(
        disclosure(accounts=ACCOUNTS.replace("收入总计110.00万元", "收入总计11O.00万元", 1))
    )
    row = next(row for row in facts.rows("measures") if row["measure"] == "revenue.total")
    assert (row["actual"], row["unreadable"]) == ("", "actual")
    lost = [figure for figure in facts.figures if figure.status == "unread"]
    assert {(figure.resource, figure.row, figure.field) for figure in lost} == {
        ("measures", "overview/revenue.total", "actual")
    }


@pytest.mark.parametrize(
    ("old", "new", "row", "field"),
    [
        ("离休人员0人", "离休人员人", "organisation/headcount.retired_cadre", "actual"),
        ("离休人员0人", "离休人员 人", "organisation/headcount.retired_cadre", "actual"),
        ("其他用车2辆", "其他用车l辆", "assets/assets.vehicles.other", "actual"),
        ("价值50.00万元", "价值万元", "assets/assets.building_value", "actual"),
        ("与上年相比，增加10.00万元", "与上年相比，增加万元", "overview/overall", "change"),
    ],
)
def test_a_unit_without_its_numeral_marks_its_cell(
    old: str, new: str, row: str, field: str
) -> None:
    assert old in disclosure()
    text = disclosure().replace(old, new, 1)
    section, measure = row.split("/")
    found = [
        one
        for one in facts_of(text).rows("measures")
        if (one["section"], one["measure"]) == (section, measure)
    ]
    assert [(one[field], one["unreadable"]) for one in found] == [("", field)]


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
