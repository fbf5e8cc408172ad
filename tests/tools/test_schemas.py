"""What editors know of the files that people write."""

from __future__ import annotations

import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tools.schemas import FOLDER, MODELS, definitions, headed, notes, schema

from juesuan.terms.load import DATA
from tests.conftest import IDS, ROOT
from tests.mutations import misspelt

DEFINITIONS = list(definitions())
NOTES = [ROOT / "datapackages" / one / "disclosure.toml" for one in IDS]


@pytest.mark.parametrize("name", MODELS)
def test_schemas_are_up_to_date(name: str) -> None:
    committed = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert committed == schema(name), "run `make schemas`"


def test_no_schema_is_left_over() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(MODELS)


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.name)
def test_every_definition_says_where_its_schema_is(path: Path) -> None:
    if path.name == "forms.toml":
        pytest.skip("its words move to words/*.toml")
    text = path.read_text(encoding="utf-8")
    line = text.splitlines()[0]
    assert line.startswith("#:schema "), "run `make schemas`"
    assert (path.parent / line.removeprefix("#:schema ")).resolve().parent == FOLDER.resolve()
    assert text == headed(path, dict(DEFINITIONS)[path])


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.parent.name)
def test_notes_say_where_their_schema_is(path: Path) -> None:
    assert (path, "disclosure") in list(notes())
    assert path.read_text(encoding="utf-8") == headed(path, "disclosure"), "run `make schemas`"
    line = path.read_text(encoding="utf-8").splitlines()[0]
    assert (path.parent / line.removeprefix("#:schema ")).resolve() == FOLDER / "disclosure.json"


def test_an_empty_file_gets_its_head(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("", encoding="utf-8")
    assert headed(tmp_path / "x.toml", "disclosure").startswith("#:schema ")


def as_editors_see(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_editors_see(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return list(map(as_editors_see, value))
    return value.isoformat() if isinstance(value, datetime.date) else value


def complaints(name: str, text: str) -> list[str]:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(schema(name)))
    return [error.message for error in validator.iter_errors(as_editors_see(tomllib.loads(text)))]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "name"), DEFINITIONS, ids=lambda one: getattr(one, "stem", one))
def test_an_editor_marks_nothing_in_the_definitions(path: Path, name: str) -> None:
    assert complaints(name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.parent.name)
def test_an_editor_marks_nothing_in_the_notes(path: Path) -> None:
    assert complaints("disclosure", path.read_text(encoding="utf-8")) == []


def test_an_editor_marks_a_misspelt_key() -> None:
    text = (DATA / "units.toml").read_text(encoding="utf-8")
    for fault in misspelt(text):
        assert any(fault.key in told for told in complaints("units", fault.text)), fault.path


def test_keys_are_explained() -> None:
    unit = json.loads(schema("units"))["$defs"]["Unit"]
    assert unit["properties"]["factor"]["description"] == "What converts money to 万元."
    assert unit["properties"]["kind"]["enum"] == ["money", "foreign", "percent", "count", "date"]
    assert unit["required"] == ["name", "kind"]
    assert "title" not in unit["properties"]["kind"]
