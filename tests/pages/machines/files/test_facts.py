"""The long table: each amount once, with phase, levels and currency in the row."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.machines.files import facts
from tests.pages.made_facts import facts_with, measure
from tests.pages.made_store import disclosure_of, store_of

Rows = list[dict[str, str]]


def long(made: Facts) -> Rows:
    text = facts.text_of(made.disclosure, made)
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_an_amount_with_its_phase() -> None:
    budgeted = measure(
        "three_public.total", "4.00", initial_budget="5.00", annual_budget="6.00", prior_year="7.00"
    )
    found = long(facts_with(measures=[budgeted, measure("headcount.total", "12")]))
    assert [(row["phase"], row["amount"]) for row in found] == [
        ("executed", "4.00"), ("approved", "5.00"), ("adjusted", "6.00"), ("executed", "12"),
    ]  # fmt: skip
    assert {row["measure"] for row in found[:3]} == {"three_public.total"}
    assert [(row["unit"], row["currency"]) for row in found[2:]] == [("万元", "CNY"), ("人", "")]
    assert {row["department"] for row in found} == {"某某市示例局"}
    assert {row["fiscal_year"] for row in found} == {"2024"}


@pytest.mark.parametrize(
    ("code", "levels"),
    [
        ("201", ["201", "", "", "", ""]), ("20106", ["201", "20106", "", "", ""]),
        ("2010601", ["201", "20106", "2010601", "", ""]), ("2010", ["", "", "", "", ""]),
        ("201060199", ["", "", "", "", ""]), ("", ["", "", "", "", ""]),
    ],
)  # fmt: skip
def test_levels_follow_from_the_code_of_the_row(code: str, levels: list[str]) -> None:
    row = {"fund": "general_public_budget", "level": "item", "position": "1", "code": code,
           "class": "甲", "subclass": "乙", "item": "丙", "actual": "1.00"}  # fmt: skip
    (found,) = long(facts_with(functions=[row]))
    names = [one for every in facts._CLASSIFIED.values() for one in every]
    assert [found[one] for one in names] == levels
    assert (found["code"], found["label"], found["direction"]) == (code, "丙", "expenditure")


def test_economic_codes_are_of_the_economic_classification() -> None:
    row = {
        "group": "personnel",
        "position": "1",
        "code": "30101",
        "name": "基本工资",
        "actual": "1.00",
    }
    (found,) = long(facts_with(economic=[row]))
    assert (found["economic_class"], found["economic_item"]) == ("301", "30101")
    assert found["functional_class"] == "" and found["label"] == "基本工资"


def test_columns_of_tables_keep_their_names_and_sides() -> None:
    two = {
        "position": "1",
        "kind": "class",
        "code": "201",
        "name": "甲",
        "total": "3.00",
        "other": "1.00",
    }
    four = {
        "side": "revenue",
        "position": "1",
        "fund": "all",
        "kind": "line",
        "label": "乙",
        "actual": "2.00",
    }
    seven = {"measure": "three_public.total", "label": "合计", "budget": "5.00", "actual": "4.00"}
    found = long(facts_with(table2=[two], table4=[four], table7=[seven]))
    told = [
        (row["resource"], row["field"], row["phase"], row["direction"], row["fund"])
        for row in found
    ]
    assert told == [
        ("table2", "total", "executed", "revenue", ""), ("table2", "other", "executed", "revenue", ""),
        ("table4", "actual", "executed", "revenue", "all"),
        ("table7", "budget", "budget", "expenditure", ""),
        ("table7", "actual", "executed", "expenditure", ""),
    ]  # fmt: skip


def test_every_amount_of_the_five_has_its_figure(five_facts: dict[str, Facts]) -> None:
    for made in five_facts.values():
        figures = {row["figure_id"]: row for row in made.rows("figures")}
        found = long(made)
        assert (
            len({(row["resource"], row["row"], row["field"]) for row in found}) == len(found) > 100
        )
        for row in found:
            figure = figures[row["figure_id"]]
            place = (figure["resource"], figure["row"], figure["field"])
            assert place == (row["resource"], row["row"], row["field"])
            assert (
                Decimal(figure["value"]) == Decimal(row["amount"]) or figure["unit"] != row["unit"]
            )


@pytest.mark.slow
def test_each_disclosure_has_its_file_which_is_kept(tmp_path: Path) -> None:
    place = {"region_code": "650100"}
    store = store_of(
        tmp_path, disclosure_of("jia-ju-2024", place, measures=[measure("overall", "1.00")])
    )
    ((where, paths),) = facts.files_by_place(store).items()
    assert where == ("650100", "2024") and paths == [facts.path_of(tmp_path, "jia-ju-2024")]
    paths[0].write_text("kept", encoding="utf-8")
    facts.files_by_place(store)
    assert paths[0].read_text(encoding="utf-8") == "kept"
    elsewhere = facts.files_by_place(store, tmp_path / "x")[where]
    assert elsewhere[0].is_relative_to(tmp_path / "x") and "1.00" in elsewhere[0].read_text("utf-8")


def test_its_columns_have_the_types_of_the_fiscal_data_package() -> None:
    kinds = {one.name: one.column_type for one in terms.schema_of("facts").fields}
    assert kinds["phase"] == "phase:id" and kinds["currency"] == "value-currency:code"
    for level, name in enumerate(("functional_class", "functional_subclass", "functional_item"), 1):
        assert kinds[name] == f"functional-classification:generic:level{level}:code"
    assert kinds["amount"] == "value" and kinds["measure"] == "budget-line-id"
