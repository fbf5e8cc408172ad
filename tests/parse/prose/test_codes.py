"""Codes of the classifications, by name."""

from juesuan import terms
from juesuan.parse.claims import Draft
from juesuan.parse.prose.codes import codes
from tests.conftest import facts_of
from tests.made import disclosure


def rows(facts, resource: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in facts.rows(resource)]


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


def draft_of(**names: str) -> Draft:
    draft = Draft()
    draft.add_to("functions", fund="general_public_budget", level="class", position="1", **names)
    return draft


def test_a_former_name_of_a_class_has_the_code_of_today() -> None:
    former, code = next(iter(terms.former_classes().items()))
    draft = draft_of(**{"class": former})
    codes(draft, 2024)
    assert draft.rows("functions")[0]["code"] == code


def test_a_printed_code_wins_and_is_not_derived() -> None:
    draft = draft_of(**{"class": "某某支出"})
    draft.add("table5", code="299", name="某某支出")
    codes(draft, 2024)
    row = draft.rows("functions")[0]
    assert (row["code"], row["code_derived"]) == ("299", "")
    assert draft.remarks == [
        "functional classification 2024: 1 printed codes are not in terms/data/functional.csv "
        "(299 某某支出); add those that the Ministry's classification has"
    ]


def test_codes_nest_in_printed_tables() -> None:
    draft = draft_of(**{"class": "教育支出", "subclass": "某某教育"})
    draft.add("table5", code="205", name="教育支出")
    draft.add("table5", code="20577", name="某某教育")
    codes(draft, 2024)
    assert draft.rows("functions")[0]["code"] == "20577"


def test_classes_of_the_tables_of_all_expenditure() -> None:
    draft = Draft()
    draft.add("table1", side="expenditure", kind="line", label="五、教育支出")
    draft.add("table1", side="revenue", kind="line", label="五、教育支出")
    codes(draft, 2024)
    assert [row["code"] for row in draft.rows("table1")] == ["205", ""]


def test_categories_of_the_economic_classification() -> None:
    draft = Draft()
    draft.add("economic", name="办公费")
    draft.add("economic", name="办公椅")
    codes(draft, 2024)
    assert [row["code"] for row in draft.rows("economic")] == ["30201", ""]
    assert draft.remarks == ["economic classification 2024: no code for 办公椅"]
