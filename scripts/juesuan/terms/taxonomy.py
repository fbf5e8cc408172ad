"""What is measured: units and the taxonomy of measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from juesuan.terms.lines import KeyPath
from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks, entries
from juesuan.terms.resources import columns_of
from juesuan.terms.sections import sections
from juesuan.terms.written import Expected, Many, Model, Regex, Text

_Name = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$"),
    Expected("an id of small letters, digits, _ and dots"),
]
_Factor = Annotated[
    str, StringConstraints(pattern=r"^\d+(\.\d+)?$"), Expected("a number in quotes")
]


Kind = Literal["money", "foreign", "percent", "count", "date"]


class Unit(Model):
    """A unit of printed figures."""

    name: Text = Field(description="As printed, with half-width brackets.")
    kind: Kind = Field(
        description="It decides which columns take a figure of the unit; foreign is money that is "
        "no yuan, which no column takes."
    )
    factor: _Factor = Field("1", description="What converts money to 万元.")
    not_before: Regex = Field("", description="What must not follow the unit, as a set [人名次].")

    @property
    def pattern(self) -> str:
        """Regular expression of the unit as printed."""
        return re.escape(self.name) + (f"(?!{self.not_before})" if self.not_before else "")


class Measure(Model):
    """A measure of the taxonomy."""

    id: _Name = Field(description="What it is called in the published data; never changes.")
    sections: Many[str] = Field(min_length=1, description="Sections in which it may be printed.")
    label: str = Field(description="Chinese label.")
    english: str = Field(description="English label.")
    unit: str = Field(description="The unit in which it is published.")
    aliases: Many[str] = Field(
        description="Its names in documents, without spaces and with half-width punctuation; "
        "{year} where a fiscal year may stand, {a year} where one must."
    )
    only_in: dict[str, Many[str]] = Field(
        {}, description="Further names, by the section in which alone they count."
    )
    parent: str = Field("", description="The measure of which it is a part.")
    after: Many[str] = Field(
        (),
        description="The measures, or begins of their ids, behind which `following` count.",
    )
    following: Many[str] = Field(
        (),
        description="Names that count only behind `after`; one that begins with ; counts at the "
        "begin of a clause only.",
    )
    ahead: Regex = Field(
        "", description="Of a count: pattern of what directly follows its unit, in place of a name."
    )
    lead: Regex = Field(
        "", description="Of a count: pattern of what directly precedes it, in place of a name."
    )
    units: Many[str] = Field((), description="Other units in which it is printed.")
    part: str = Field("", description="Of a share of another part than the total: the part.")
    base: str = Field("", description="Of a share of another part than the total: that part.")
    jointly: str = Field("", description="The measure of which 各增加 behind two totals speaks.")
    column: str = Field("actual", description="Where an amount goes that directly follows.")
    closed: bool = Field(
        False, description="Whether its parts are all of it, so that one that is lost is missed."
    )
    amounts: str = Field("", description="Where money goes when the subject is this count.")

    def names_in(self, section: str) -> tuple[str, ...]:
        """Its names in a section, of those that need nothing before them."""
        return (*self.aliases, *self.only_in.get(section, ()))


class UnitsFile(Model):
    """Units of printed figures; the longest that fits counts."""

    currency: Many[Text] = Field((), description="Names of foreign currencies.")
    scale: Many[str] = Field((), description="What may stand before the name of a currency.")
    unit: Many[Unit]

    def all(self) -> tuple[Unit, ...]:
        """The units, and each foreign currency by itself and with each scale."""
        names = [scale + name for name in self.currency for scale in ("", *self.scale)]
        foreign = (Unit(name=one, kind="foreign", factor="1", not_before="") for one in names)
        return (*self.unit, *foreign)


class MeasuresFile(Model):
    """The taxonomy: every measure of the prose."""

    measure: Many[Measure]


@cache
def units(folder: Path = DATA) -> tuple[Unit, ...]:
    """All units, longest name first.

    Raises:
        TermsError: if the file is wrong.
    """
    file = toml("units.toml", UnitsFile, folder).checked(_check_units)
    return tuple(sorted(file.all(), key=lambda unit: -len(unit.name)))


@cache
def money_factors() -> Mapping[str, Decimal]:
    """Each unit of yuan (万元, 亿元, 元, …) to what converts an amount in it to 万元."""
    return {one.name: Decimal(one.factor) for one in units() if one.kind == "money"}


AS_PRINTED = frozenset({"indicators"})
"""Resources whose cells keep a value in the unit that is printed with it."""


def is_converted(status: str, resource: str) -> bool:
    """Whether ``value`` of a figure of the ledger is in the unit of its cell: of money 万元.

    Everywhere else it is in the unit in which it is printed.

    Args:
        status: of the figure, as in ``figures``.
        resource: of the cell that holds it.
    """
    return status == "bound" and resource not in AS_PRINTED


def _check_units(file: UnitsFile, checks: Checks) -> None:
    checks.once(((*path, "name"), one.name) for path, one in entries("unit", file.unit))


@cache
def unit_kind(name: str) -> str:
    """``money``, ``foreign``, ``percent``, ``count``; an empty text for an unknown unit."""
    return next((unit.kind for unit in units() if unit.name == name), "")


@cache
def unit_pattern(*kinds: Kind) -> str:
    """Regular expression of any unit of these kinds as printed, the longest first; of all for none.

    >>> unit_pattern("percent")
    '%'
    """
    return "|".join(one.pattern for one in units() if not kinds or one.kind in kinds)


@cache
def measures(folder: Path = DATA) -> dict[str, Measure]:
    """The taxonomy, by id, in the order of the file.

    Raises:
        TermsError: if the file is wrong, or names what other files do not define.
    """
    check = partial(_check_measures, folder=folder)
    file = toml("measures.toml", MeasuresFile, folder).checked(check)
    return {measure.id: measure for measure in file.measure}


@cache
def measured_sections() -> frozenset[str]:
    """The ids of the sections that tell figures of measures."""
    return frozenset(name for one in measures().values() for name in one.sections)


_OTHERS = ("parent", "part", "base", "jointly", "amounts")
"""Keys that name another measure."""


def _check_measures(file: MeasuresFile, checks: Checks, folder: Path) -> None:
    ids = {measure.id for measure in file.measure}
    names = {unit.name for unit in units(folder)}
    columns = columns_of("measures", folder)
    checks.once(((*path, "id"), one.id) for path, one in entries("measure", file.measure))
    checks.once(_names(file))
    for path, measure in entries("measure", file.measure):
        checks.all_known((*path, "sections"), measure.sections, sections(folder), "a section")
        checks.known((*path, "column"), measure.column, columns, "a column of measures")
        checks.known((*path, "unit"), half_width(measure.unit), names, "a unit of units.toml")
        checks.all_known((*path, "units"), measure.units, names, "a unit of units.toml")
        for section in measure.only_in:
            place = (*path, "only_in", section)
            checks.known(place, section, measure.sections, "one of its sections")
        for key in _OTHERS:
            checks.known((*path, key), getattr(measure, key), ids, "the id of a measure")
        begins = ids | _above(ids)
        checks.all_known((*path, "after"), measure.after, begins, "the id of a measure")


def _above(ids: set[str]) -> set[str]:
    """The begins of ids, up to a dot: ``government_fund``."""
    return {one.rpartition(".")[0] for one in ids if "." in one}


def _names(file: MeasuresFile) -> Iterator[tuple[KeyPath, object]]:
    """Each name, place and unit of a measure; of two measures with the same the first is read."""
    for path, measure in entries("measure", file.measure):
        for number, alias in enumerate(measure.aliases):
            for section in measure.sections:
                yield (*path, "aliases", number), (alias, section, measure.unit, measure.after)
        for section, further in measure.only_in.items():
            for number, alias in enumerate(further):
                place = (*path, "only_in", section, number)
                yield place, (alias, section, measure.unit, measure.after)


def half_width(text: str) -> str:
    """The text with half-width brackets, as it is read.

    >>> half_width("台（套）")
    '台(套)'
    """
    return text.replace("（", "(").replace("）", ")")
