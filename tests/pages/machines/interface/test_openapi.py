"""The description of the API is valid, of exactly the files that there are, and they answer so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from juesuan.pages.addresses import Address
from juesuan.pages.machines.interface.openapi import document, files


@pytest.mark.slow
def test_the_description_is_valid(given: Path) -> None:
    from openapi_spec_validator import validate

    described = json.loads((given / "api/v1/openapi.json").read_text(encoding="utf-8"))
    validate(described)
    assert described["openapi"] == "3.1.0"


def test_every_file_answers_as_described(given: Path) -> None:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    described = document(Address())
    registry = Registry().with_resource(
        "urn:api", Resource(contents=described, specification=DRAFT202012)
    )
    names = {path.relative_to(given).as_posix() for path in (given / "api").rglob("*.json")}
    assert {f"/{re.sub(r'-[0-9]+', '', name)}" for name in names - {"api/v1/openapi.json"}} == set(
        described["paths"]
    )
    for path, one in described["paths"].items():
        reference = one["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        validator = Draft202012Validator({"$ref": f"urn:api{reference}"}, registry=registry)
        answer = json.loads((given / path.lstrip("/")).read_text(encoding="utf-8"))
        assert [error.message for error in validator.iter_errors(answer)] == [], path


def test_it_is_a_part_of_the_page_for_developers() -> None:
    made = files(Address("https://a.example"))
    assert "api/v1/findings.json" in made["d/parts/openapi.html"]
    assert json.loads(made["api/v1/openapi.json"])["servers"][0]["url"] == "https://a.example"
