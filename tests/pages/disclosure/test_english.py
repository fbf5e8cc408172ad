"""The English summary: amounts converted exactly, what is not printed left out, every label there."""

from __future__ import annotations

import pytest

from juesuan.collection import text_of
from juesuan.model import Facts
from juesuan.pages.disclosure.english import content
from juesuan.pages.evidence.figures import Evidence
from tests.conftest import IDS, ROOT
from tests.pages.made_facts import Given, evidence_of, facts_with, measure


def sentences(*measures: Given) -> dict[str, str]:
    facts = facts_with(measures=list(measures))
    told = content(facts, evidence_of(facts, "../"))["sentences"]
    return {one.head: one.text.striptags() for one in told}


def test_a_sentence_says_what_is_printed_in_yuan() -> None:
    told = sentences(
        measure("expenditure.current", "1234.50"),
        measure("expenditure.basic", "34.50", share_pct="2.79"),
        measure("expenditure.project", "1200.00", share_pct="97.21"),
    )
    assert told == {
        "Expenditure": "It spent 12.345 million yuan: 345,000 yuan (2.79%) to keep itself running "
        "(basic expenditure), 12 million yuan (97.21%) on projects."
    }


def test_a_department_that_is_new_has_no_year_to_compare_with() -> None:
    """It follows; why, is told as printed: it may be an old department under another account."""
    row = measure("overall", "250.00", change="250.00", reason="从示例委分离，无上年决算数")
    told = sentences(row)["Last year"]
    assert told == (
        "The change on last year is printed as 2.5 million yuan, which is the whole amount: the "
        "year before follows as 0, so there is nothing to compare with and no percentage. "
        "The scope changed, so the years do not compare. "
        "The reason as printed: 从示例委分离，无上年决算数."
    )
    assert "No reason was read" in sentences(measure("overall", "2", change="2"))["Last year"]


def test_printed_percentages_are_told() -> None:
    """Of the change and of the budget; of a change from nothing there is none."""
    told = sentences(
        measure("overall", "9.00", change="-5.00", change_pct="-35.71"),
        measure("appropriation.overall", "8.00", initial_budget="10.00", variance_pct="-20.00"),
    )
    assert "50,000 yuan less than in the year before (35.71%)." in told["Last year"]
    assert told["Budget"] == (
        "The initial budget of what the treasury gave was 100,000 yuan, "
        "the final accounts are 80,000 yuan (difference from the budget -20.00%, as printed)."
    )
    parts = [measure(f"three_public.{one}", "1.00") for one in ("abroad", "vehicles", "reception")]
    whole = measure("three_public.total", "3.00", completion_pct="75.00")
    assert (
        "30,000 yuan (75.00% of the budget, as printed): travel"
        in (sentences(whole, *parts)["Three public expenses"])
    )
    fresh = whole | {"change": "3.00", "change_pct": "100.00", "prior_year_derived": "0.00"}
    assert "100.00" not in sentences(fresh, *parts)["Three public expenses"]


def test_rows_of_which_no_figure_is_printed_make_no_table() -> None:
    facts = facts_with(measures=[measure("three_public.total", reason="持平")])
    assert content(facts, evidence_of(facts, "../"))["tables"] == []


def test_a_sentence_whose_figure_is_not_printed_is_left_out() -> None:
    assert sentences(measure("expenditure.current", "1234.50")) == {}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "-5.00",
            "Revenue and expenditure were 50,000 yuan less than in the year before. "
            "No reason was read.",
        ),
        (
            "250.00",
            "Revenue and expenditure were 2.5 million yuan more than in the year before. "
            "No reason was read.",
        ),
        ("0.00", "Revenue and expenditure were as large as in the year before."),
    ],
)
def test_a_change_has_its_direction_in_words(change: str, told: str) -> None:
    assert sentences(measure("overall", "9.00", change=change)) == {"Last year": told}


@pytest.mark.parametrize("name", IDS)
def test_each_number_of_a_published_summary_leads_to_its_print(
    name: str, published: dict[str, Facts]
) -> None:
    shown = content(published[name], Evidence.of(published[name]))
    assert len(shown["sentences"]) >= 5
    assert all("../source" in one.text for one in shown["sentences"])
    cells = [cell for table in shown["tables"] for line in table.lines for cell in line.cells]
    assert len(cells) > 100
    linked = [cell for cell in cells if any(char.isdigit() for char in cell)]
    assert all('<a href="../source' in cell for cell in linked)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"total": "9", "serving": "9"}, "It counts 9 persons: 9 serving."),
        (
            {"total": "9", "serving": "6", "retired_cadre": "0", "retired": "3"},
            "It counts 9 persons: 6 serving, 3 retired.",
        ),
        (
            {"total": "9", "serving": "6", "retired_cadre": "2"},
            "It counts 9 persons: 6 serving, 2 retired cadres.",
        ),
    ],
)
def test_persons_are_told_as_they_are_counted(counts: dict[str, str], told: str) -> None:
    given = [measure(f"headcount.{name}", number) for name, number in counts.items()]
    assert sentences(*given) == {"Staff": told}


def test_a_change_has_the_reason_that_is_printed_for_it() -> None:
    reason = "下属两家单位从本部门分离"
    told = sentences(measure("overall", "9.00", change="-5.00", reason=reason))["Last year"]
    assert told.endswith(
        "The scope changed, so the years do not compare. "
        "The reason as printed: 下属两家单位从本部门分离."
    )


def test_what_could_not_be_checked_or_read_is_counted() -> None:
    facts = facts_with(checks=[{"state": one} for one in ("pass", "unreadable", "unreadable")])
    told = content(facts, evidence_of(facts, "../"))
    assert (told["compared"], told["unchecked"], told["not_read"]) == (1, 2, 0)


@pytest.mark.parametrize("name", IDS)
def test_each_contradiction_quotes_what_is_printed(name: str, published: dict[str, Facts]) -> None:
    facts = published[name]
    shown = content(facts, Evidence.of(facts), text_of(ROOT / "datapackages" / name))
    assert len(shown["fails"]) == sum(row["state"] == "fail" for row in facts.rows("checks"))
    for one in shown["fails"]:
        assert one.lines.shown and all("../source" in line.link for line in one.lines.shown)


def spent(*amounts: tuple[str, str, str]) -> Facts:
    rows = [
        {"code": code, "class": name, "actual": amount, "position": str(number)}
        for number, (code, name, amount) in enumerate(amounts, start=1)
    ]
    every = {"fund": "general_public_budget", "level": "class"}
    return facts_with(functions=[row | every for row in rows])


def test_the_largest_class_is_named_first() -> None:
    facts = spent(
        ("201", "一般公共服务支出", "0.00"),
        ("205", "教育支出", "20.00"),
        ("208", "社会保障和就业支出", "900.00"),
        ("", "没有编码的支出", "3.00"),
        ("210", "卫生健康支出", "5.00"),
    )
    told = content(facts, evidence_of(facts, "../"))
    (sentence,) = told["sentences"]
    assert sentence.text.striptags() == (
        "The general public budget went to Social security and employment 9 million yuan, "
        "Education 200,000 yuan, Health 50,000 yuan and 1 more class."
    )
    assert "Social security" in told["tables"][0].lines[0].label
    assert told["tables"][0].notes == []


def test_a_table_of_classes_says_how_many_lines_it_leaves_out() -> None:
    every = {"fund": "general_public_budget", "class": "教育支出", "code": "205"}
    rows = [every | {"level": one, "actual": "9.00"} for one in ("class", "item", "item")]
    facts = facts_with(
        functions=[row | {"position": str(at)} for at, row in enumerate(rows, start=1)]
    )
    (table,) = content(facts, evidence_of(facts, "../"))["tables"]
    (note,) = table.notes
    assert len(table.lines) == 1 and "Classes alone: 2 more lines" in note
    assert 'href="../#functions-general-public-budget"' in note


THREE = [measure(f"three_public.{one}", "1.00") for one in ("abroad", "vehicles", "reception")]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            {"change": "-2.00", "reason": "某某站从本部门分离"},
            "30,000 yuan, 20,000 yuan less than in the year before: ",
        ),
        (
            {"change": "3.00", "prior_year": "0.00"},
            "30,000 yuan, 30,000 yuan more than in the year before (0 the year before): ",
        ),
        ({"change": "0.00"}, "30,000 yuan: "),
    ],
)
def test_three_public_expenses_are_compared_with_last_year(
    printed: dict[str, str], told: str
) -> None:
    said = sentences(measure("three_public.total", "3.00", **printed), *THREE)
    assert said["Three public expenses"].startswith(told)
    assert ("No reason was read." in said["Three public expenses"]) == ("prior_year" in printed)
    assert ("The scope changed" in said["Three public expenses"]) == (printed["change"] == "-2.00")


def test_a_change_of_a_department_that_was_split_says_so_in_its_table() -> None:
    facts = facts_with(
        measures=[
            measure("overall", "9.00", change="-5.00", reason="某某站从本部门分离"),
            measure("headcount.serving", "30", change="-7"),
        ]
    )
    tables = {one.anchor: one for one in content(facts, evidence_of(facts, "../"))["tables"]}
    (line,) = tables["people"].lines
    assert line.cells[1].striptags() == "-7scope changed"
