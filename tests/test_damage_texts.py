"""Damaged texts are read or refused, in bounded time, and what they lose is told."""

from __future__ import annotations

import time

import pytest

from tests.damage_texts import DAMAGES, is_silent, outcome, read, sources, variants
from tests.made import disclosure

MADE = disclosure()


def test_there_are_kinds_enough() -> None:
    assert len(DAMAGES) >= 40


@pytest.mark.slow
def test_damaged_texts_break_nothing_and_little_is_silent() -> None:
    texts = sources()
    before = {name: read(text) for name, text in texts.items()}
    found, longest = [], 0.0
    for _, name, text in variants(2 * len(DAMAGES), texts):
        began = time.perf_counter()
        found.append(outcome(before[name], text))
        longest = max(longest, time.perf_counter() - began)
    assert longest < 20
    assert found.count("silent") <= len(found) // 10


@pytest.mark.slow
def test_a_figure_that_leaves_its_cell_without_a_word_is_silent() -> None:
    before = read(MADE)
    unsaid = read(MADE.replace("占42.86%", "占13.00%"))
    told = read(MADE.replace("占42.86%", "占4■.86%"))
    assert is_silent(before, unsaid) and not is_silent(before, told)
    assert not is_silent(before, before)
