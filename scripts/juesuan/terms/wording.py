"""The words of forms and of the statutory tables that are not yet entries of ``words``."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from juesuan.terms.load import DATA
from juesuan.terms.written import Many, Model, Regex


class Label(Model):
    """A label of a summary table that is no numbered line."""

    kind: str
    pattern: Regex


class SharedWords(Model):
    """What ``tables.toml`` says of all statutory tables."""

    ordinal: Regex = ""
    code: Regex = ""
    name: Regex = ""
    line_number: Regex = ""
    line_row: Regex = ""
    total: Regex = ""
    unit: Regex = ""
    note: Regex = ""
    empty: Regex = ""
    note_about_table: Regex = ""
    label: Many[Label] = ()


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


@cache
def forms() -> dict[str, Any]:
    """The vocabulary of the performance forms."""
    return _toml("forms.toml")


@cache
def statutory_words() -> dict[str, Any]:
    """The vocabulary that the statutory tables share: headings, totals, units, notes, labels."""
    return {name: value for name, value in _toml("tables.toml").items() if name != "table"}
