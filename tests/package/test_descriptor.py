"""The descriptor of a package."""

from __future__ import annotations

import json

from juesuan import package, terms
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


def test_schemas_say_patterns_bounds_and_what_an_empty_cell_means() -> None:
    made = {name: package.schema(one, set()) for name, one in terms.resource_schemas().items()}
    for told in made.values():
        assert told["missingValues"] == [{"value": "", "label": "not printed (原文没有印)"}]
    fields = {one["name"]: one.get("constraints", {}) for one in made["figures"]["fields"]}
    assert fields["figure_id"] == {"required": True, "pattern": "^f[0-9]{5,}$"}
    assert fields["line"] == {"minimum": 1} and fields["value"] == {}
    assert fields["status"]["enum"] == ["bound", "prose", "reference", "unread"]
    scope = next(one for one in made["disclosure"]["fields"] if one["name"] == "scope")
    assert scope["constraints"]["enum"] == ["汇总", "部门", "单位", "本级"]


def test_no_amount_and_no_percentage_has_bounds() -> None:
    """What is misprinted is published as printed."""
    for resource in (terms.resource_schemas() | terms.whole_schemas()).values():
        for field in resource.fields:
            assert field.type != "number" or (field.pattern, field.least) == ("", None)
