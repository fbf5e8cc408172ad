"""Validating a published package: Frictionless for the tables, JSON Schema for the descriptor."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from juesuan.errors import PackageError
from juesuan.package.within import within, without_links

DESCRIPTOR = "datapackage.json"

MOST = 20
"""Problems of one file that are listed."""


def validate(folder: Path) -> list[str]:
    """What is wrong with a package: one line each, none if it is valid.

    Types, constraints, keys, foreign keys, bytes and hashes are checked by Frictionless; the
    descriptor against the rules of Data Package v2 as this project states them
    (``terms/data/datapackage-v2.schema.json``).
    """
    try:
        about = _descriptor(folder)
        problems = _of_descriptor(folder, about) or _of_paths(folder, about)
    except PackageError as error:
        return [str(error)]
    # A wrong descriptor may send Frictionless anywhere, to other hosts too.
    return problems or _of_tables(folder)


def _descriptor(folder: Path) -> Any:
    """The descriptor as it stands.

    Raises:
        PackageError: if there is none, or it is no JSON.
    """
    path = within(without_links(folder), DESCRIPTOR)
    if not path.exists():
        raise PackageError(
            f"{folder.name}: found no datapackage.json; expected one. What to do: run "
            f"`juesuan build {folder.name}`."
        )
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(
            f"{folder.name}/{DESCRIPTOR}: {error}. Expected JSON. What to do: build the package "
            "again."
        ) from error


def _of_descriptor(folder: Path, about: Any) -> list[str]:
    import jsonschema  # it compiles grammars, which only who validates should wait for

    problems = jsonschema.Draft202012Validator(_profile()).iter_errors(about)
    return [
        f"{folder.name}/{DESCRIPTOR}: {'/'.join(map(str, one.absolute_path))}: {one.message}"
        for one in problems
    ][:MOST]


def _of_paths(folder: Path, about: Any) -> list[str]:
    """What is wrong with the places of resources: each is a file below the folder."""
    found = []
    for resource in about["resources"]:
        try:
            within(folder, resource["path"])
        except PackageError as error:
            found.append(str(error))
    return found


@cache
def _profile() -> Any:
    path = resources.files("juesuan.terms") / "data" / "datapackage-v2.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


def _of_tables(folder: Path) -> list[str]:
    from frictionless import Package

    report = Package(DESCRIPTOR, basepath=str(folder)).validate()
    found = [f"{folder.name}: {error.message}" for error in report.errors]
    for task in report.tasks:
        found.extend(f"{folder.name}/{task.place}: {error.message}" for error in task.errors[:MOST])
        if len(task.errors) > MOST:
            found.append(f"{folder.name}/{task.place}: and {len(task.errors) - MOST} more")
    return found
