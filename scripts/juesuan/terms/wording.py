"""How documents say it: relations, passages, headings, the words of forms and of the statutory tables, everyday names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from juesuan.terms.load import toml, with_examples

ORDINAL = r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]部分)"
"""Pattern of a heading's number in text without spaces."""


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
class StatutoryTable:
    """One of the nine statutory tables (see ``data/tables.toml``): how its title and its columns are known."""

    id: str
    label: str
    title: str
    shape: str
    columns: dict[str, str]


@cache
def relations() -> tuple[Relation, ...]:
    """All relations, in the order of the file."""
    return tuple(
        Relation(
            entry["column"],
            frozenset(entry["kinds"]),
            with_examples(entry, "pattern", "phrases.toml"),
            entry.get("sign", 0),
            entry.get("basis", ""),
            tuple(entry.get("behind", ())),
        )
        for entry in toml("phrases.toml")["relation"]
    )


@cache
def passages() -> tuple[Passage, ...]:
    """All openers of passages, in the order of the file."""
    return tuple(
        Passage(
            entry["into"],
            with_examples(entry, "pattern", "phrases.toml"),
            frozenset(entry.get("sections", [])),
            entry.get("whole", False),
        )
        for entry in toml("phrases.toml")["passage"]
    )


@cache
def comparisons() -> tuple[tuple[str, str], ...]:
    """Column and pattern of the words that compare without a figure."""
    return tuple(
        (entry["column"], with_examples(entry, "pattern", "phrases.toml"))
        for entry in toml("phrases.toml")["comparison"]
    )


@cache
def openings() -> tuple[str, ...]:
    """Patterns of sentence openings that end a passage."""
    return tuple(
        with_examples(entry, "pattern", "phrases.toml") for entry in toml("phrases.toml")["opening"]
    )


@cache
def sections() -> dict[str, Section]:
    """The parts of a disclosure, by id, in the order of the newest template."""
    return {
        entry["id"]: Section(
            entry["id"],
            entry["label"],
            with_examples(entry, "title", "sections.toml"),
            entry.get("part", False),
            entry.get("within", ""),
        )
        for entry in toml("sections.toml")["section"]
    }


@cache
def statutory_tables() -> tuple[StatutoryTable, ...]:
    """The nine statutory tables, in their order."""
    return tuple(
        StatutoryTable(
            entry["id"],
            entry["label"],
            with_examples(entry, "title", "tables.toml"),
            entry["shape"],
            entry["columns"],
        )
        for entry in toml("tables.toml")["table"]
    )


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """Short words of everyday speech to what they stand for, for search."""
    return {entry["short"]: tuple(entry["means"]) for entry in toml("search.toml")["alias"]}


@cache
def found_pages() -> tuple[dict[str, str], ...]:
    """Pages of the site that search finds by name: title, url, and words that people use for them."""
    return tuple(toml("search.toml")["page"])
