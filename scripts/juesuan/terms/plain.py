"""What rules ask, in a sentence for a reader who is no accountant."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.terms.english import RuleId
from juesuan.terms.load import DATA, toml
from juesuan.terms.written import Expected, Model, Text

_Sentence = Annotated[
    Text,
    StringConstraints(max_length=40, pattern=r"^.*[^。.；，]$"),
    Expected("a sentence of at most 40 characters without a full stop"),
]


class PlainFile(Model):
    """Plain sentences; the accountant's statements are of the rules' own functions."""

    rule: dict[RuleId, _Sentence] = Field(
        description="What a rule asks in plain words, by its id; without a full stop."
    )


@cache
def _plain(folder: Path) -> PlainFile:
    return toml("plain.toml", PlainFile, folder).content


def rule_in_plain(rule_id: str, folder: Path = DATA) -> str:
    """What a rule asks, in plain words; empty where that is not written.

    Args:
        rule_id: its id.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    return _plain(folder).rule.get(rule_id, "")
