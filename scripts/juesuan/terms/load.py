"""Reading the files of definitions in ``terms/data``."""

from __future__ import annotations

import csv
import re
import tomllib
from importlib import resources
from typing import Any

from juesuan.errors import TermsError

DATA = resources.files("juesuan.terms") / "data"
"""The folder of the definitions."""


def toml(name: str) -> dict[str, Any]:
    """A TOML file of the folder."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the folder."""
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


def with_examples(entry: dict[str, Any], key: str, source: str) -> str:
    """A pattern of an entry, which must match each of the entry's examples."""
    pattern: str = entry[key]
    for example in entry.get("examples", []):
        if not re.search(pattern, example):
            raise TermsError(
                f"{source}: pattern {pattern!r} does not match its example {example!r}"
            )
    return pattern
