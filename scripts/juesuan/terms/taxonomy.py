"""What is measured: units, the taxonomy of measures, the functional and economic classifications."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from juesuan.errors import TermsError
from juesuan.terms.load import table, toml


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of printed figures; ``factor`` converts money to 万元; ``not_before``: what must not follow it."""

    name: str
    kind: str
    factor: str = "1"
    not_before: str = ""

    @property
    def pattern(self) -> str:
        """Regular expression of the unit as printed."""
        return re.escape(self.name) + (f"(?!{self.not_before})" if self.not_before else "")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the taxonomy (see ``data/measures.toml``)."""

    id: str
    sections: tuple[str, ...]
    label: str
    english: str
    unit: str
    aliases: tuple[str, ...]
    parent: str = ""
    after: str = ""
    following: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    part: str = ""
    base: str = ""
    jointly: str = ""
    column: str = "actual"
    amounts: str = ""


@cache
def units() -> tuple[Unit, ...]:
    """All units, longest name first."""
    found = [Unit(**entry) for entry in toml("units.toml")["unit"]]
    return tuple(sorted(found, key=lambda unit: -len(unit.name)))


@cache
def unit_kind(name: str) -> str:
    """``money``, ``percent``, ``count``, or an empty text for an unknown unit."""
    return next((unit.kind for unit in units() if unit.name == name), "")


@cache
def measures() -> dict[str, Measure]:
    """The taxonomy, by id, in the order of the file."""
    found: dict[str, Measure] = {}
    for entry in toml("measures.toml")["measure"]:
        lists = {
            name: tuple(entry.get(name, ()))
            for name in ("sections", "aliases", "following", "units")
        }
        measure = Measure(**{**entry, **lists})
        if measure.id in found:
            raise TermsError(f"measures.toml: {measure.id} is defined twice")
        found[measure.id] = measure
    for measure in found.values():
        for other in (
            measure.parent,
            measure.after,
            measure.amounts,
            measure.part,
            measure.base,
            measure.jointly,
        ):
            if other and other not in found:
                raise TermsError(f"measures.toml: {measure.id} names the unknown measure {other}")
    return found


@cache
def classification(kind: str, year: int) -> dict[str, str]:
    """Code to name of the ``functional`` or ``economic`` classification in force in a fiscal year."""
    return {
        row["code"]: row["name"]
        for row in table(f"{kind}.csv")
        if int(row["from_year"]) <= max(year, 2023)
        and (not row["to_year"] or year <= int(row["to_year"]))
    }


@cache
def former_classes() -> dict[str, str]:
    """Former names of classes of the functional classification, with their codes; departments go on printing them.

    Source: the Ministry of Finance's yearly classification (政府收支分类科目), editions of 2007 to 2020.
    """
    return {row["name"]: row["code"] for row in table("functional_former.csv")}


@cache
def class_code(name: str) -> str:
    """The code of a class by its present or a former name, with or without 支出 at its end; empty for an unknown name."""
    present = {
        name: code for code, name in classification("functional", 2024).items() if len(code) == 3
    }
    known = former_classes() | present
    return known.get(name) or known.get(f"{name}支出", "")
