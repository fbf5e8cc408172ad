"""Validating a published package: Frictionless for the tables, JSON Schema for the descriptor."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

MOST = 20
"""Problems of one table that are listed."""


def validate(folder: Path) -> list[str]:
    """What is wrong with a package: one line each, none if it is valid.

    Types, constraints, keys, foreign keys, bytes and hashes are checked by Frictionless; the
    descriptor against the rules of Data Package v2 as this project states them
    (``terms/data/datapackage-v2.schema.json``).
    """
    path = folder / "datapackage.json"
    if not path.exists():
        return [
            f"{folder.name}: found no datapackage.json; expected one. What to do: run "
            f"`juesuan build {folder.name}`."
        ]
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        advice = "Expected JSON. What to do: build the package again."
        return [f"{folder.name}/datapackage.json: {error}. {advice}"]
    return _descriptor(folder, about) + _tables(folder, path)


def _descriptor(folder: Path, about: Any) -> list[str]:
    """What is wrong with the descriptor.

    Its library is loaded only where something is validated: that takes two seconds, in which it
    compiles the grammars of addresses.
    """
    from jsonschema import Draft202012Validator

    problems = Draft202012Validator(_profile()).iter_errors(about)
    return [
        f"{folder.name}/datapackage.json: {'/'.join(map(str, one.absolute_path))}: {one.message}"
        for one in problems
    ]


@cache
def _profile() -> Any:
    path = resources.files("juesuan.terms") / "data" / "datapackage-v2.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


def _tables(folder: Path, path: Path) -> list[str]:
    from frictionless import Package

    report = Package(path.name, basepath=str(folder)).validate()
    found = [f"{folder.name}: {error.message}" for error in report.errors]
    for task in report.tasks:
        found.extend(f"{folder.name}/{task.place}: {error.message}" for error in task.errors[:MOST])
        if len(task.errors) > MOST:
            found.append(f"{folder.name}/{task.place}: and {len(task.errors) - MOST} more")
    return found
