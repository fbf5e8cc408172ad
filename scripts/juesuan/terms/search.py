"""What people type into the search: everyday names, and pages of the site by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks, entries
from juesuan.terms.written import Expected, Many, Model, Text


class Alias(Model):
    """A short word and what it stands for in names of departments, items and terms."""

    short: Text = Field(description="The short word.")
    means: Many[str] = Field(min_length=1, description="What is written out in documents.")


class FoundPage(Model):
    """A page of the site that search finds by name."""

    title: Text = Field(description="Its title.")
    url: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z-]+/$"),
        Expected("an address below the site's, such as guide/"),
    ] = Field(description="Its address below the site's.")
    also: str = Field("", description="Words that people use for it, separated by spaces.")


class SearchFile(Model):
    """How people call things. Sources: common usage; each line is read by a person."""

    alias: Many[Alias]
    page: Many[FoundPage]


@cache
def aliases(folder: Path = DATA) -> dict[str, tuple[str, ...]]:
    """Short words of everyday speech to what they stand for, for search.

    Raises:
        TermsError: if the file is wrong.
    """
    return {alias.short: alias.means for alias in _search(folder).alias}


@cache
def found_pages(folder: Path = DATA) -> tuple[dict[str, str], ...]:
    """Pages of the site that search finds by name: title, url, and words that people use."""
    return tuple(page.model_dump() for page in _search(folder).page)


@cache
def _search(folder: Path) -> SearchFile:
    return toml("search.toml", SearchFile, folder).checked(_check)


def _check(file: SearchFile, checks: Checks) -> None:
    checks.once(((*path, "short"), one.short) for path, one in entries("alias", file.alias))
    checks.once(((*path, "url"), one.url) for path, one in entries("page", file.page))
