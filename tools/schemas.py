"""Writes what editors know of the files that people write: ``python -m tools.schemas``.

Of each file's model a JSON Schema goes into ``terms/schemas``; the first line of each definition,
``#:schema …``, says where it lies, so that an editor completes keys and marks what is wrong (Taplo,
Even Better TOML). A test holds that both are as this module gives them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pydantic
from pydantic.json_schema import GenerateJsonSchema

from juesuan.package.noted import NotesFile
from juesuan.package.notes import FILE
from juesuan.terms.dictionary import DictionaryFile
from juesuan.terms.english import EnglishFile
from juesuan.terms.load import DATA
from juesuan.terms.patterns import WordsFile
from juesuan.terms.phrases import PhrasesFile
from juesuan.terms.places import Template
from juesuan.terms.plain import PlainFile
from juesuan.terms.resources import ResourcesFile
from juesuan.terms.search import SearchFile
from juesuan.terms.sections import SectionsFile
from juesuan.terms.tables import TablesFile
from juesuan.terms.taxonomy import MeasuresFile, UnitsFile

FOLDER = DATA.parent / "schemas"
ROOT = Path(__file__).resolve().parent.parent

MODELS: dict[str, type[pydantic.BaseModel]] = {
    "dictionary": DictionaryFile,
    "disclosure": NotesFile,
    "english": EnglishFile,
    "measures": MeasuresFile,
    "phrases": PhrasesFile,
    "plain": PlainFile,
    "region": Template,
    "resources": ResourcesFile,
    "search": SearchFile,
    "sections": SectionsFile,
    "tables": TablesFile,
    "units": UnitsFile,
    "whole": ResourcesFile,
    "words": WordsFile,
}
"""Name of a schema and the model that it tells."""

_OF_FOLDER = {"regions": "region", "words": "words"}
"""The schema of all files of a folder; a file beside them has the schema of its own name."""


class _Schema(GenerateJsonSchema):
    """Without a title for each key, which says its name again."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema(name: str) -> str:
    """The text of a schema."""
    told = MODELS[name].model_json_schema(schema_generator=_Schema)
    told = {"$schema": GenerateJsonSchema.schema_dialect, **told}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def definitions() -> Iterator[tuple[Path, str]]:
    """The TOML files of definitions that have a schema, and its name."""
    for path in sorted(DATA.rglob("*.toml")):
        name = _OF_FOLDER.get(path.parent.name, path.stem)
        if name in MODELS:
            yield path, name


def notes(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """The notes of maintainers beside each disclosure, and the name of their schema."""
    for path in sorted(root.glob(f"datapackages/*/{FILE}")):
        yield path, "disclosure"


def head(path: Path, name: str) -> str:
    """The first line of a definition."""
    return f"#:schema {Path(os.path.relpath(FOLDER / f'{name}.json', path.parent)).as_posix()}\n"


def headed(path: Path, name: str) -> str:
    """The text of a definition, with the first line that it should have."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join([head(path, name), *lines[bool(lines) and lines[0].startswith("#:schema ") :]])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in MODELS:
        (FOLDER / f"{name}.json").write_text(schema(name), encoding="utf-8")
    for path, name in (*definitions(), *notes()):
        path.write_text(headed(path, name), encoding="utf-8")
