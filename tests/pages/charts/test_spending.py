"""What money is spent on: functions, items against last year, 三公经费."""

from __future__ import annotations

from juesuan.pages.charts.source import Source
from juesuan.pages.charts.spending import by_function, changed_items, three_public
from tests.pages.made_facts import Given, evidence_of, facts_with, measure


def source_with(**tables: list[Given]) -> Source:
    facts = facts_with(**tables)
    return Source(facts, evidence_of(facts))


def function(position: int, level: str, actual: str = "", **more: str) -> Given:
    fund = "general_public_budget"
    return {"fund": fund, "level": level, "position": f"{position}", "actual": actual, **more}


def texts(chart) -> list[list[str]]:
    return [[cell.text for cell in row] for row in chart.rows]


CLASSES = [
    function(1, "class", "12.00", **{"class": "社会保障和就业支出"}),
    function(2, "class", "80.00", **{"class": "一般公共服务支出"}),
]


def test_classes_stand_by_size() -> None:
    fund = function(3, "class", "900.00", **{"class": "其他支出", "fund": "government_fund"})
    item = function(4, "item", "800.00", **{"class": "一般公共服务支出", "item": "行政运行"})
    chart = by_function(source_with(functions=[*CLASSES, fund, item]))
    assert chart and texts(chart) == [
        ["一般公共服务支出", "80.00"],
        ["社会保障和就业支出", "12.00"],
    ]


def test_where_the_text_names_no_classes_the_table_does() -> None:
    rows = [
        {"position": "1", "kind": "total", "name": "合计", "total": "92.00"},
        {
            "position": "2",
            "kind": "class",
            "code": "201",
            "name": "一般公共服务支出",
            "total": "80.00",
        },
        {"position": "3", "kind": "class", "code": "208", "name": "社会保障", "total": "12.00"},
        {"position": "4", "kind": "class", "code": "210", "name": "没有印的"},
    ]
    chart = by_function(source_with(table5=rows))
    assert chart and texts(chart) == [["一般公共服务支出", "80.00"], ["社会保障", "12.00"]]
    assert all(row[1].figure and row[1].figure["resource"] == "table5" for row in chart.rows)


def test_one_class_alone_is_no_chart() -> None:
    assert by_function(source_with(functions=CLASSES[:1])) is None


ITEMS = [
    function(1, "item", item="行政运行", subclass="财政事务", change="-10.00"),
    function(2, "item", item="行政运行", subclass="政府办公厅", change="2.00"),
    function(3, "item", item="信访事务", subclass="政府办公厅", change="30.00"),
    function(4, "item", item="没有变化", subclass="政府办公厅", change="0.00"),
    function(5, "class", change="500.00", **{"class": "一般公共服务支出"}),
]


def test_items_of_one_name_are_told_apart_and_the_most_changed_stands_first() -> None:
    rows = [measure("overall", "9.00", change="1.00", reason="增人")]
    chart = changed_items(source_with(functions=ITEMS, measures=rows))
    assert chart and texts(chart) == [
        ["信访事务", "30.00"],
        ["行政运行（财政事务）", "-10.00"],
        ["行政运行（政府办公厅）", "2.00"],
    ]
    assert chart.notes == ("向右是增加，向左是减少。", "没有读到部门说明的原因。")
    colours = [
        one.look["fill"] for one in chart.picture.shapes if "fill" in one.look and not one.words
    ]
    assert colours[0] == colours[2] != colours[1], "an increase and a decrease look different"


def test_what_changed_most_has_its_own_reason() -> None:
    """And not that of the whole, which may be of another item."""
    rows = [measure("overall", "9.00", change="1.00", reason="增人")]
    own = [dict(row) | {"reason": f"原因{at}"} for at, row in enumerate(ITEMS)]
    chart = changed_items(source_with(functions=own, measures=rows))
    assert chart and chart.notes[1:] == (
        "“信访事务”的原因，部门说明：“原因2”",
        "其余各项的原因在支出功能分类表里。",
    )
    own[2]["reason"] = ""
    chart = changed_items(source_with(functions=own, measures=rows))
    assert chart and chart.notes[1:] == ("各项的原因在支出功能分类表里。",)


def test_items_of_a_new_department_have_not_changed() -> None:
    rows = [measure("overall", "9.00", change="9.00")]
    assert changed_items(source_with(functions=ITEMS, measures=rows)) is None
    assert changed_items(source_with(functions=ITEMS[:1])) is None


def public(name: str, actual: str, budget: str = "") -> Given:
    return measure(f"three_public.{name}", actual, annual_budget=budget)


def test_purchase_and_running_of_vehicles_stand_apart_where_both_are_printed() -> None:
    together = [public("abroad", "0.00", "1.00"), public("vehicles", "3.00", "3.50")]
    reception = public("reception", "1.00", "1.50")
    apart = [public("vehicle_purchase", "0.00", "0.00"), public("vehicle_running", "3.00", "3.50")]
    chart = three_public(source_with(measures=[*together, reception]))
    assert chart and [row[0].text for row in chart.rows] == [
        "因公出国（境）费",
        "公务用车购置及运行",
        "公务接待费",
    ]
    chart = three_public(source_with(measures=[*together, *apart, reception]))
    assert chart and [row[0].text for row in chart.rows] == [
        "因公出国（境）费",
        "公务用车购置费",
        "公务用车运行维护费",
        "公务接待费",
    ]


def test_without_a_budget_the_amounts_stand_alone() -> None:
    rows = [public("abroad", "0.00"), public("vehicles", "3.00"), public("reception", "1.00")]
    chart = three_public(source_with(measures=rows))
    assert chart and chart.columns == ("项目", "决算数") and len(chart.rows) == 3
    assert three_public(source_with(measures=rows[:1])) is None
    assert three_public(source_with(measures=[])) is None
