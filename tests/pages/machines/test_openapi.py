"""The description of the API is valid, and every file answers as it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from juesuan.pages.addresses import Address
from juesuan.pages.machines.openapi import document


def test_the_description_is_valid(site: Path) -> None:
    from openapi_spec_validator import validate

    described = json.loads((site / "api/v1/openapi.json").read_text(encoding="utf-8"))
    validate(described)
    assert described["openapi"] == "3.1.0"


def test_every_file_answers_as_described(site: Path) -> None:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    described = document(Address())
    registry = Registry().with_resource(
        "urn:api", Resource(contents=described, specification=DRAFT202012)
    )
    patterns = {
        re.compile(
            re.sub(r"\{\w+\}", "[^/]+", path.lstrip("/").replace(".", r"\.")).replace(
                r"\.json", r"(-\d+)?\.json"
            )
            + "$"
        ): one
        for path, one in sorted(described["paths"].items(), key=lambda item: item[0].count("{"))
    }
    number = 0
    for path in sorted((site / "api" / "v1").rglob("*.json")):
        name = path.relative_to(site).as_posix()
        if name == "api/v1/openapi.json":
            continue
        one = next(found for pattern, found in patterns.items() if pattern.fullmatch(name))
        reference = one["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        validator = Draft202012Validator({"$ref": f"urn:api{reference}"}, registry=registry)
        faults = [
            error.message
            for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))
        ]
        assert faults == [], name
        number += 1
    assert number > 300
