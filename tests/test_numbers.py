"""The numbers of versions are of three parts, and the program hands them on."""

from __future__ import annotations

import re

import juesuan
from juesuan import numbers


def test_the_program_hands_its_numbers_on() -> None:
    for name in ("__version__", "DATA_MODEL", "API"):
        assert re.fullmatch(r"\d+\.\d+\.\d+", getattr(numbers, name))
        assert getattr(juesuan, name) is getattr(numbers, name)
