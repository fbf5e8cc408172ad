"""Which tables lack lines between their columns."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.intake.pdf.tables.grids import Field, Grid
from juesuan.intake.pdf.tables.lacking import _whole
from juesuan.intake.pdf.text.lines import lines
from tests.intake.pdf.tables.test_bands import glyphs
from tests.made_pdf import Made
from tests.made_shapes import Shape, draw


@pytest.mark.slow
@pytest.mark.parametrize(("lines", "ruled"), [("full", True), ("outer", False), ("level", False)])
def test_only_tables_that_lack_lines_are_told_by_their_words(
    lines: str, ruled: bool, tmp_path: Path
) -> None:
    document = intake.read(draw(Made(21), Shape(lines), tmp_path / "a.pdf"))
    coded = [one for one in document.tables if one.width in (7, 10, 11)]
    assert coded and {one.is_ruled for one in coded} == {ruled}


@pytest.mark.slow
def test_level_lines_below_no_title_are_no_table(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    from tests.intake.pdf.drawn import FONT

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont(FONT, 10)
    for row, texts in enumerate([("甲", "乙"), ("201", "7.10"), ("205", "8.20"), ("208", "9.30")]):
        for x, text in zip((60, 300), texts, strict=True):
            canvas.drawString(x, 690 - 20 * row, text)
    for row in range(5):
        canvas.line(50, 703 - 20 * row, 500, 703 - 20 * row)
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").tables == ()


class Held:
    """A table of one row, each cell of which holds lines below one another."""

    def __init__(self, *cells: tuple[str, ...]) -> None:
        edges = [1000 * at for at in range(len(cells) + 1)]
        boxes = [(left, 0, right, 900) for left, right in pairwise(edges)]
        fields = (Field(0, at, 1, 1, box) for at, box in enumerate(boxes))
        self.grid = Grid(tuple(fields), len(cells), (0, 0, edges[-1], 900))
        self.cells = [
            [
                one
                for row, text in enumerate(cell)
                for one in glyphs(text, 1000 * at, 100 * row, row)
            ]
            for at, cell in enumerate(cells)
        ]


@pytest.mark.parametrize(
    ("cells", "lacks"),
    [
        ([("合计", "7.10"), ("基本支出", "4.10"), ("项目支出", "3.00")], True),
        ([("201", "205"), ("7.10", "8.20"), ("4.10", "8.20")], True),
        ([("1,357,", "902.10"), ("1,246,", "801.00"), ("2,468,", "013.50")], False),
        ([("-", "902.10"), ("1,246.", "80"), ("2,468,", "013.50")], False),
        ([("某项目", "支出"), ("7.10",), ("4.10",), ("3.00",)], False),
    ],
)
def test_amounts_below_something_else_lack_lines(
    cells: list[tuple[str, ...]], *, lacks: bool
) -> None:
    held = Held(*cells)
    title = lines(glyphs("支出决算表", 0, -300, 99))
    assert (held.grid not in _whole([held], title)) is lacks
