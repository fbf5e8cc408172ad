"""What rules ask and what search answers, in English, for pages in English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.terms.load import DATA, toml
from juesuan.terms.roles import Role
from juesuan.terms.written import Expected, Many, Model, Text

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


class Answer(Model):
    """What answers of search say."""

    phrases: Many[Many[Text]] = Field(
        min_length=1,
        description="Pairs: what they say in Chinese, with holes in braces, and that in English.",
    )


class Spoken(Model):
    """Words of questions and how sources say them."""

    said: Many[Many[Text]] = Field(
        (), description="Pairs: English words, and Chinese ones that mean them, parted by spaces."
    )


class Unit(Model):
    """A unit of numbers."""

    written: Text = Field(description="As it is printed.")
    one: str = Field(description="What one of it is called.")
    many: str = Field("", description="What several are called, where that is another word.")
    power: int | None = Field(None, description="Of money the power of ten that makes it yuan.")


class Scale(Model):
    """A word for a power of ten."""

    word: Text = Field(description="The word.")
    power: int = Field(description="The power.")


class Named(Model):
    """Names of a measure, or of a quotient, in questions."""

    id: Text = Field(description="Its id.")
    words: Many[Text] = Field(min_length=1, description="The names.")


class Term(Model):
    """A word that is explained where nothing else is asked."""

    words: Many[Text] = Field(min_length=1, description="The words, in small letters.")
    head: Text = Field(description="The heading of the answer.")
    says: Text = Field(description="What is said.")
    url: Text = Field(description="The page that says more, below the site's address.")
    alone: bool = Field(False, description="Whether the words need no 'what is' beside them.")


class Help(Model):
    """What search says of what readers want to do, or of what is not held, in English."""

    of: Text = Field(description="The Chinese heading in search.toml.")
    head: Text = Field(description="The heading of the answer.")
    says: Text = Field(description="What is said.")
    words: Many[Text] = Field((), description="Further words in English that ask for it.")


class WordsOfAmounts(Model):
    """Words around amounts, and such as ask for a meaning."""

    money: Many[Text] = Field((), description="Words for the currency.")
    meaning: Many[Text] = Field((), description="Words that ask what a word means.")
    ranges: Many[Text] = Field((), description="What stands between the two ends of a range.")


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
    answer: Answer = Field(description="What answers of search say.")
    unit: Many[Unit] = Field((), description="Units of numbers.")
    written: WordsOfAmounts = Field(description="Words around amounts and meanings in questions.")
    scale: Many[Scale] = Field((), description="Words for powers of ten.")
    words: Spoken = Field(
        default_factory=lambda: Spoken(said=()),
        description="Words that are looked for in Chinese sentences.",
    )
    question: dict[Role, Many[Text]] = Field(
        {}, description="Words of English questions by their part, as in search.toml."
    )
    measure: Many[Named] = Field((), description="Names of measures in English questions.")
    term: Many[Term] = Field((), description="Words that are explained.")
    help: Many[Help] = Field((), description="Help and what is absent, in English.")


@cache
def _english(folder: Path) -> EnglishFile:
    return toml("english.toml", EnglishFile, folder).content


def english_words(folder: Path = DATA) -> dict[str, str]:
    """English words, parted by spaces, to Chinese ones that mean them, parted likewise.

    Args:
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    return {one[0]: one[1] for one in _english(folder).words.said}


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


def answers_in_english(folder: Path = DATA) -> EnglishFile:
    """What search needs to understand English questions and to answer in English.

    Args:
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    return _english(folder)
