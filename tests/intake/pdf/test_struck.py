"""What is struck out."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.grids import Ruling
from juesuan.intake.pdf.lines import Glyph
from juesuan.intake.pdf.struck import without_struck


def glyphs(text: str, left: int = 100, top: int = 200) -> list[Glyph]:
    return [
        Glyph(char, left + 40 * i, top - 15, left + 40 * i + 38, top + 75, 1, top, top + 60)
        for i, char in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (Ruling(True, 230, 95, 345), "\ufffd" * 6),
        (Ruling(True, 230, 95, 225), "\ufffd" * 3 + ".57"),
        (Ruling(True, 262, 95, 345), "408.57"),
        (Ruling(True, 195, 95, 345), "408.57"),
        (Ruling(True, 230, 0, 2_000), "408.57"),
        (Ruling(False, 230, 95, 345), "408.57"),
    ],
)
def test_a_line_through_characters_strikes_them_out(line: Ruling, read: str) -> None:
    border = Ruling(True, 300, 0, 3_000)
    page, found = without_struck([line, border], glyphs("408.57"))
    assert "".join(one.char for one in found) == read
    assert (line in page) == ("\ufffd" not in read) and border in page
