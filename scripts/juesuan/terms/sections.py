"""The parts of a disclosure and their headings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks, entries
from juesuan.terms.written import Exemplified, Expected, Many, Model, Regex

_DIGIT = "[一二三四五六七八九十]"
ORDINAL = rf"(?:{_DIGIT}{{1,3}}、|\({_DIGIT}{{1,3}}\)|第{_DIGIT}部分)"
"""Pattern of a heading's number in text without spaces."""


class Section(Exemplified):
    """A part of a disclosure and the pattern of its heading."""

    id: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9_]+$"),
        Expected("an id of small letters, digits and _"),
    ] = Field(description="What it is called in the published data; never changes.")
    label: str = Field(description="Its heading, for people.")
    title: Regex = Field(
        description="Pattern of its heading behind the number, in text without spaces and with "
        "half-width punctuation."
    )
    part: bool = Field(False, description="Whether it is one of the numbered parts (第一部分).")
    within: str = Field("", description="The section in which it lies.")
    stands_for: str = Field(
        "", description="The section as which it is read where a disclosure has none of that id."
    )
    leads: Many[str] = Field(
        (), description="Measures of which a section with figures tells one: what it is about."
    )
    points: Many[str] = Field(
        (), description="Sections that a point of it may open by what its title is about."
    )


class SectionsFile(Model):
    """Parts of a disclosure, in the order of the newest template."""

    section: Many[Section]


@cache
def sections(folder: Path = DATA) -> dict[str, Section]:
    """The parts of a disclosure, by id, in the order of the newest template.

    Raises:
        TermsError: if the file is wrong.
    """
    file = toml("sections.toml", SectionsFile, folder).checked(_check)
    return {section.id: section for section in file.section}


def _check(file: SectionsFile, checks: Checks) -> None:
    ids = {section.id for section in file.section}
    checks.once(((*path, "id"), one.id) for path, one in entries("section", file.section))
    for path, one in entries("section", file.section):
        checks.known((*path, "within"), one.within, ids, "the id of a section")
        checks.known((*path, "stands_for"), one.stands_for, ids, "the id of a section")
        for at, point in enumerate(one.points):
            checks.known((*path, "points", at), point, ids, "the id of a section")
        checks.examples(path, one, re.compile(one.title).match)
