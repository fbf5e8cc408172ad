"""JSON Schemas of the answers."""

from __future__ import annotations

import pytest

from juesuan import terms
from juesuan.pages.machines.schemas import schemas


@pytest.mark.parametrize("name", sorted(schemas()))
def test_each_is_a_schema(name: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schemas()[name])


def test_a_row_has_the_columns_of_its_resource() -> None:
    for name, resource in terms.resource_schemas().items():
        row = schemas()["".join(map(str.capitalize, name.split("_"))) + "Row"]
        assert list(row["properties"]) == [field.name for field in resource.fields]


def test_an_answer_that_lacks_something_is_refused() -> None:
    from jsonschema import Draft202012Validator

    checked = Draft202012Validator(schemas()["MeasureList"])
    whole = {
        "measure": "a", "label": "a", "english": "a", "unit": "a", "parent": "", "rows": 0, "url": "a",
    }  # fmt: skip
    assert checked.is_valid({"total": 1, "next": None, "items": [whole]})
    assert not checked.is_valid({"total": 1, "next": None, "items": [{**whole, "rows": "0"}]})
    del whole["unit"]
    assert not checked.is_valid({"total": 1, "next": None, "items": [whole]})
