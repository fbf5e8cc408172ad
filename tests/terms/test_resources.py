"""The published resources."""

from __future__ import annotations

import re

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from juesuan.terms.resources import columns_of
from tests.terms.conftest import Changed

MADE = """
[patterns]
note = "^[ab]$"
[least]
position = 1
[shared]
notes = [["note", "string", "注", "A note.", ""]]
[resource.projects]
title = "项目"
description = "One row a project."
key = ["project"]
fields = [["project", "string", "项目", "Id.", ""]]
[resource.funds]
title = "资金"
description = "One row a line."
key = ["project", "position"]
foreign = { project = "projects" }
fields = [
  ["project", "string", "项目", "Id.", ""],
  ["position", "integer", "序号", "Order.", ""],
]
blocks = ["notes"]
enum.note = ["a", "b"]
"""


def test_a_resource_is_its_columns_behind_the_id(changed: Changed) -> None:
    found = terms.resource_schemas(changed("resources.toml", MADE))["funds"]
    assert [field.name for field in found.fields] == [
        "disclosure_id",
        "project",
        "position",
        "note",
    ]
    assert found.fields[2] == ("position", "integer", "序号", "Order.", "", "", 1)
    assert found.fields[3].pattern == "^[ab]$"
    assert (found.key, found.foreign) == (("project", "position"), {"project": "projects"})
    assert found.enum == {"note": ["a", "b"]}
    assert found.row_key({"disclosure_id": "x", "project": "p01", "position": "2"}) == "p01/2"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('key = ["project", "position"]', 'key = ["project", "place"]', "key 2 = 'place'; expected a"),
        ('{ project = "projects" }', '{ project = "project" }', "= 'project'; expected a resource"),
        ('{ project = "projects" }', '{ note = "projects" }', "expected a resource whose key is not"),
        ('{ project = "projects" }', '{ pr = "projects" }', "foreign.pr = .*a column of the resource"),
        ('enum.note = ["a"', 'enum.nte = ["a"', "enum.nte = .*a column of the resource"),
        ('blocks = ["notes"]', 'blocks = ["noets"]', "blocks 1 = 'noets'; .*write 'notes'"),
        ('"position", "integer"', '"position", "int"', "fields 2 2 = 'int'; expected one of 'str"),
        ('"Order.", ""]', '"Order."]', "fields 2 has the keys 4 values; expected also 4"),
        ('["position", "integer"', '["project", "integer"', "expected no column twice"),
        ('note = "^[ab]$"', 'nte = "^[ab]$"', "patterns.nte = .*each is string"),
        ("position = 1", "note = 1", "least.note = .*each is integer"),
        ("foreign =", "known_by = ['x']\nforeign =", "known_by 1 = 'x'; expected a column"),
        ('key = ["project"]', "key = 1", "projects.key = 1; expected a list in square brackets"),
    ],
)  # fmt: skip
def test_a_wrong_resource(changed: Changed, old: str, new: str, message: str) -> None:
    assert old in MADE
    with pytest.raises(TermsError, match=message):
        terms.resource_schemas(changed("resources.toml", MADE.replace(old, new, 1)))


def test_resources_are_described_in_both_languages() -> None:
    for resource in (terms.resource_schemas() | terms.whole_schemas()).values():
        assert re.search("[一-龥]", resource.title)
        assert len(resource.description) > 10
        for field in resource.fields:
            assert field.title and field.description, (resource.name, field.name)
            assert re.search("[A-Za-z]", field.description)


def test_columns_of_a_resource() -> None:
    assert columns_of("glossary") == ["disclosure_id", "term", "definition"]
    assert columns_of("nothing") == []
    assert "actual" in [field.name for field in terms.shared_columns()["figures"]]


def test_a_resource_is_found_by_its_name_wherever_it_is_published() -> None:
    assert terms.schema_of("measures") is terms.resource_schemas()["measures"]
    assert terms.schema_of("facts") is terms.whole_schemas()["facts"]
    assert not terms.resource_schemas().keys() & terms.whole_schemas().keys()
    with pytest.raises(KeyError):
        terms.schema_of("nothing")
