"""How prose introduces a figure, opens a passage, ends one, and compares without a figure."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks, entries
from juesuan.terms.resources import columns_of
from juesuan.terms.sections import sections
from juesuan.terms.written import Exemplified, Expected, Many, Model, Regex


class Relation(Exemplified):
    """How a figure is introduced, and which column it fills."""

    column: str = Field(description="The column of a measure that the figure fills.")
    kinds: Many[Literal["money", "percent", "count"]] = Field(
        min_length=1, description="Kinds of units that the figure may have."
    )
    pattern: Regex = Field(description="What stands immediately before the numeral.")
    sign: Literal[-1, 0, 1] = Field(0, description="What the words mean for the number.")
    basis: Literal["", "prior", "budget"] = Field(
        "", description="To which comparison a reason that follows belongs."
    )
    behind: Many[str] = Field((), description="Columns one of which the last figure filled.")


class Passage(Exemplified):
    """What opens a passage that is published as text."""

    into: Annotated[
        str,
        StringConstraints(pattern=r"^(reason|usage|text:[a-z_]+)$"),
        Expected("reason, usage, or text: and the kind of the text"),
    ] = Field(description="Reason columns of the current subject, or a kind of text.")
    pattern: Regex = Field(description="The words that open it.")
    sections: Many[str] = Field((), description="Sections in which they do; all if none is told.")
    whole: bool = Field(
        False, description="Whether it reaches to the next such passage, whatever it speaks of."
    )
    figures: bool = Field(
        False, description="Whether figures inside are read too, where they are understood."
    )


class Opening(Exemplified):
    """How a sentence begins after which a passage is over, besides a subject with its figure."""

    pattern: Regex = Field(description="The words with which the sentence begins.")


class Comparison(Exemplified):
    """Words that compare without a figure."""

    column: Literal["change_word", "variance_word"] = Field(description="The column of the word.")
    pattern: Regex = Field(
        description="The words; the group `word` is published. The measure stands before them."
    )


class PhrasesFile(Model):
    """How documents say it: over text without spaces and with half-width punctuation."""

    relation: Many[Relation]
    passage: Many[Passage]
    opening: Many[Opening]
    comparison: Many[Comparison]


@cache
def relations(folder: Path = DATA) -> tuple[Relation, ...]:
    """All relations, in the order of the file.

    Raises:
        TermsError: if the file is wrong.
    """
    return _phrases(folder).relation


@cache
def passages(folder: Path = DATA) -> tuple[Passage, ...]:
    """All openers of passages, in the order of the file."""
    return _phrases(folder).passage


@cache
def comparisons(folder: Path = DATA) -> tuple[tuple[str, str], ...]:
    """Column and pattern of the words that compare without a figure."""
    return tuple((one.column, one.pattern) for one in _phrases(folder).comparison)


@cache
def openings(folder: Path = DATA) -> tuple[str, ...]:
    """Patterns of sentence openings that end a passage."""
    return tuple(one.pattern for one in _phrases(folder).opening)


@cache
def _phrases(folder: Path) -> PhrasesFile:
    check = partial(_check, folder=folder)
    return toml("phrases.toml", PhrasesFile, folder).checked(check)


def _check(file: PhrasesFile, checks: Checks, folder: Path) -> None:
    columns = columns_of("measures", folder)
    for path, relation in entries("relation", file.relation):
        checks.known((*path, "column"), relation.column, columns, "a column of measures")
        checks.all_known((*path, "behind"), relation.behind, columns, "a column of measures")
        checks.examples(path, relation, re.compile(rf"(?:{relation.pattern})$").search)
    for path, passage in entries("passage", file.passage):
        checks.all_known((*path, "sections"), passage.sections, sections(folder), "a section")
        checks.examples(path, passage, re.compile(passage.pattern).search)
    for path, opening in entries("opening", file.opening):
        checks.examples(path, opening, re.compile(opening.pattern).match)
    for path, comparison in entries("comparison", file.comparison):
        pattern = re.compile(comparison.pattern)
        checks.examples(path, comparison, pattern.search)
        if "word" not in pattern.groupindex:
            checks.add((*path, "pattern"), "a group (?P<word>…) in it")
