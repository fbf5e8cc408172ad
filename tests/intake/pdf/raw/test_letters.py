"""What is hidden of a number that is partly seen makes it unreadable."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.raw.calls import SAME
from juesuan.intake.pdf.raw.drawing import Piece
from juesuan.intake.pdf.raw.letters import Letter, with_torn_numbers
from juesuan.intake.pdf.raw.seen import Look

LOOK = Look("", (0, 0, 0, 255), None, Piece(1, SAME))


def line(text: str, hidden: str, apart: float = 5) -> list[Letter]:
    """Characters in a line; those below an ``x`` are hidden."""
    return [
        Letter(char, box := (apart * i, 0, apart * i + 5, 10), box, 1, 0, 10, LOOK,
               "covered" if hidden[i] == "x" else "")
        for i, char in enumerate(text)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hidden", "apart", "left"),
    [
        ("81.40", "   xx", 5, "81.\ufffd\ufffd"),
        ("81.40", "xx   ", 5, "\ufffd\ufffd.40"),
        ("81.40", "  xxx", 20, "81"),
        ("81.40", "xxxxx", 5, ""),
        ("共81", " xx", 5, "共"),
        ("81元", "  x", 5, "81"),
    ],
)
def test_a_torn_number_is_unreadable(text: str, hidden: str, apart: float, left: str) -> None:
    found = with_torn_numbers(line(text, hidden, apart))
    assert "".join(one.char for one in found if not one.why) == left
