"""Reading a published package back from disk."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from juesuan.errors import PackageError
from juesuan.model import Facts, Figure
from juesuan.package.within import within, without_links
from juesuan.rows import FiguresRow, Row

csv.field_size_limit(50_000_000)


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
        tables = {one["name"]: _rows(folder, one["path"]) for one in listed}
        facts = Facts(about["name"], tables)
        facts = replace(facts, figures=tuple(map(_figure, facts.rows("figures"))))
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
        raise PackageError(
            f"{folder.name}: the package cannot be read ({error}). Expected datapackage.json and "
            f"its tables. What to do: run `juesuan build {folder.name}`."
        ) from error
    if "disclosure" not in tables:
        raise PackageError(
            f"{folder.name}/datapackage.json: found no resource `disclosure`; expected one row "
            "of it."
        )
    for row in facts.rows("disclosure"):
        within(folder, f"source/{row['source_file']}")
    return facts


def extracted_text(folder: Path) -> str | None:
    """The text that a package holds beside its source, in which the offsets of its figures count.

    Returns:
        None where the source itself is that text.
    """
    resource = _text_resource(folder)
    return within(folder, resource["path"]).read_bytes().decode("utf-8") if resource else None


def page_lines(folder: Path) -> dict[int, int]:
    """Line of the text to the page that begins there; empty where the source has no pages."""
    resource = _text_resource(folder) or {}
    first_lines: list[int] = resource.get("pageLines", [])
    return {line: page for page, line in reversed(list(enumerate(first_lines, start=1)))}


def _descriptor(folder: Path) -> dict[str, Any]:
    about: dict[str, Any] = json.loads(
        within(folder, "datapackage.json").read_text(encoding="utf-8")
    )
    return about


def _text_resource(folder: Path) -> dict[str, Any] | None:
    return next((one for one in _descriptor(folder)["resources"] if one["name"] == "text"), None)


def _rows(folder: Path, path: str) -> tuple[Row, ...]:
    with within(folder, path).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


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
