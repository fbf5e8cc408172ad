"""Code lists: whole, text, with keys that hold."""

from __future__ import annotations

import csv
import io

from juesuan import terms
from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.collection import Department, ExpectedYear, Logged
from juesuan.pages.machines.files.lists import code_lists


def test_every_code_is_listed_as_text() -> None:
    places = [ExpectedYear("a", "甲局", "650100", 2023)]
    lists = {one.name: one for one in code_lists(places=places)}
    assert len(set(lists) & set(terms.resource_schemas())) == 0, "a list and a table of one name"
    for one in lists.values():
        rows = list(csv.DictReader(io.StringIO(one.text)))
        keys = [tuple(row[name] for name in one.key) for row in rows]
        if one.name in ("departments", "log"):
            continue
        assert rows and len(keys) == len(set(keys)), one.name
        kinds = {field["name"]: field["type"] for field in one.schema["fields"]}
        others = {
            "from_year": "year",
            "to_year": "year",
            "fiscal_year": "year",
            "published": "date",
        }
        assert all(kind == others.get(name, "string") for name, kind in kinds.items())
        assert all(field["title"] and field["description"] for field in one.schema["fields"])
        assert [field["name"] for field in one.schema["fields"]] == list(rows[0])
    assert [row["rule"] for row in csv.DictReader(io.StringIO(lists["rules"].text))] == [
        rule.id for rule in (*all_rules(), *between_rules())
    ]
    taxonomy = {row["measure"]: row for row in csv.DictReader(io.StringIO(lists["taxonomy"].text))}
    assert taxonomy["three_public.total"]["unit"] == "万元" and len(taxonomy) == len(
        terms.measures()
    )
    assert lists["regions-codes"].path == "codes/regions-codes.csv"


def test_the_registry_of_departments_is_a_list() -> None:
    empty = dict.fromkeys(Department.model_fields, "")
    row = Department(**{**empty, "department_id": "made-up", "name": "某某市示例局"})
    (found,) = [one for one in code_lists([row]) if one.name == "departments"]
    assert "某某市示例局" in found.text and found.path == "departments.csv"
    assert [field["name"] for field in found.schema["fields"]] == found.columns


def test_a_list_that_lacks_a_department_is_told_to_be_no_whole_one() -> None:
    lists = {one.name: one.is_whole for one in code_lists([], ["made-up"])}
    assert lists.pop("departments") is False and all(lists.values())


def test_what_is_expected_is_held_or_missing() -> None:
    places = [
        ExpectedYear("a", "甲局", "650100", 2023, "a-2023", "2024-09-01"),
        ExpectedYear("a", "甲局", "650100", 2024),
    ]
    (found,) = [one for one in code_lists(places=places) if one.name == "expected"]
    assert found.path == "expected.csv"
    assert found.text.splitlines()[1:] == [
        "a,甲局,650100,2023,held,a-2023,2024-09-01",
        "a,甲局,650100,2024,missing,,",
    ]


def test_the_log_is_a_list() -> None:
    told = dict.fromkeys(Logged.model_fields, "")
    rows = [
        Logged(**{**told, "on": "2031-04-05", "action": "replaced", "disclosure_id": "a-2029",
                  "reason": "附表五有误", "by": "甲"}),
        Logged(**{**told, "on": "2031-06-07", "action": "renamed", "disclosure_id": "a-2029",
                  "new_id": "b-2029", "reason": "部门认错", "by": "乙"}),
    ]  # fmt: skip
    (found,) = [one for one in code_lists(log=rows) if one.name == "log"]
    assert found.path == "log.csv" and found.is_whole
    assert [field["name"] for field in found.schema["fields"]] == found.columns
    told = [
        (row["on"], row["new_id"], row["reason"]) for row in csv.DictReader(io.StringIO(found.text))
    ]
    assert told == [("2031-04-05", "", "附表五有误"), ("2031-06-07", "b-2029", "部门认错")]
