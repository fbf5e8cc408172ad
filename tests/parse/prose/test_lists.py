"""Lists of the prose: duties, offices, units, categories, definitions."""

import re

import pytest

from tests.conftest import facts_of
from tests.made import ACCOUNTS, disclosure


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


@pytest.mark.slow
def test_duties_by_whatever_enumerates_them() -> None:
    for printed in (
        "1.负责甲。2.承办乙。",
        "（一）负责甲。（二）承办乙。",
        "一、负责甲。二、承办乙。",
    ):
        text = disclosure().replace("1.负责示例工作。\n2.承办其他事项。\n", printed + "\n")
        texts = [row["text"] for row in facts_of(text).rows("texts") if row["kind"] == "duty"]
        assert texts == ["负责甲", "承办乙"], printed


def test_duties_that_are_not_enumerated_are_one() -> None:
    text = disclosure().replace("1.负责示例工作。\n2.承办其他事项。\n", "负责甲。承办乙。\n")
    texts = [row["text"] for row in facts_of(text).rows("texts") if row["kind"] == "duty"]
    assert texts == ["负责甲。承办乙"]


def test_a_comma_inside_brackets_parts_no_names() -> None:
    text = disclosure().replace("办公室、业务科（法规科）", "办公室（督查室、信息科）、业务科")
    found = rows(facts_of(text), "organisation", "kind", "name")
    assert found[:2] == [("office", "办公室（督查室、信息科）"), ("office", "业务科")]


def test_a_glossary_without_numbers() -> None:
    document = "某某市示例局2024年度部门决算\n第四部分 专业名词解释\n结余：指收支相抵。基本支出：是指保障运转。\n"
    assert rows(facts_of(document), "glossary", "term", "definition") == [
        ("结余", "指收支相抵。"),
        ("基本支出", "是指保障运转。"),
    ]


def test_a_term_that_is_defined_twice_counts_once() -> None:
    document = "某某市示例局2024年度部门决算\n第四部分 专业名词解释\n一、结余：甲。二、结余：乙。\n"
    assert rows(facts_of(document), "glossary", "term", "definition") == [("结余", "甲。")]


def test_an_amount_of_a_category_in_pieces_is_not_published() -> None:
    for torn in ("6.0\n98\n4", "6.04 04"):
        accounts = ACCOUNTS.replace(
            "包括：办公费、水费。", f"包括：办公费{torn}万元、水费4.00万元。"
        )
        facts = facts_of(disclosure(accounts=accounts))
        assert rows(facts, "economic", "name", "actual")[2:] == [("办公费", ""), ("水费", "4.00")]
        assert any(one.status == "unread" for one in facts.figures)


@pytest.mark.slow
def test_a_category_without_its_amount_among_others_is_told() -> None:
    names = ("办公费", "水费", "电费", "差旅费")
    listed = [f"{name}1.00万元" for name in names]
    for amounts, told in ((listed, False), ([*listed[:3], "差旅费"], True), ([*names], False)):
        text = ACCOUNTS.replace("包括：办公费、水费。", f"包括：{'、'.join(amounts)}。")
        remarks = facts_of(disclosure(accounts=text)).remarks
        assert any("差旅费 has no amount" in one for one in remarks) is told


@pytest.mark.parametrize(
    "between",
    ["，公用经费20.00万元，主要包括：", "，比上年增加3.00万元，公用经费包括："],
)
def test_a_list_ends_where_a_comma_leads_to_an_amount_or_a_group(between: str) -> None:
    text = f"人员经费40.00万元，主要包括：基本工资、奖金{between}办公费、水费。"
    found = facts_of(disclosure(accounts=re.sub("人员经费50[^\n]*", text, ACCOUNTS)))
    assert rows(found, "economic", "group", "name") == [
        ("personnel", "基本工资"), ("personnel", "奖金"), ("public", "办公费"), ("public", "水费"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("办公费6.00万元，水费4.00万元", [("办公费", "6.00"), ("水费", "4.00")]),
        ("办公费，印刷费，水费等", [("办公费", ""), ("印刷费", ""), ("水费", "")]),
        ("办公费、水费，比上年减少", [("办公费", ""), ("水费", "")]),
    ],
)
def test_categories_that_commas_part(printed: str, expected: list[tuple[str, str]]) -> None:
    text = disclosure(accounts=ACCOUNTS.replace("包括：办公费、水费。", f"包括：{printed}。"))
    assert rows(facts_of(text), "economic", "name", "actual")[2:] == expected


def test_what_holds_an_amount_is_no_category() -> None:
    text = disclosure(
        accounts=ACCOUNTS.replace("包括：办公费、水费。", "包括：办公费6.00万元及水费4.00万元。")
    )
    facts = facts_of(text)
    assert rows(facts, "economic", "name")[2:] == []
    (lost,) = (one for one in facts.figures if one.text == "6.00")
    assert lost.status == "unread"


@pytest.mark.parametrize("between", ["为", "共", "金额", "约", "金额为", "："])
def test_what_leads_to_the_amount_is_no_part_of_a_category(between: str) -> None:
    text = ACCOUNTS.replace(
        "包括：办公费、水费。", f"包括：办公费{between}6.00万元、水费{between}4.00万元。"
    )
    found = rows(facts_of(disclosure(accounts=text)), "economic", "name", "actual")
    assert found[2:] == [("办公费", "6.00"), ("水费", "4.00")]


def test_a_list_of_offices_ends_where_a_clause_counts_something_else() -> None:
    text = disclosure().replace("业务科（法规科）。", "业务科（法规科），所属单位0个。")
    found = rows(facts_of(text), "organisation", "kind", "name")
    assert [one for one in found if one[0] == "office"] == [
        ("office", "办公室"),
        ("office", "业务科（法规科）"),
    ]
