"""Tables of a disclosure's page."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.pages.disclosure.tables import _under_parents, function_tables, measure_tables
from juesuan.pages.evidence.figures import Evidence
from tests.pages.made_facts import Given, evidence_of, facts_with, measure


def test_an_item_stands_below_its_own_class(published) -> None:
    for facts in published.values():
        for table in function_tables(facts, Evidence.of(facts)):
            above = ""
            for line in table.lines:
                code = re.search(r"<code[^>]*>(\d*)", line.label)
                assert code
                if line.level == 0:
                    above = code[1][:3]
                assert not code[1] or code[1].startswith(above), line.label


def test_a_part_stands_below_its_whole(published) -> None:
    parents = {one.id: one.parent for one in terms.measures().values()}
    for facts in published.values():
        rows = _under_parents([row for row in facts.rows("measures") if row["section"] == "assets"])
        names = [row["measure"] for row in rows]
        assert sorted(names) == sorted(
            row["measure"] for row in facts.rows("measures") if row["section"] == "assets"
        )
        for i, name in enumerate(names):
            if parents[name] in names:
                whole = max(k for k in range(i) if names[k] == parents[name])
                between = names[whole + 1 : i]
                assert all(parents[one] and parents[one] in names for one in between), (
                    name,
                    between,
                )


def tables_of(*measures: Given, **more: list[Given]):
    facts = facts_with(measures=list(measures), **more)
    return measure_tables(facts, evidence_of(facts))


def test_sections_are_tables_in_the_order_of_the_page() -> None:
    found = tables_of(
        measure("procurement.total", "20.00"),
        measure("revenue.other", "10.00"),
        measure("revenue.current", "100.00", section="revenue"),
    )
    assert [table.title for table in found] == ["收入来源", "政府采购"]
    assert [line.label for line in found[0].lines] == ["本年收入合计", "其他收入"]
    assert [line.level for line in found[0].lines] == [0, 1]
    assert found[0].unit == "单位：万元" and found[0].columns == ["决算数"]


def test_units_that_differ_stand_in_their_rows() -> None:
    (table,) = tables_of(measure("assets.vehicles", "3"), measure("assets.building_area", "12.50"))
    assert table.unit == "单位见各行"
    assert all(line.label.endswith("）") for line in table.lines)


def test_a_section_that_is_empty_says_so() -> None:
    note = {"section": "government_fund", "kind": "empty", "position": "1", "text": "无基金。"}
    (table,) = tables_of(texts=[note])
    assert (table.title, table.lines, table.notes, table.unit) == (
        "政府性基金",
        [],
        ["无基金。"],
        "",
    )


def test_labels_and_reasons_are_text() -> None:
    row = measure("overall", "1.00", reason="<b>减</b>")
    (table,) = tables_of({**row, "label": "<i>总</i>"})
    (line,) = table.lines
    assert line.label == "&lt;i&gt;总&lt;/i&gt;"
    assert line.reasons == ["比上年增减的原因：<b>减</b>"], "the template escapes it"


def function(level: str, position: int, **more: str) -> Given:
    about = {"fund": "general_public_budget", "level": level, "position": f"{position}"}
    return {**about, "actual": "1.00", **more}


def test_items_stand_below_their_class_and_those_without_one_last() -> None:
    rows = [
        function("item", 1, **{"class": "乙类", "subclass": "乙款", "item": "乙项"}),
        function("class", 2, code="201", **{"class": "甲类"}),
        function(
            "item", 3, code="2010101", **{"class": "甲类", "subclass": "甲款", "item": "甲项"}
        ),
    ]
    facts = facts_with(functions=rows)
    (table,) = function_tables(facts, evidence_of(facts))
    assert table.anchor == "functions-general-public-budget"
    assert [(line.label.striptags(), line.level) for line in table.lines] == [
        ("甲类 201", 0),
        ("甲款 · 甲项 2010101", 1),
        ("乙类 · 乙款 · 乙项 无编码", 0),
    ]


def test_a_change_without_a_reason_of_its_own_has_the_seam_of_the_whole() -> None:
    found = tables_of(
        measure("overall", "9.00", change="-5.00", reason="某某站从本部门分离"),
        measure("headcount.serving", "30", change="-7"),
        measure("headcount.retired", "4", change="-1", reason="去世"),
    )
    said = {line.label: line.cells[1].striptags() for table in found for line in table.lines}
    assert said == {"收入支出总体": "-5.00口径变了", "在职人员": "-7口径变了", "退休人员": "-1"}


def test_a_line_of_spending_has_the_seam_of_its_reason() -> None:
    reason = "某某站从本部门分离"
    row = function("item", 1, change="-3.00", reason=reason, **{"class": "甲类", "item": "甲"})
    facts = facts_with(functions=[row])
    (table,) = function_tables(facts, evidence_of(facts))
    assert table.lines[0].cells[table.columns.index("比上年增减")].striptags() == "-3.00口径变了"
