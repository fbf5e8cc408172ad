"""Every part that a word can play in a question has words."""

from __future__ import annotations

from typing import get_args

from juesuan import terms
from juesuan.terms.roles import Role


def test_each_part_has_words() -> None:
    parts = get_args(Role)
    assert len(set(parts)) == len(parts)
    assert terms.questions().keys() == set(parts)
    assert terms.answers_in_english().question.keys() <= set(parts)
