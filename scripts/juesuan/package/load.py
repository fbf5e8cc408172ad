"""Reading a published package back from disk."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from juesuan import terms
from juesuan.errors import PackageError
from juesuan.model import Facts, Figure
from juesuan.package.values import refuse_wrong
from juesuan.package.within import within, without_links
from juesuan.package.write import Contents
from juesuan.rows import DisclosureRow, FiguresRow, Row, SourcesRow

csv.field_size_limit(50_000_000)

_DAMAGE = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading a damaged descriptor or table raises, also one that is nested too deep."""


def load(folder: Path) -> Facts:
    """The facts of a published package, as its users get them: every cell is text.

    Args:
        folder: a package's folder.

    Raises:
        PackageError: if the descriptor or a table is missing or damaged, or lies elsewhere.
    """
    try:
        about = _descriptor(without_links(folder))
        listed = [one for one in about["resources"] if one.get("type") == "table"]
        tables = {one["name"]: _table(folder, one["name"], one["path"]) for one in listed}
        refuse_wrong(tables)
        facts = _with_figures(Facts(about["name"], tables))
    except (*_DAMAGE, csv.Error) as error:
        raise PackageError(
            f"{folder.name}: the package cannot be read ({_cause(folder, error)}). Expected "
            f"datapackage.json and its tables. What to do: run `juesuan build {folder.name}`."
        ) from error
    except PackageError as error:
        raise PackageError(
            f"{folder.name}: {error}. What to do: run `juesuan build {folder.name}`."
        ) from error
    if len(tables.get("disclosure", ())) != 1:
        raise PackageError(
            f"{folder.name}/datapackage.json: expected one row of the resource `disclosure`. "
            f"What to do: run `juesuan build {folder.name}`."
        )
    told = (facts.disclosure["source_file"], *(row["file"] for row in facts.rows("sources")))
    for name in told:
        within(folder, f"source/{name}")
    return facts


def read_back(made: Contents) -> Facts:
    """The facts of a package as its users will get them, from the very text that is written."""
    tables = {
        name: _rows(name, name, csv.reader(io.StringIO(text, newline=""), strict=True))
        for name, text in made.tables.items()
    }
    return _with_figures(Facts(made.disclosure["disclosure_id"], tables))


def _with_figures(facts: Facts) -> Facts:
    return replace(facts, figures=tuple(map(_figure, facts.rows("figures"))))


def head(folder: Path) -> tuple[DisclosureRow, tuple[SourcesRow, ...]]:
    """What a package is of, and its files, without reading the rest of it.

    Returns:
        The row of ``disclosure``, and those of ``sources``, of which there are none for one file.

    Raises:
        PackageError: if they are missing or damaged, or are of another folder.
    """
    try:
        paths = {name: f"data/{name}.csv" for name in ("disclosure", "sources")}
        there = {name: path for name, path in paths.items() if within(folder, path).exists()}
        tables = {name: _table(folder, name, path) for name, path in there.items()}
        refuse_wrong(tables)
        facts = Facts(folder.name, tables)
        if facts.disclosure["disclosure_id"] != folder.name:
            raise PackageError(f"{folder.name}: found the package of another folder")
        return facts.disclosure, tuple(facts.rows("sources"))
    except (*_DAMAGE, csv.Error) as error:
        message = f"{folder.name}: the package cannot be read ({_cause(folder, error)})"
        raise PackageError(message) from error


def _cause(folder: Path, error: Exception) -> str:
    """What is wrong, the same wherever the folder lies."""
    return str(error).replace(f"{folder.parent}/", "")


def extracted_text(folder: Path) -> str | None:
    """The text that a package holds beside its source, in which the offsets of its figures count.

    Returns:
        None where the source itself is that text.

    Raises:
        PackageError: if the descriptor is missing or damaged.
    """
    resource = _text_resource(folder)
    return within(folder, resource["path"]).read_bytes().decode("utf-8") if resource else None


def page_lines(folder: Path) -> list[tuple[int, str]]:
    """For each page of the source the line of the text with which it begins, and its name.

    Empty where the source has no pages; a name is empty where the format has none.

    Raises:
        PackageError: if the descriptor is missing or damaged.
    """
    resource = _text_resource(folder) or {}
    first_lines: list[int] = resource.get("pageLines", [])
    names: list[str] = resource.get("pageNames", [""] * len(first_lines))
    return list(zip(first_lines, names, strict=True))


def _descriptor(folder: Path) -> dict[str, Any]:
    about: dict[str, Any] = json.loads(
        within(folder, "datapackage.json").read_text(encoding="utf-8")
    )
    return about


def _text_resource(folder: Path) -> dict[str, Any] | None:
    try:
        listed = _descriptor(folder)["resources"]
        return next((one for one in listed if one["name"] == "text"), None)
    except _DAMAGE as error:
        raise PackageError(
            f"{folder.name}/datapackage.json: it cannot be read ({error}). What to do: run "
            f"`juesuan build {folder.name}`."
        ) from error


def _table(folder: Path, name: str, path: str) -> tuple[Row, ...]:
    with within(folder, path).open(encoding="utf-8", newline="") as file:
        return _rows(name, path, csv.reader(file, strict=True))


def _rows(name: str, path: str, reader: Iterator[list[str]]) -> tuple[Row, ...]:
    """The rows of a table; it must have the columns of its resource, and each row all of them."""
    expected = [one.name for one in terms.resource_schemas()[name].fields]
    found = next(reader, [])
    if not expected or found != expected:
        raise PackageError(
            f"{path}: found the columns {', '.join(found)[:200]!r}; expected those of {name}"
        )
    return tuple(_row(path, number, expected, one) for number, one in enumerate(reader, 2))


def _row(path: str, number: int, columns: list[str], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        raise PackageError(f"{path}:{number}: found {len(cells)} cells; expected {len(columns)}")
    return dict(zip(columns, cells, strict=True))


def _figure(row: FiguresRow) -> Figure:
    return Figure(
        start=int(row["start"]),
        end=int(row["end"]),
        text=row["text"],
        value=row["value"],
        unit=row["unit"],
        status=row["status"],
        resource=row["resource"],
        row=row["row"],
        field=row["field"],
    )
