"""All that is printed: lines for people, JSON for scripts, errors, progress, tables."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from juesuan.collection import Report, markdown_report, report_lines
from juesuan.errors import JuesuanError
from juesuan.rows import AnyRow, cell

_OUT, _ERRORS = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)

WIDTH = 200
"""Characters of a table where no terminal tells its width."""

LONGEST_CELL = 60
"""Characters of a cell of a table."""


@dataclass
class Manner:
    """How the command was asked to print: only errors, or one JSON document."""

    quiet: bool = False
    json: bool = False


MANNER = Manner()


def say(text: str) -> None:
    """Print a line for people."""
    if not MANNER.quiet and not MANNER.json:
        _OUT.print(text, markup=False, highlight=False)


def say_version(version: str) -> None:
    """Print the version, whatever else is asked."""
    print(version)


def say_json(found: object, indent: int | None = 1) -> None:
    """Print a document for scripts."""
    if MANNER.json:
        print(json.dumps(found, ensure_ascii=False, indent=indent))


def complain(text: str) -> None:
    """Print what must be looked at, also where only errors are asked for."""
    _ERRORS.print(text, markup=False, highlight=False)


def say_error(text: str) -> None:
    """Print an error, for scripts as JSON too."""
    say_json({"error": text}, indent=None)
    complain(f"juesuan: {text}")


def say_report(report: Report) -> None:
    """Print what became of a disclosure."""
    if report.state == "failed":
        complain(f"juesuan: {report.message}")
        return
    for line in report_lines(report):
        say(line)


def write_report(
    path: Path | None,
    reports: Sequence[Report],
    together: Sequence[str] = (),
    between: Sequence[str] = (),
) -> None:
    """Write a report for a pull request, where one is asked for.

    Raises:
        JuesuanError: if it cannot be written.
    """
    if path is not None:
        write_text(path, markdown_report(reports, together, between))


def write_text(path: Path, text: str) -> None:
    """Write a report where it is asked for.

    Raises:
        JuesuanError: if it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise JuesuanError(
            f"{path}: the report cannot be written ({error.strerror}). What to do: check the "
            "folder."
        ) from error


def progress() -> Progress:
    """A bar on a terminal; nothing elsewhere."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    hidden = MANNER.quiet or MANNER.json or not _ERRORS.is_terminal
    return Progress(*columns, console=_ERRORS, disable=hidden, transient=True)


def say_page(name: str, done: int, of: int) -> None:
    """Tell how far the recognition of a scan is."""
    if not MANNER.quiet and not MANNER.json:
        told = f"{name}: page {done} of {of} recognised" if done else f"{name}: {of} scanned pages"
        _ERRORS.print(told, markup=False, highlight=False)


def say_rows(rows: Sequence[AnyRow], columns: Sequence[str], title: str) -> None:
    """Print a table of these columns, without those that are empty in every row."""
    kept = [name for name in columns if any(cell(row, name) for row in rows)]
    if MANNER.quiet or not rows:
        return
    table = Table(*kept, title=title, show_lines=False)
    for row in rows:
        table.add_row(*(cell(row, name).replace("[", "\\[")[:LONGEST_CELL] for name in kept))
    (Console() if sys.stdout.isatty() else Console(width=WIDTH)).print(table)
