"""What is wrong with a package is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from juesuan import collection, package
from tests.conftest import IDS, ROOT
from tests.made import disclosure


@pytest.mark.parametrize(
    "disclosure_id", [IDS[0], *(pytest.param(one, marks=pytest.mark.slow) for one in IDS[1:])]
)
def test_the_five_packages_are_valid(disclosure_id: str) -> None:
    assert package.validate(ROOT / "datapackages" / disclosure_id) == []


@pytest.mark.slow
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
    import jsonschema

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(about, package.validate.__globals__["_profile"]())


@pytest.mark.slow
def test_damage_is_found(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    path = folder / "data" / "indicators.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("p01,2", "p09,2"), encoding="utf-8")
    problems = "\n".join(package.validate(folder))
    assert "hash" in problems
    assert "foreign" in problems.lower()


def test_package_folder_is_plain(tmp_path: Path) -> None:
    assert package.validate(tmp_path)[0].startswith(f"{tmp_path.name}: found no datapackage.json")
