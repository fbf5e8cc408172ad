"""The words that rules look for in published texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from juesuan import terms

WORDS = terms.words("check")
"""All of them, by name."""

UP = (*WORDS.words("up"), *WORDS.words("either"))
DOWN = (*WORDS.words("down"), *WORDS.words("either"))
"""Said of a figure that grew, that shrank; some are said of both."""

EVEN = WORDS.words("even")
"""Said of a figure that did not change."""

BREAK = re.compile("[，。；：、,;:（）()]")
"""Marks at which a clause ends."""


def says(text: str, words: Iterable[str]) -> bool:
    """Whether one of these words stands in a text."""
    return any(word in text for word in words)
