"""Whether a cell's text can be read, or was scrambled by extraction.

A narrow column read downwards gives Chinese characters in an order that makes no words. The share
of characters that belong to dictionary words of two or more characters tells it from prose.
"""

from __future__ import annotations

import logging
import re
from functools import cache

import jieba

jieba.setLogLevel(logging.ERROR)

LEAST = 0.42
"""The smallest share of characters in words that a legible text has (measured, see the tests)."""

SHORTEST = 9
"""Chinese characters below which nothing is said."""


@cache
def _dictionary() -> jieba.Tokenizer:
    """Jieba's dictionary, read from its package.

    Its own cache would be a file in a folder that anyone can write.
    """
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


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
    chinese = re.findall(r"[\u4e00-\u9fff]+", text)
    total = sum(len(run) for run in chinese)
    if total < SHORTEST:
        return True
    return share_in_words(text) >= LEAST


def share_in_words(text: str) -> float:
    """Share of the Chinese characters that stand in words of two or more characters, 0 to 1."""
    runs = re.findall(r"[\u4e00-\u9fff]+", text)
    total = sum(len(run) for run in runs)
    words = sum(
        len(word) for run in runs for word in _dictionary().cut(run, HMM=False) if len(word) > 1
    )
    return words / total if total else 1.0
