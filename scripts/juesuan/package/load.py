"""Reading a published package back from disk."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from juesuan.errors import PackageError
from juesuan.model import Facts, Figure
from juesuan.rows import Row

csv.field_size_limit(50_000_000)


def load(folder: Path) -> Facts:
    """The facts of a published package, as its users get them: every cell is text.

    Args:
        folder: a package's folder.

    Raises:
        PackageError: if the descriptor or a table is missing or damaged.
    """
    path = folder / "datapackage.json"
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        listed = [one for one in about["resources"] if one.get("type") == "table"]
        names = [one["name"] for one in listed]
        tables = {one["name"]: _rows(folder, one["path"]) for one in listed}
        figures = tuple(_figure(row) for row in tables.get("figures", ()))
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
        raise PackageError(
            f"{folder.name}: the package cannot be read ({error}). Expected datapackage.json and its tables. What to do: "
            f"run `juesuan build {folder.name}`."
        ) from error
    if "disclosure" not in names:
        raise PackageError(
            f"{folder.name}/datapackage.json: found no resource `disclosure`; expected one row of it."
        )
    return Facts(about["name"], tables, figures)


def _rows(folder: Path, path: str) -> tuple[Row, ...]:
    with (folder / path).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _figure(row: Row) -> Figure:
    return Figure(
        int(row["start"]), int(row["end"]), row["text"], row["value"], row["unit"], row["status"],
        row["resource"], row["row"], row["field"],
    )  # fmt: skip


def page_lines(folder: Path) -> dict[int, int]:
    """Line of the text to the page of the source that begins there; empty where the source has no pages."""
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    found: list[int] = next(
        (one.get("pageLines", []) for one in about["resources"] if one["name"] == "text"), []
    )
    return {line: page for page, line in reversed(list(enumerate(found, start=1)))}
