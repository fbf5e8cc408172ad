"""What is no final accounts of a department is called what it is."""

from __future__ import annotations

import pytest

from juesuan.errors import NotADisclosureError
from juesuan.parse.identity import Given, identify
from juesuan.parse.other import budget_year, refuse_other
from tests.conftest import IDS, document_of
from tests.made import disclosure

TABLES = "单位:万元\n部门收支总表\n一、一般公共预算拨款收入\t90.00\n一般公共预算支出表\n政府性基金预算支出表\n"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("松岭县水务局2025年部门预算公开说明", "2025"),
        ("松岭县水务局\n2025 年部门预算\n目录\n第一部分 部门概况", "2025"),
        ("2025年度松岭县水务局单位预算公开", "2025"),
        ("附件1\n松岭县水务局2025年部门（单位）预算公开表", "2025"),
        ("关于松岭县水务局2025年部门预算情况的说明", "2025"),
        ("松岭县水务局二〇二五年部门预算", "2025"),
        ("目录\n第一部分 部门概况\n第二部分 2025年部门预算情况说明", "2025"),
        ("松岭县水务局2025年部门预算及“三公”经费预算公开", "2025"),
        ("首页 > 政务公开 > 预决算公开\n松岭县水务局2025年部门预算\n来源：县水务局", "2025"),
        ("部门预算公开\n第一部分 部门概况", ""),
        (TABLES, ""),
        (f"2025年\n{TABLES}松岭县2025年部门预算数", "2025"),
    ],
)
def test_a_budget_is_recognised_with_its_year(text: str, year: str) -> None:
    document = document_of(text)
    assert budget_year(document.clean) == year
    with pytest.raises(NotADisclosureError, match="a department's budget") as caught:
        identify(document)
    assert (f"for {year}" if year else "部门预算") in str(caught.value)
    assert "budgets are not read yet" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        disclosure(),
        "松岭县水务局2024年度部门决算公开说明\n与2024年部门预算相比",
        "首页 > 预决算公开 > 部门预算公开\n松岭县水务局2024年度部门决算公开说明",
        "松岭县2025年政府预算公开",
        "2024年度预算执行情况和2025年预算草案的报告",
        "松岭县水务局2025年工作要点\n一、加强预算管理。",
        "收入支出决算总表\n部门收支总表\n一般公共预算支出表\n政府性基金预算支出表",
        "",
    ],
)
def test_nothing_else_is_called_a_budget(text: str) -> None:
    assert budget_year(document_of(text).clean) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("松岭县2024年政府决算公开", "final accounts of a government"),
        ("2024年度示例项目支出 绩效评价报告", "a report on an evaluation"),
    ],
)
def test_other_documents_are_named_for_what_they_are(text: str, kind: str) -> None:
    with pytest.raises(NotADisclosureError, match=kind):
        refuse_other(document_of(text))


def test_what_is_final_accounts_is_not_refused(sources: dict) -> None:
    refuse_other(document_of("松岭县水务局2024年度部门决算公开说明"))
    for one in IDS:
        refuse_other(sources[one])


def test_what_a_maintainer_says_makes_no_accounts_of_a_budget() -> None:
    given = Given("松岭县水务局", 2025)
    text = "2025年部门预算\n一、2023年决算数与2025年预算数比较"
    with pytest.raises(NotADisclosureError, match="a department's budget"):
        identify(document_of(text), given)
