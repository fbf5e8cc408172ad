"""Reading the files of definitions, each by its model: TOML files and tables of codes."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import pydantic

from juesuan.errors import TermsError
from juesuan.terms.lines import KeyPath
from juesuan.terms.problems import Problem, report
from juesuan.terms.written import Written, keys, modelled, written

M = TypeVar("M", bound=pydantic.BaseModel)

DATA = Path(__file__).parent / "data"
"""The definitions of the project."""


def toml(name: str, model: type[M], folder: Path = DATA) -> Written[M]:
    """A TOML file of a folder.

    Args:
        name: of the file, below the folder.
        model: what the file should be.
        folder: of definitions.

    Raises:
        TermsError: if the file is not what the model says.
    """
    return _toml(_text(name, folder), model, name)


@cache
def _toml(text: str, model: type[M], name: str) -> Written[M]:
    return written(text, model, name, TermsError)


def table(name: str, model: type[M], folder: Path = DATA) -> Written[M]:
    """A CSV file of a folder, as a model whose one key ``row`` holds the rows.

    Args:
        name: of the file, below the folder.
        model: what the file should be; the columns are the keys of a row.
        folder: of definitions.

    Raises:
        TermsError: if the file is not what the model says.
    """
    return _table(_text(name, folder), model, name)


@cache
def _table(text: str, model: type[M], name: str) -> Written[M]:
    sheet = _Sheet(text)

    def refuse(problems: Sequence[Problem]) -> None:
        if problems:
            raise TermsError(report(name, problems, sheet.line))

    refuse(sheet.problems(keys(model, ("row", 0)), keys(model, ("row", 0), needed=True)))
    return modelled({"row": sheet.rows}, model, refuse)


class _Sheet:
    """The rows of a CSV text by column, and the line in which each ends."""

    def __init__(self, text: str) -> None:
        reader = csv.reader(text.splitlines())
        self.columns = next(reader, [])
        self._cells = [(reader.line_num, cells) for cells in reader]
        self.rows = [dict(zip(self.columns, cells, strict=False)) for _, cells in self._cells]

    def line(self, path: KeyPath) -> int:
        """The line of a path such as ``("row", 3, "code")``; the first where it names no row."""
        number = path[1] if len(path) > 1 else None
        return self._cells[number][0] if isinstance(number, int) else 1

    def problems(self, expected: list[str], needed: list[str]) -> list[Problem]:
        """Other columns than expected or needed, rows of another length."""
        if self.columns not in (expected, needed):
            found = f"the columns {', '.join(self.columns)}"
            return [Problem((), found, ", ".join(expected), "write the first line so")]
        return [
            Problem(("row", number), f"{len(cells)} cells", f"{len(self.columns)}, as in line 1")
            for number, (_, cells) in enumerate(self._cells)
            if len(cells) != len(self.columns)
        ]


def _text(name: str, folder: Path) -> str:
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        advice = "What to do: restore the file, or save it as UTF-8"
        raise TermsError(f"{name}: {error}; expected a definition file. {advice}.") from error
