"""The functional and economic classifications (政府收支分类科目): codes and names by year."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints

from juesuan.terms.load import DATA, table
from juesuan.terms.problems import Checks, entries
from juesuan.terms.written import Expected, Many, Model, Text

Kind = Literal["functional", "economic"]

_Code = Annotated[
    str,
    StringConstraints(pattern=r"^(\d{3}|\d{5}|\d{7})$"),
    Expected("a code of three, five or seven digits"),
]
_Year = Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d$"), Expected("a year")]
_Open = Annotated[
    str, StringConstraints(pattern=r"^((19|20)\d\d)?$"), Expected("a year, or nothing")
]


class Code(Model):
    """A code of a classification and the years in which it holds; ``to_year`` is empty today."""

    code: _Code
    level: Literal["class", "subclass", "item"]
    name: Text
    from_year: _Year
    to_year: _Open

    def holds(self, year: int) -> bool:
        """Whether it is in force in a year."""
        return int(self.from_year) <= year and (not self.to_year or year <= int(self.to_year))


class FormerClass(Model):
    """A class under a name that it no longer has, and the last year of that name."""

    code: _Code
    name: Text
    until_year: _Year


class ClassificationFile(Model):
    """A classification, in the order of its codes."""

    row: Many[Code]


class FormerFile(Model):
    """Former names of classes."""

    row: Many[FormerClass]


@cache
def classification(kind: Kind, year: int | None = None, folder: Path = DATA) -> dict[str, str]:
    """Code to name of a classification in force in a fiscal year.

    Args:
        kind: ``functional`` or ``economic``.
        year: None for the newest edition; the first that is recorded stands for all before it.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    codes = _codes(kind, folder)
    if year is None:
        return {code.code: code.name for code in codes if not code.to_year}
    first = min(int(code.from_year) for code in codes)
    return {code.code: code.name for code in codes if code.holds(max(year, first))}


@cache
def _codes(kind: Kind, folder: Path) -> tuple[Code, ...]:
    file = table(f"{kind}.csv", ClassificationFile, folder)
    return file.checked(_check_nesting if kind == "functional" else _check_once).row


def _check_once(file: ClassificationFile, checks: Checks) -> None:
    codes = ((path, (one.code, one.from_year)) for path, one in entries("row", file.row))
    checks.once((((*path, "code"), known) for path, known in codes))


def _check_nesting(file: ClassificationFile, checks: Checks) -> None:
    """Each code lies in one that is shorter by two digits, and its length tells its level."""
    _check_once(file, checks)
    codes = {one.code for one in file.row}
    for path, one in entries("row", file.row):
        level = ("class", "subclass", "item")[len(one.code) // 2 - 1]
        if one.level != level:
            checks.add((*path, "level"), f"{level}, by the length of the code")
        if level != "class":
            checks.known((*path, "code"), one.code[:-2], codes, "a code within one that is there")


@cache
def former_classes(folder: Path = DATA) -> dict[str, str]:
    """Former names of classes of the functional classification, with their codes.

    Departments go on printing them. Source: the Ministry of Finance's yearly classification
    (政府收支分类科目), editions of 2007 to 2020.

    Raises:
        TermsError: if the file is wrong.
    """

    def check(file: FormerFile, checks: Checks) -> None:
        codes = {code.code for code in _codes("functional", folder)}
        checks.once(((*path, "name"), one.name) for path, one in entries("row", file.row))
        for path, one in entries("row", file.row):
            checks.known((*path, "code"), one.code, codes, "a code of functional.csv")

    file = table("functional_former.csv", FormerFile, folder).checked(check)
    return {one.name: one.code for one in file.row}


@cache
def class_code(name: str) -> str:
    """The code of a class by its present or a former name; empty for an unknown name.

    The name may lack the 支出 at its end.
    """
    codes = classification("functional")
    present = {title: code for code, title in codes.items() if len(code) == 3}
    known = former_classes() | present
    return known.get(name) or known.get(f"{name}支出", "")
