"""Definitions as data: the taxonomy, phrases, sections, regions, classifications, forms and Table Schemas.

This module only loads and validates the files beside it; it knows nothing of documents.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from juesuan.errors import TermsError

_DATA = resources.files("juesuan.terms") / "data"

ORDINAL = r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]部分)"
"""Pattern of a heading's number in text without spaces."""


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


@dataclass(frozen=True, slots=True)
class Relation:
    """How a figure is introduced, and which column it fills (see ``data/phrases.toml``)."""

    column: str
    kinds: frozenset[str]
    pattern: str
    sign: int
    basis: str
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What opens a text; ``whole``: it reaches to the next passage, whatever it speaks of."""

    into: str
    pattern: str
    sections: frozenset[str]
    whole: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a disclosure and the pattern of its heading."""

    id: str
    label: str
    title: str
    part: bool
    within: str


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a resource."""

    name: str
    type: str
    title: str
    description: str
    column_type: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A published table: its columns and keys."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign: dict[str, str]
    enum: dict[str, list[str]]

    def row_key(self, row: Any) -> str:
        """The key of a row without the disclosure id, joined by slashes."""
        return "/".join(row[name] for name in self.key)


@dataclass(frozen=True, slots=True)
class Template:
    """Conventions of a region's template for some years.

    ``required``: what it prescribes for a section (``measure`` or ``measure/column``; ``items``: columns of each line of
    spending); ``operating_is_public``: its operating cost and institutions' public expenditure are 公用经费 of basic expenditure.
    """

    name: str
    region_prefix: str
    years: tuple[int, ...]
    section_order: tuple[str, ...]
    zero_base_pct: str
    budget_basis: str
    operating_is_public: bool
    required: dict[str, tuple[str, ...]]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines()))


def _with_examples(entry: dict[str, Any], key: str, source: str) -> str:
    pattern: str = entry[key]
    for example in entry.get("examples", []):
        if not re.search(pattern, example):
            raise TermsError(f"{source}: pattern {pattern!r} does not match its example {example!r}")
    return pattern


@cache
def units() -> tuple[Unit, ...]:
    """All units, longest name first."""
    found = [Unit(**entry) for entry in _toml("units.toml")["unit"]]
    return tuple(sorted(found, key=lambda unit: -len(unit.name)))


@cache
def unit_kind(name: str) -> str:
    """``money``, ``percent``, ``count``, or an empty text for an unknown unit."""
    return next((unit.kind for unit in units() if unit.name == name), "")


@cache
def measures() -> dict[str, Measure]:
    """The taxonomy, by id, in the order of the file."""
    found: dict[str, Measure] = {}
    for entry in _toml("measures.toml")["measure"]:
        lists = {name: tuple(entry.get(name, ())) for name in ("sections", "aliases", "following", "units")}
        measure = Measure(**{**entry, **lists})
        if measure.id in found:
            raise TermsError(f"measures.toml: {measure.id} is defined twice")
        found[measure.id] = measure
    for measure in found.values():
        for other in (measure.parent, measure.after, measure.amounts, measure.part, measure.base, measure.jointly):
            if other and other not in found:
                raise TermsError(f"measures.toml: {measure.id} names the unknown measure {other}")
    return found


@cache
def relations() -> tuple[Relation, ...]:
    """All relations, in the order of the file."""
    return tuple(
        Relation(
            entry["column"],
            frozenset(entry["kinds"]),
            _with_examples(entry, "pattern", "phrases.toml"),
            entry.get("sign", 0),
            entry.get("basis", ""),
            tuple(entry.get("behind", ())),
        )
        for entry in _toml("phrases.toml")["relation"]
    )


@cache
def passages() -> tuple[Passage, ...]:
    """All openers of passages, in the order of the file."""
    return tuple(
        Passage(
            entry["into"],
            _with_examples(entry, "pattern", "phrases.toml"),
            frozenset(entry.get("sections", [])),
            entry.get("whole", False),
        )
        for entry in _toml("phrases.toml")["passage"]
    )


@cache
def comparisons() -> tuple[tuple[str, str], ...]:
    """Column and pattern of the words that compare without a figure."""
    return tuple(
        (entry["column"], _with_examples(entry, "pattern", "phrases.toml")) for entry in _toml("phrases.toml")["comparison"]
    )


@cache
def openings() -> tuple[str, ...]:
    """Patterns of sentence openings that end a passage."""
    return tuple(_with_examples(entry, "pattern", "phrases.toml") for entry in _toml("phrases.toml")["opening"])


@cache
def sections() -> dict[str, Section]:
    """The parts of a disclosure, by id, in the order of the newest template."""
    return {
        entry["id"]: Section(
            entry["id"],
            entry["label"],
            _with_examples(entry, "title", "sections.toml"),
            entry.get("part", False),
            entry.get("within", ""),
        )
        for entry in _toml("sections.toml")["section"]
    }


@cache
def forms() -> dict[str, Any]:
    """The vocabulary of the performance forms."""
    return _toml("forms.toml")


@dataclass(frozen=True, slots=True)
class StatutoryTable:
    """One of the nine statutory tables (see ``data/tables.toml``): how its title and its columns are known."""

    id: str
    label: str
    title: str
    shape: str
    columns: dict[str, str]


@cache
def statutory_tables() -> tuple[StatutoryTable, ...]:
    """The nine statutory tables, in their order."""
    return tuple(
        StatutoryTable(
            entry["id"], entry["label"], _with_examples(entry, "title", "tables.toml"), entry["shape"], entry["columns"]
        )
        for entry in _toml("tables.toml")["table"]
    )


@cache
def statutory_words() -> dict[str, Any]:
    """The vocabulary that the statutory tables share: headings, totals, units, notes, labels."""
    data = _toml("tables.toml")
    return {name: value for name, value in data.items() if name != "table"}


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """Short words of everyday speech to what they stand for, for search."""
    return {entry["short"]: tuple(entry["means"]) for entry in _toml("search.toml")["alias"]}


@cache
def found_pages() -> tuple[dict[str, str], ...]:
    """Pages of the site that search finds by name: title, url, and words that people use for them."""
    return tuple(_toml("search.toml")["page"])


@cache
def resource_schemas() -> dict[str, Resource]:
    """The published resources, by name, in the order of publication."""
    data = _toml("resources.toml")
    first = Field("disclosure_id", "string", "决算公开编号", "Id of the disclosure: region, department, year.", "")
    found = {}
    for name, entry in data["resource"].items():
        blocks = [field for block in entry.get("blocks", []) for field in data["shared"][block]]
        fields = (first, *(Field(*field) for field in [*entry["fields"], *blocks]))
        found[name] = Resource(
            name,
            entry["title"],
            entry["description"],
            fields,
            tuple(entry["key"]),
            entry.get("foreign", {}),
            entry.get("enum", {}),
        )
    return found


@cache
def regions() -> dict[str, tuple[str, str]]:
    """GB/T 2260: code to (name, code of the region above)."""
    return {row["code"]: (row["name"], row["parent"]) for row in _table("regions.csv")}


@cache
def classification(kind: str, year: int) -> dict[str, str]:
    """Code to name of the ``functional`` or ``economic`` classification in force in a fiscal year."""
    return {
        row["code"]: row["name"]
        for row in _table(f"{kind}.csv")
        if int(row["from_year"]) <= max(year, 2023) and (not row["to_year"] or year <= int(row["to_year"]))
    }


@cache
def former_classes() -> dict[str, str]:
    """Former names of classes of the functional classification, with their codes; departments go on printing them.

    Source: the Ministry of Finance's yearly classification (政府收支分类科目), editions of 2007 to 2020.
    """
    return {row["name"]: row["code"] for row in _table("functional_former.csv")}


@cache
def class_code(name: str) -> str:
    """The code of a class by its present or a former name, with or without 支出 at its end; empty for an unknown name."""
    present = {name: code for code, name in classification("functional", 2024).items() if len(code) == 3}
    known = former_classes() | present
    return known.get(name) or known.get(f"{name}支出", "")


@cache
def template(region_code: str, year: int) -> Template | None:
    """The conventions that hold for a region and year, if any are recorded; the nearest earlier year otherwise."""
    found = []
    for entry in sorted((_DATA / "regions").iterdir(), key=lambda path: path.name):
        data = tomllib.loads(entry.read_text(encoding="utf-8"))
        if region_code.startswith(data["region_prefix"]):
            found.append(
                Template(
                    data["name"],
                    data["region_prefix"],
                    tuple(data["years"]),
                    tuple(data["section_order"]),
                    data["zero_base_pct"],
                    data["budget_basis"],
                    data.get("operating_is_public", False),
                    {section: tuple(names) for section, names in data.get("required", {}).items()},
                )
            )
    earlier = [one for one in found if min(one.years) <= year]
    return max(earlier, key=lambda one: max(one.years), default=found[0] if found else None)
