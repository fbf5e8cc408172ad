"""What rules ask, in English, for pages in English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.terms.load import DATA, toml
from juesuan.terms.written import Expected, Model, Text

RuleId = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]\d\d(-[a-z0-9]+)?$"),
    Expected("the id of a rule, such as N01 or T16-8"),
]


Sentence = Annotated[
    Text,
    StringConstraints(pattern=r"^([^{}]|\{((left|right)(:yuan)?|column)\})+$"),
    Expected("a sentence whose braces hold left, right, left:yuan, right:yuan or column"),
]


class EnglishFile(Model):
    """Titles in English; those in Chinese are of the rules' own functions."""

    rule: dict[RuleId, Text] = Field(
        description="What a rule asks, by its id; without a full stop."
    )
    held: dict[RuleId, Sentence] = Field(
        {},
        description="What is said of two sides that fit where no sign is between them.",
    )
    differ: dict[RuleId, Sentence] = Field(
        {}, description="What contradicts what where two sides differ, by the id of the rule."
    )
    more: dict[RuleId, Sentence] = Field(
        {}, description="What contradicts what where a part is more than its whole, by the id."
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


def contradiction_in_english(rule_id: str, is_more: bool, folder: Path = DATA) -> str:
    """A sentence for a contradiction, with ``{left}`` and ``{right}``; empty where none is written.

    Args:
        rule_id: the id of its rule.
        is_more: whether its left side is more than its right one and must not be; else they differ.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    file = _english(folder)
    return (file.more if is_more else file.differ).get(rule_id, "")


def held_in_english(rule_id: str, folder: Path = DATA) -> str:
    """What a rule says of two sides that fit, with ``{left}`` and ``{right}``; empty without words.

    Args:
        rule_id: the id of the rule.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    return _english(folder).held.get(rule_id, "")
