"""The registry of departments, ``datapackages/departments.csv``: a row a department and name.

A department keeps its id for ever, whatever it is called; a row says under which name it is known,
and in which years. What is unknown is empty. ``whose`` asks which department a title means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from juesuan import terms
from juesuan.beside import put
from juesuan.package import SCHEMA_PROFILE, csv_of
from juesuan.terms.hidden import HIDDEN
from juesuan.terms.load import table
from juesuan.terms.problems import Checks, entries
from juesuan.terms.written import Expected, Many, Model

FILE = "departments.csv"

BETWEEN = "、"
"""What stands between the short names of a row."""

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Pattern of the id of a department."""

_Id = Annotated[
    str,
    StringConstraints(pattern=f"^{ID}$", max_length=75),
    Expected("an id of lower-case letters, digits and hyphens, without a year"),
]
_OtherId = Annotated[
    str,
    StringConstraints(pattern=f"^({ID})?$", max_length=75),
    Expected("the id of another department, or nothing"),
]
_Plain = "[^=+\\-@'\\s][^\\s]*"
_Name = Annotated[
    str,
    StringConstraints(pattern=f"^{_Plain}$", max_length=200),
    Expected("a name without spaces, which no spreadsheet takes for a formula"),
]
_Names = Annotated[
    str,
    StringConstraints(pattern=f"^({_Plain})?$", max_length=1000),
    Expected(f"names without spaces, {BETWEEN} between them, or nothing"),
]
_Latin = Annotated[
    str,
    StringConstraints(pattern=r"^([A-Za-z][A-Za-z0-9 ,.'()&-]*)?$", max_length=200),
    Expected("a name in English, which begins with a letter, or nothing"),
]
_Year = Annotated[
    str, StringConstraints(pattern=r"^((19|20)\d\d)?$"), Expected("a year, or nothing")
]
_Region = Annotated[
    str, StringConstraints(pattern=r"^(\d{6})?$"), Expected("six digits, or nothing")
]
_Credit = Annotated[
    str,
    StringConstraints(pattern=r"^([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})?$"),
    Expected("the eighteen characters of GB 32100, or nothing"),
]


class Department(Model):
    """A department under one of its names."""

    department_id: _Id = Field(
        title="部门代码",
        description="Id of the department: the disclosure id without its year; never reused.",
    )
    name: _Name = Field(
        title="部门名称",
        description="A name as printed in titles, without its scope; where a department publishes "
        "two accounts a year under one name, the scope stands behind it in brackets.",
    )
    from_year: _Year = Field(
        title="起始年度",
        description="First fiscal year for which the name holds; empty where unknown.",
    )
    to_year: _Year = Field(
        title="终止年度", description="Last fiscal year; empty where it holds still or unknown."
    )
    short_names: _Names = Field(
        title="简称", description=f"What it is called for short, {BETWEEN} between the names."
    )
    region_code: _Region = Field(
        title="行政区划代码", description="Its region, code of GB/T 2260; empty where unknown."
    )
    level: Literal["", "中央", "省级", "地级", "县级", "乡级"] = Field(
        title="层级", description="Level of the government to which it belongs."
    )
    parent: _OtherId = Field(
        title="主管部门代码", description="The department whose accounts hold its accounts."
    )
    successor: _OtherId = Field(
        title="承继部门代码", description="The department that took its tasks over."
    )
    unified_social_credit_code: _Credit = Field(
        title="统一社会信用代码", description="Its code of GB 32100; empty where unknown."
    )
    name_en: _Latin = Field(
        "",
        title="英文名称",
        description="The name in English, for pages in English; empty where nobody gave one.",
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its short names."""
        return (self.name, *filter(None, self.short_names.split(BETWEEN)))

    def holds(self, year: int) -> bool:
        """Whether the name holds in a fiscal year, as far as it is known."""
        return int(self.from_year or 0) <= year <= int(self.to_year or 9999)


class RegistryFile(Model):
    """The departments under each of their names."""

    row: Many[Department]


COLUMNS = tuple(Department.model_fields)


def read_registry(root: Path) -> tuple[Department, ...]:
    """The rows of a collection's registry; none where it has none yet.

    Args:
        root: the repository.

    Raises:
        TermsError: if the file is wrong: it concerns the whole collection.
    """
    folder = root / "datapackages"
    if not (folder / FILE).exists():
        return ()
    return table(FILE, RegistryFile, folder).checked(_check).row


def english_name(rows: Iterable[Department], year: int) -> str:
    """What a department is called in English in a fiscal year; empty where nobody said.

    Args:
        rows: those of the department.
        year: the fiscal year; where no name of it is known in English, any other one counts.
    """
    named = [row for row in rows if row.name_en]
    held = [row for row in named if row.holds(year)]
    return next((row.name_en for row in (*held, *named[::-1])), "")


def write_registry(root: Path, rows: Iterable[Department]) -> None:
    """Write a collection's registry, by id; beside first, then renamed."""
    put(root / "datapackages" / FILE, registry_text(rows).encode())


def registry_text(rows: Iterable[Department]) -> str:
    """The CSV of a registry, by id; the names of one department stay in their order."""
    ordered = sorted(rows, key=lambda one: one.department_id)
    return csv_of(COLUMNS, ([getattr(one, name) for name in COLUMNS] for one in ordered))


def registry_schema() -> dict[str, Any]:
    """The Table Schema of the registry."""
    return {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(name) for name in COLUMNS],
        "primaryKey": ["department_id", "name"],
        "missingValues": [""],
    }


def _field(name: str) -> dict[str, Any]:
    told = Department.model_fields[name]
    rules = Department.model_json_schema()["properties"][name]
    constraints = {
        "required": True if name in ("department_id", "name") else None,
        "pattern": rules.get("pattern"),
        "maxLength": rules.get("maxLength"),
        "enum": [one for one in rules.get("enum", ()) if one] or None,
    }
    return {
        "name": name,
        "type": "string",
        "title": told.title,
        "description": told.description,
        "constraints": {key: value for key, value in constraints.items() if value},
    }


def _check(file: RegistryFile, checks: Checks) -> None:
    ids = {row.department_id for row in file.row}
    checks.once(((*path, "name"), (row.department_id, row.name)) for path, row in _rows(file))
    for path, row in _rows(file):
        _check_texts(path, row, checks)
        _check_codes(path, row, checks)
        for column in ("parent", "successor"):
            checks.known((*path, column), getattr(row, column), ids, "a department_id of the file")
    for column in ("parent", "successor"):
        _check_circle(file, column, checks)
    _check_one_code(file, checks)
    _check_two(file, checks)


def _rows(file: RegistryFile) -> Iterator[tuple[tuple[str | int, ...], Department]]:
    return entries("row", file.row)


def _check_texts(path: tuple[str | int, ...], row: Department, checks: Checks) -> None:
    for column in ("name", "short_names"):
        text = getattr(row, column)
        if HIDDEN.search(text) or not text.isprintable():
            checks.add((*path, column), "no characters that are not seen")


def _check_codes(path: tuple[str | int, ...], row: Department, checks: Checks) -> None:
    checks.known((*path, "region_code"), row.region_code, terms.regions(), "a region's code")
    if row.from_year and row.to_year and row.from_year > row.to_year:
        checks.add((*path, "to_year"), f"{row.from_year} or later")
    if row.unified_social_credit_code and not is_credit_code(row.unified_social_credit_code):
        checks.add((*path, "unified_social_credit_code"), "a code whose last character fits")


def _check_circle(file: RegistryFile, column: str, checks: Checks) -> None:
    """Nobody is above oneself, nor follows oneself."""
    leads = {row.department_id: getattr(row, column) for row in file.row if getattr(row, column)}
    for path, row in _rows(file):
        seen, one = set(), row.department_id
        while one in leads and one not in seen:
            seen.add(one)
            one = leads[one]
        if one == row.department_id and seen and getattr(row, column):
            checks.add((*path, column), "a department that does not lead back to this one")


def _check_one_code(file: RegistryFile, checks: Checks) -> None:
    """One credit code is of one department, and one department has one code and one region."""
    owners: dict[str, str] = {}
    known: dict[tuple[str, str], str] = {}
    for path, row in _rows(file):
        code = row.unified_social_credit_code
        if code and owners.setdefault(code, row.department_id) != row.department_id:
            checks.add((*path, "unified_social_credit_code"), f"another than {owners[code]} has")
        for column in ("unified_social_credit_code", "region_code"):
            value = getattr(row, column)
            first = known.setdefault((row.department_id, column), value) if value else value
            if value != first:
                advice = "correct it; an id is never given to another department"
                checks.add((*path, column), f"{first}, as in its other row", advice)


def _check_two(file: RegistryFile, checks: Checks) -> None:
    """No two departments have one name in one region at one time."""
    owners: dict[tuple[str, str], list[Department]] = {}
    for path, row in _rows(file):
        for name in {plain_name(one, row.region_code) for one in row.names}:
            others = owners.setdefault((row.region_code, name), [])
            for other in others:
                if other.department_id != row.department_id and _meet(row, other):
                    expected = f"a name that {other.department_id} does not have in these years"
                    advice = "give one of the two the years in which its name holds, or one id"
                    checks.add((*path, "name"), expected, advice)
            others.append(row)


def _meet(row: Department, other: Department) -> bool:
    """Whether there is a year in which both names hold."""
    begins = max(int(one.from_year or 0) for one in (row, other))
    return all(begins <= int(one.to_year or 9999) for one in (row, other))


_BRACKETS = str.maketrans("()", "（）")


def plain_name(name: str, region_code: str) -> str:
    """A name as names are compared: full-width brackets, without the regions that it lies in.

    >>> plain_name("新疆维吾尔自治区乌鲁木齐市财政局(本级)", "650100")
    '财政局（本级）'
    """
    rest = re.sub(r"\s", "", name).translate(_BRACKETS)
    for region in terms.above(region_code) if region_code in terms.regions() else ():
        rest = rest.replace(region, "", 1) if rest != region else rest
    return rest


_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_credit_code(code: str) -> bool:
    """Whether the last character of a unified social credit code fits the others (GB 32100).

    >>> is_credit_code("91350100M000100Y43"), is_credit_code("91350100M000100Y44")
    (True, False)
    """
    total = sum(_SIGNS.index(sign) * pow(3, at, 31) for at, sign in enumerate(code[:17]))
    return _SIGNS[-total % 31] == code[17]
