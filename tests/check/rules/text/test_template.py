"""What the region's template asks for, and in which order."""

from __future__ import annotations

from dataclasses import replace

from juesuan import terms
from juesuan.check.rules.text.template import _asked
from juesuan.model import Facts
from tests.check.conftest import XINJIANG, added, edited, found, state


def test_what_is_required_exists() -> None:
    columns = {field.name for field in terms.resource_schemas()["measures"].fields}
    for region, year in (("650100", 2023), ("650100", 2024), ("310107", 2024)):
        template = terms.template(region, year)
        assert template
        for section, names in template.required.items():
            assert section == "items" or section in terms.sections()
            for name in names if section != "items" else ():
                measure, _, column = name.partition("/")
                assert section in terms.measures()[measure].sections, name
                assert not column or column in columns, name


def test_what_the_template_prescribes(base: Facts) -> None:
    facts = edited(base, XINJIANG)
    assert state(base, "N57", "basic") == "no subject", "no template is known"
    assert state(facts, "N57", "basic") == "pass"
    assert state(facts, "N57", "items") == "pass"
    assert state(facts, "N57", "government_fund") == "pass", "told to be empty"
    row = found(edited(facts, ("measures", "basic/basic.public", "-", "")), "N57", "basic")
    assert (row["state"], "“公用经费”的决算数" in row["statement"]) == ("information", True)
    assert (
        state(
            edited(facts, ("functions", "general_public_budget/item/1", "change_pct", "")),
            "N57",
            "items",
        )
        == "information"
    )


def test_a_change_of_nothing_is_told_in_words(base: Facts) -> None:
    """In Shanghai 持平 stands for a change; no group abroad is not asked of a template that does not ask for it."""
    facts = edited(base, ("disclosure", "", "region_code", "310107"))
    key = "appropriation/appropriation.overall"
    assert state(facts, "N57", "appropriation") == "pass"
    bare = edited(
        facts,
        ("measures", key, "change", ""),
        ("measures", key, "change_pct", ""),
        ("measures", key, "reason", ""),
    )
    assert state(bare, "N57", "appropriation") == "information"
    assert (
        state(edited(bare, ("measures", key, "change_word", "持平")), "N57", "appropriation")
        == "pass"
    )
    row = found(facts, "N57", "three_public")
    assert (row["state"], "“国内公务接待人次”" in row["statement"]) == ("information", False)


def test_prescribed_cells_that_were_destroyed_are_not_missing(base: Facts) -> None:
    rows = tuple(
        {**row, "unreadable": "actual" if row["measure"] == "basic.public" else ""}
        for row in base.rows("measures")
    )
    facts = replace(
        edited(base, XINJIANG), tables={**edited(base, XINJIANG).tables, "measures": rows}
    )
    assert (
        state(edited(facts, ("measures", "basic/basic.public", "actual", "")), "N57", "basic")
        == "pass"
    )


def test_a_change_has_a_reason(base: Facts) -> None:
    facts, key = edited(base, XINJIANG), "operating/operating.agency"
    assert state(base, "N60-r", f"{key}/reason") == "no subject"
    assert state(facts, "N60-r", f"{key}/reason") == "pass"
    assert (
        state(edited(facts, ("measures", key, "reason", "")), "N60-r", f"{key}/reason")
        == "information"
    )
    assert (
        state(edited(facts, ("measures", key, "change", "0.00")), "N60-r", f"{key}/reason")
        == "no subject"
    )
    item = "general_public_budget/item/1"
    assert (
        state(edited(facts, ("functions", item, "reason", "")), "N60-r", f"{item}/reason")
        == "information"
    )


def test_public_expenditure_is_told_twice(base: Facts) -> None:
    facts, agency = edited(base, XINJIANG), "operating/operating.agency"
    assert state(base, "X01") == "not_applicable"
    assert state(facts, "X01") == "pass"
    assert state(edited(facts, ("measures", agency, "actual", "10.10")), "X01") == "fail"
    fewer = edited(facts, ("measures", agency, "actual", "6.00"))
    assert state(fewer, "X01") == "not_applicable", "there may be institutions that are not told"
    both = added(fewer, "measures", agency, measure="operating.institution", actual="4.00")
    assert state(both, "X01") == "pass"
    assert (
        state(
            edited(both, ("measures", "operating/operating.institution", "actual", "3.00")), "X01"
        )
        == "fail"
    )


def test_the_order_of_sections(base: Facts) -> None:
    facts = edited(base, XINJIANG)
    assert state(base, "X14") == "not_applicable"
    assert state(facts, "X14") == "pass"
    older = edited(facts, ("disclosure", "", "fiscal_year", "2023"))
    assert state(older, "X14") == "pass", "without sections on funds both years agree"
    moved = [
        {**row, "start": "999999"} if row["row"].startswith("overview/") else row
        for row in facts.rows("figures")
    ]  # fmt: skip
    row = found(replace(facts, tables={**facts.tables, "figures": tuple(moved)}), "X14")
    assert (row["state"], "自“收入决算情况”起" in row["statement"]) == ("information", True)
    lone = [row for row in facts.rows("figures") if row["row"].startswith("basic/")]
    assert (
        state(replace(facts, tables={**facts.tables, "figures": tuple(lone)}), "X14")
        == "not_applicable"
    )


def test_no_template_no_subject(base: Facts) -> None:
    from juesuan.check.book.book import Book

    assert _asked(Book(base)) == []
