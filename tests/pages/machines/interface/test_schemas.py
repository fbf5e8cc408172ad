"""JSON Schemas of the answers."""

from __future__ import annotations

import pytest

from juesuan.pages.machines.interface.schemas import schemas


@pytest.mark.parametrize("name", sorted(schemas()))
def test_each_is_a_schema(name: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schemas()[name])


def test_an_answer_that_lacks_something_is_refused() -> None:
    from jsonschema import Draft202012Validator

    checked = Draft202012Validator(schemas()["MeasureList"])
    whole = {
        "measure": "a", "label": "a", "english": "a", "unit": "a", "sections": ["a"], "parent": "",
        "rows": 0,
    }  # fmt: skip
    assert checked.is_valid({"total": 1, "next": None, "items": [whole]})
    assert not checked.is_valid({"total": 1, "next": None, "items": [{**whole, "rows": "0"}]})
    del whole["unit"]
    assert not checked.is_valid({"total": 1, "next": None, "items": [whole]})
