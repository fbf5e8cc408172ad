"""The words that the statutory tables share, as their reading asks for them."""

from __future__ import annotations

import re

from juesuan import terms

WORDS = terms.words("statutory")
"""Titles' surroundings, units, notes, headings and labels."""

ORDINAL = WORDS.pattern("ordinal")
"""The number of a line of a summary table."""


def contains(text: str, name: str) -> re.Match[str] | None:
    """Where an entry of the words is found in a text."""
    return WORDS.pattern(name).search(text)


def is_whole(text: str, name: str) -> bool:
    """Whether a text is an entry of the words and nothing else."""
    return WORDS.pattern(name).fullmatch(text) is not None
