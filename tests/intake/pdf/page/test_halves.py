"""Two pages on one sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.pdf.page.halves import halves
from juesuan.intake.pdf.supervise import raw_pages
from tests.intake.pdf.drawn import FONT

LEFT = [
    "甲部门本年度收入支出情况如下所示一共三项",
    "乙部门本年度收入支出情况如下所示一共四项",
    "丙",
]
RIGHT = [
    "丁部门下年度收入支出情况如下所示一共五项",
    "戊部门下年度收入支出情况如下所示一共六项",
    "己",
]


def sheet(path: Path, *, title: str = "", line: bool = False) -> Path:
    canvas = Canvas(str(path), pagesize=(800, 500), invariant=1)
    canvas.setFont(FONT, 15)
    canvas.drawCentredString(400, 460, title)
    for x, texts in ((40, LEFT), (450, RIGHT)):
        for row, text in enumerate(texts):
            canvas.drawString(x, 420 - 30 * row, text)
    if line:
        canvas.line(40, 200, 760, 200)
    canvas.save()
    return path


@pytest.mark.slow
def test_two_pages_side_by_side_are_read_one_behind_the_other(tmp_path: Path) -> None:
    document = intake.read(sheet(tmp_path / "a.pdf"))
    assert document.text.split() == [*LEFT, *RIGHT]
    assert len(document.pages) == 1


@pytest.mark.slow
@pytest.mark.parametrize(("title", "line"), [("某部门决算表", False), ("", True)])
def test_a_sheet_over_whose_middle_something_reaches_is_one_page(
    title: str, line: bool, tmp_path: Path
) -> None:
    (raw,) = raw_pages(sheet(tmp_path / "a.pdf", title=title, line=line))
    assert halves(raw) == [raw]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("titles", "parts"), [(("甲决算表", "乙决算表"), 2), (("甲决算表", "乙"), 1)]
)
def test_narrow_tables_below_titles_of_their_own_are_two_pages(
    titles: tuple[str, str], parts: int, tmp_path: Path
) -> None:
    """Two blocks of one table stand below one title."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(800, 500), invariant=1)
    canvas.setFont(FONT, 15)
    for x, title in zip((40, 450), titles, strict=True):
        canvas.drawString(x + 100, 460, title)
        for row in range(4):
            canvas.line(x, 440 - 30 * row, x + 150, 440 - 30 * row)
            canvas.line(x + 150, 440 - 30 * row, x + 310, 440 - 30 * row)
            canvas.drawString(x, 420 - 30 * row, f"201 {row}.25")
    canvas.save()
    (raw,) = raw_pages(tmp_path / "a.pdf")
    assert len(halves(raw)) == parts
