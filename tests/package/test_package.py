"""Writing, loading, notes, descriptor, validation."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from juesuan import collection, package, terms
from juesuan.errors import PackageError
from juesuan.package.tables import csv_text
from tests.conftest import IDS, ROOT
from tests.made import disclosure


@pytest.mark.parametrize("disclosure_id", IDS)
def test_the_five_packages_are_valid(disclosure_id: str) -> None:
    assert package.validate(ROOT / "datapackages" / disclosure_id) == []


@pytest.mark.parametrize("disclosure_id", IDS)
def test_csv_is_plain(disclosure_id: str) -> None:
    for path in (ROOT / "datapackages" / disclosure_id / "data").iterdir():
        data = path.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")


@pytest.mark.parametrize("disclosure_id", IDS)
def test_loading_and_writing_gives_the_same_csv(disclosure_id: str, published) -> None:
    for name, rows in published[disclosure_id].tables.items():
        path = ROOT / "datapackages" / disclosure_id / "data" / f"{name}.csv"
        assert csv_text(name, rows).encode() == path.read_bytes()


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


@pytest.mark.parametrize(
    "change",
    [
        lambda about: about.pop("resources"),
        lambda about: about.update(name="Not A Name"),
        lambda about: about.update(profile="data-package"),
        lambda about: about["resources"][0].update(hash="sha256:xyz"),
        lambda about: about["resources"][0].update(path="../../etc/passwd"),
        lambda about: about["resources"][0]["schema"].update(primaryKey="disclosure_id"),
        lambda about: about["contributors"][0].update(role="author"),
    ],
)
def test_a_wrong_descriptor_is_found(change) -> None:
    about = json.loads(
        (ROOT / "datapackages" / IDS[0] / "datapackage.json").read_text(encoding="utf-8")
    )
    change(about)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(about, package.validate.__globals__["_profile"]())


def test_damage_is_found(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    path = folder / "data" / "indicators.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("p01,2", "p09,2"), encoding="utf-8")
    problems = "\n".join(package.validate(folder))
    assert "hash" in problems
    assert "foreign" in problems.lower()


def test_a_missing_table_is_one_clear_message(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    (folder / "data" / "measures.csv").unlink()
    with pytest.raises(
        PackageError, match=r"cannot be read.*What to do: run `juesuan build made-up-2024`"
    ):
        package.load(folder)


def test_all_values_are_text_and_codes_keep_their_zeros(published) -> None:
    for facts in published.values():
        for name, rows in facts.tables.items():
            assert all(isinstance(value, str) for row in rows for value in row.values()), name


def test_every_resource_is_described_in_both_languages() -> None:
    for resource in terms.resource_schemas().values():
        assert resource.title
        assert len(resource.description) > 10


def test_package_folder_is_plain(tmp_path: Path) -> None:
    assert package.validate(tmp_path)[0].startswith(f"{tmp_path.name}: found no datapackage.json")
