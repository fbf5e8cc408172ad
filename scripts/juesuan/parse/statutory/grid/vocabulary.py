"""The words that the statutory tables share, as their reading asks for them."""

from __future__ import annotations

from juesuan import terms

WORDS = terms.words("statutory")
"""Titles' surroundings, units, notes, headings and labels."""

ORDINAL = WORDS.pattern("ordinal")
"""The number of a line of a summary table."""

contains = WORDS.find
"""Where an entry of these words is found in a text."""


def is_whole(text: str, name: str) -> bool:
    """Whether a text is an entry of the words and nothing else."""
    return WORDS.pattern(name).fullmatch(text) is not None
