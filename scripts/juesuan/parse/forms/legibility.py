"""Whether a cell's text can be read, or was scrambled by extraction.

A narrow column read downwards gives Chinese characters in an order that makes no words. The share
of characters that belong to dictionary words of two or more characters tells it from prose.
"""

from __future__ import annotations

import re
from functools import cache

LEAST = 0.42
"""The smallest share of characters in words that a legible text has (measured, see the tests)."""

SHORTEST = 9
"""Chinese characters below which nothing is said."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@cache
def is_legible(text: str) -> bool:
    """Whether a text of a form's cell makes sense as Chinese.

    Args:
        text: clean characters without spaces.

    >>> is_legible("根据实际已执行的项目验收情况，验收合格率为100%")
    True
    >>> is_legible("剩金托项款合定项务后支余为费目根同将目完方付资委用尾据约在服成可")
    False
    """
    total = sum(map(len, _CHINESE.findall(text)))
    return total < SHORTEST or share_in_words(text) >= LEAST


def share_in_words(text: str) -> float:
    """Share of the Chinese characters that stand in words of two or more characters, 0 to 1."""
    import rjieba  # here, because it is slow to import and seldom needed

    runs = _CHINESE.findall(text)
    total = sum(map(len, runs))
    words = sum(len(word) for run in runs for word in rjieba.cut(run, hmm=False) if len(word) > 1)
    return words / total if total else 1.0
