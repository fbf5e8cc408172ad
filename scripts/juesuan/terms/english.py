"""What rules ask, in English, for pages in English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.terms.load import DATA, toml
from juesuan.terms.written import Expected, Model, Text

_RuleId = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]\d\d(-[a-z0-9]+)?$"),
    Expected("the id of a rule, such as N01 or T16-8"),
]


class EnglishFile(Model):
    """Titles in English; those in Chinese are of the rules' own functions."""

    rule: dict[_RuleId, Text] = Field(
        description="What a rule asks, by its id; without a full stop."
    )


@cache
def _english(folder: Path) -> EnglishFile:
    return toml("english.toml", EnglishFile, folder).content


def rule_in_english(rule_id: str, folder: Path = DATA) -> str:
    """What a rule asks, in English; empty where that is not written.

    Args:
        rule_id: its id.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    return _english(folder).rule.get(rule_id, "")
