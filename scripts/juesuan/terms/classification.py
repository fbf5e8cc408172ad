"""The functional and economic classifications (政府收支分类科目): codes and names by year.

The Ministry of Finance issues them anew each year. The files hold the editions of 2021 to 2025 as
far as they can be stated with confidence: a code, a name or a year that is not certain is left out,
so a gap is no statement that a code does not exist.

===========  ===================================================================================
``mark``     how a row is known
===========  ===================================================================================
``printed``  code and name are printed in a disclosure that the project holds or was shown
``seen``     code and name were seen on another public page
``named``    the name is printed, at its place, in a disclosure of the collection; its code is known
``known``    from the classification as known; not verified against a print
===========  ===================================================================================

Seen were: the Ministry's notice of 29 March 2024 on additions to the classification of 2024 (220 as
a class of government funds, 22006); the table that compares both economic classifications (附表1
两套支出经济分类科目对照表); a public program that works on a district's accounts (2230105).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints

from juesuan.terms.load import DATA, table
from juesuan.terms.patterns import words
from juesuan.terms.problems import Checks, entries
from juesuan.terms.written import Expected, Many, Model, Text

Kind = Literal["functional", "economic", "economic_government"]
"""By function (支出功能分类); by economic nature, for departments (部门预算支出经济分类, 301 …) and
for governments (政府预算支出经济分类, 501 …)."""

Mark = Literal["printed", "seen", "named", "known"]

NEWEST = 2025
"""The newest edition that is recorded; an open row holds up to it."""

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
    """A code and its name, and the years in which they are known to hold.

    ``to_year`` is empty for what the newest edition has.
    """

    code: _Code
    level: Literal["class", "subclass", "item"]
    name: Text
    from_year: _Year
    to_year: _Open
    mark: Mark

    def holds(self, year: int) -> bool:
        """Whether it is in force in a year."""
        return int(self.from_year) <= year and (not self.to_year or year <= int(self.to_year))


class FormerName(Model):
    """A code under a name that it had before the first edition, and the last year of that name."""

    code: _Code
    name: Text
    until_year: _Year


class ClassificationFile(Model):
    """A classification, in the order of its codes."""

    row: Many[Code]


class FormerFile(Model):
    """Former names."""

    row: Many[FormerName]


@cache
def classification(kind: Kind, year: int | None = None, folder: Path = DATA) -> dict[str, str]:
    """Code to name of a classification in a fiscal year.

    Args:
        kind: of classification.
        year: None for the newest edition; for a year without a list the one that stands for it
            (:func:`edition` says which).
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    listed = NEWEST if year is None else edition(kind, year, folder)
    return {code.code: code.name for code in _codes(kind, folder) if code.holds(listed)}


@cache
def edition(kind: Kind, year: int, folder: Path = DATA) -> int:
    """The year whose list stands for a fiscal year: itself, or the nearest that is recorded.

    Raises:
        TermsError: if the file is wrong.
    """
    first = min(int(code.from_year) for code in _codes(kind, folder))
    return min(max(year, first), NEWEST)


@cache
def editions(kind: Kind, folder: Path = DATA) -> tuple[int, ...]:
    """The years of which there is a list, the newest first.

    Raises:
        TermsError: if the file is wrong.
    """
    return tuple(range(NEWEST, edition(kind, 0, folder) - 1, -1))


@cache
def _codes(kind: Kind, folder: Path) -> tuple[Code, ...]:
    levels = _FUNCTIONAL if kind == "functional" else _ECONOMIC

    def check(file: ClassificationFile, checks: Checks) -> None:
        _check_years(file, checks)
        _check_nesting(file, checks, levels)

    return table(f"{kind}.csv", ClassificationFile, folder).checked(check).row


_CLASS = 3
"""Digits of the code of a class."""

_FUNCTIONAL: Mapping[int, str] = {3: "class", 5: "subclass", 7: "item"}
_ECONOMIC: Mapping[int, str] = {3: "class", 5: "item"}
"""The length of a code to its level."""


def _check_years(file: ClassificationFile, checks: Checks) -> None:
    """A code has one name in a year, and ends no earlier than it began."""
    codes = ((path, (one.code, one.from_year)) for path, one in entries("row", file.row))
    checks.once((((*path, "code"), known) for path, known in codes))
    before: dict[str, Code] = {}
    for path, one in entries("row", file.row):
        if one.to_year and one.to_year < one.from_year:
            checks.add((*path, "to_year"), f"{one.from_year} or later, or nothing")
        last = before.get(one.code)
        if last and last.from_year != one.from_year and last.holds(int(one.from_year)):
            checks.add((*path, "from_year"), f"a year behind the last of {last.name}")
        before[one.code] = one


def _check_nesting(file: ClassificationFile, checks: Checks, levels: Mapping[int, str]) -> None:
    """Each code lies in one that is shorter by two digits, and its length tells its level."""
    codes = {one.code for one in file.row}
    for path, one in entries("row", file.row):
        level = levels.get(len(one.code), "")
        if one.level != level:
            checks.add((*path, "level"), f"{level or 'no such code'}, by the length of the code")
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
    return {one.name: one.code for one in _former(folder) if len(one.code) == _CLASS}


@cache
def former_names(folder: Path = DATA) -> dict[str, tuple[str, ...]]:
    """Codes of subclasses and items of the functional classification, with their former names.

    Source: as of :func:`former_classes`.

    Raises:
        TermsError: if the file is wrong.
    """
    below = [one for one in _former(folder) if len(one.code) > _CLASS]
    return {one.code: tuple(o.name for o in below if o.code == one.code) for one in below}


def _former(folder: Path) -> tuple[FormerName, ...]:
    def check(file: FormerFile, checks: Checks) -> None:
        codes = {code.code for code in _codes("functional", folder)}
        checks.once(((*path, "name"), one.name) for path, one in entries("row", file.row))
        for path, one in entries("row", file.row):
            checks.known((*path, "code"), one.code, codes, "a code of functional.csv")

    return table("functional_former.csv", FormerFile, folder).checked(check).row


@cache
def class_code(name: str) -> str:
    """The code of a class by its present or a former name; empty for an unknown name.

    The name may lack the 支出 at its end.
    """
    codes = classification("functional")
    present = {title: code for code, title in codes.items() if len(code) == _CLASS}
    known = former_classes() | present
    found = known.get(name) or known.get(f"{name}支出", "")
    linked = {} if found else {_link(one): code for one, code in known.items()}
    return found or linked.get(_link(name)) or linked.get(_link(f"{name}支出"), "")


def _link(name: str) -> str:
    """A name with the usual word in place of others that link its parts."""
    for other, usual in words("functional").means("linking").items():
        name = name.replace(other, usual)
    return name
