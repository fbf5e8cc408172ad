"""Where and when: regions by GB/T 2260, and the conventions of a region's template."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.errors import TermsError
from juesuan.terms.load import DATA, table, toml
from juesuan.terms.problems import Checks, entries
from juesuan.terms.resources import columns_of
from juesuan.terms.sections import sections
from juesuan.terms.taxonomy import measures
from juesuan.terms.written import Expected, Many, Model, Text

_RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$"), Expected("six digits")]
_Above = Annotated[
    str, StringConstraints(pattern=r"^(\d{6})?$"), Expected("six digits, or nothing")
]


class Region(Model):
    """A region of GB/T 2260; ``parent`` is the code of the region above, empty for a province."""

    code: _RegionCode
    name: Text
    parent: _Above


class RegionsFile(Model):
    """The regions, by code."""

    row: Many[Region]


class Template(Model):
    """Conventions of a region's template for some years."""

    name: Text = Field(description="What it is called, for people.")
    region_prefix: Annotated[
        str, StringConstraints(pattern=r"^\d{2}(\d\d){0,2}$"), Expected("two, four or six digits")
    ] = Field(description="The first digits of the region's code.")
    years: Many[int] = Field(min_length=1, description="Fiscal years for which it is known.")
    section_order: Many[str] = Field(description="Its sections, in its order.")
    zero_base_pct: Annotated[
        str, StringConstraints(pattern=r"^-?\d+\.\d+$"), Expected("a rate such as 100.00 in quotes")
    ] = Field(description="The rate that is printed for what grew from zero, percent points.")
    operating_is_public: bool = Field(
        False,
        description="Whether its operating cost and institutions' public expenditure are together "
        "公用经费 of basic expenditure.",
    )
    required: dict[str, Many[str]] = Field(
        {},
        description="What it prescribes for a section: `measure` or `measure/column`; "
        "`items`: columns of each line of spending.",
    )


@cache
def regions(folder: Path = DATA) -> dict[str, tuple[str, str]]:
    """GB/T 2260: code to (name, code of the region above).

    Raises:
        TermsError: if the file is wrong.
    """
    rows = table("regions.csv", RegionsFile, folder).checked(_check_regions).row
    return {row.code: (row.name, row.parent) for row in rows}


def above(code: str) -> tuple[str, ...]:
    """Names of a region and of those above it, the largest first; none for an empty code.

    >>> above("650100")
    ('新疆维吾尔自治区', '乌鲁木齐市')
    """
    if not code:
        return ()
    name, parent = regions()[code]
    return (*above(parent), name)


def _check_regions(file: RegionsFile, checks: Checks) -> None:
    codes = {row.code for row in file.row}
    checks.once(((*path, "code"), row.code) for path, row in entries("row", file.row))
    for path, row in entries("row", file.row):
        if row.parent == row.code:
            checks.add((*path, "parent"), "the code of another region")
        checks.known((*path, "parent"), row.parent, codes, "the code of a region")


@cache
def template(region_code: str, year: int) -> Template | None:
    """The conventions that hold for a region and year; None if none are recorded.

    The nearest earlier year counts, or else the first template of the region.
    """
    found = [one for one in templates() if region_code.startswith(one.region_prefix)]
    earlier = [one for one in found if min(one.years) <= year]
    return max(earlier, key=lambda one: max(one.years), default=found[0] if found else None)


@cache
def templates(folder: Path = DATA) -> tuple[Template, ...]:
    """All templates, in the order of their files.

    Raises:
        TermsError: if a file is wrong, or two are of the same region and year.
    """
    names = sorted(entry.name for entry in (folder / "regions").iterdir())
    check = partial(_check_template, folder=folder)
    found = [toml(f"regions/{name}", Template, folder).checked(check) for name in names]
    seen: dict[tuple[str, int], str] = {}
    for name, one in zip(names, found, strict=True):
        for year in one.years:
            other = seen.setdefault((one.region_prefix, year), name)
            if other != name:
                raise TermsError(
                    f"regions/{name}: found the region {one.region_prefix} and the year {year}, "
                    f"which regions/{other} has; expected another. What to do: correct one of them."
                )
    return tuple(found)


def _check_template(file: Template, checks: Checks, folder: Path) -> None:
    if not any(code.startswith(file.region_prefix) for code in regions(folder)):
        checks.add(("region_prefix",), "the first digits of a code of regions.csv")
    known = sections(folder)
    checks.all_known(("section_order",), file.section_order, known, "a section")
    checks.once((("section_order", i), one) for i, one in enumerate(file.section_order))
    for section, names in file.required.items():
        checks.known(("required", section), section, ["items", *known], "a section, or items")
        if section == "items":
            columns = columns_of("functions", folder)
            checks.all_known(("required", section), names, columns, "a column of functions")
        else:
            _check_required(section, names, checks, folder)


def _check_required(section: str, names: tuple[str, ...], checks: Checks, folder: Path) -> None:
    """What a section requires are measures of it, or a column of one."""
    known = {name for name, one in measures(folder).items() if section in one.sections}
    columns = columns_of("measures", folder)
    for number, name in enumerate(names):
        measure, _, column = name.partition("/")
        path = ("required", section, number)
        checks.known(path, measure, known, f"a measure of {section}, or one and a column")
        checks.known(path, column, columns, "a column of measures behind the slash")
