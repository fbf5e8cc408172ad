"""The descriptor of a package."""

from __future__ import annotations

import json

from juesuan import terms
from tests.conftest import IDS, ROOT


def test_the_descriptor(published) -> None:
    about = json.loads(
        (ROOT / "datapackages" / IDS[0] / "datapackage.json").read_text(encoding="utf-8")
    )
    assert about["$schema"].endswith("/2.0/datapackage.json")
    by_name = {one["name"]: one["schema"] for one in about["resources"]}
    assert by_name["indicators"]["foreignKeys"][1]["reference"] == {
        "resource": "projects",
        "fields": ["disclosure_id", "project_id"],
    }
    code = next(field for field in by_name["functions"]["fields"] if field["name"] == "code")
    assert (code["type"], code["columnType"]) == (
        "string",
        "functional-classification:generic:level3:code",
    )
    assert all("licen" not in key for one in about["sources"] for key in one)


def test_every_resource_is_described_in_both_languages() -> None:
    for resource in terms.resource_schemas().values():
        assert resource.title
        assert len(resource.description) > 10
