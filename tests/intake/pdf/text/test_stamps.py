"""What is stamped upon several pages beside names is no part of them; what stands on one is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.model import Document
from tests.intake.pdf.drawn import FONT, ruled

PAGES = (
    ("群众体育 6,204.18", "体育竞赛 83.57", "合计 6,287.75"),
    ("文物保护 941.06", "博物馆 1,530.29", "合计 2,471.35"),
    ("图书馆 77.42", "文化活动 318.90", "合计 396.32"),
)
MIDDLE = 650.0
"""Where the second of three rows stands."""


def printed(
    path: Path,
    text: str,
    *,
    lift: float = 0,
    pages: int = 3,
    size: float = 12,
    first: bool = False,
    left: float = 170,
    rows: tuple[tuple[str, ...], ...] = PAGES,
) -> Document:
    """A table on each page, and a stamp on some of them, in the cell of the second name."""
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1)
    for number, page in enumerate(rows):
        if first and number < pages:
            stamp(canvas, text, left, lift, size)
        ruled(canvas, [50, 250, 400], [100, 130, 160, 190])
        canvas.setFont(FONT, 12)
        for i, row in enumerate(page):
            label, amount = row.split()
            canvas.drawString(60, 680 - 30 * i, label)
            canvas.drawRightString(395, 680 - 30 * i, amount)
        if not first and number < pages:
            stamp(canvas, text, left, lift, size)
        canvas.setFont(FONT, 12)
        canvas.drawCentredString(300, 30, f"- {number + 4} -")
        canvas.showPage()
    canvas.save()
    return intake.read(path)


def stamp(canvas: Canvas, text: str, left: float, lift: float, size: float) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(left, MIDDLE + lift, text)


def cells(document: Document) -> list[str]:
    rows = [row for row in document.text.splitlines() if "\t" in row]
    return ["".join(cell.split()) for row in rows for cell in row.split("\t")]


def plain(rows: tuple[tuple[str, ...], ...] = PAGES) -> list[str]:
    return [cell for page in rows for row in page for cell in row.split()]


@pytest.mark.slow
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("lift", [0, 2, -2])
@pytest.mark.parametrize("text", ["传阅件", "7号柜", "3081"])
def test_a_stamp_on_each_page_is_part_of_no_name(
    tmp_path: Path, text: str, lift: float, *, first: bool
) -> None:
    document = printed(tmp_path / "a.pdf", text, lift=lift, first=first)
    assert cells(document) == plain()
    (told,) = document.remarks
    assert text in told and "page 1 and 2 more" in told and "as a watermark" in told


@pytest.mark.slow
def test_a_stamp_off_the_line_needs_two_pages(tmp_path: Path) -> None:
    document = printed(tmp_path / "a.pdf", "传阅件", lift=2, pages=2)
    assert cells(document) == plain() and "传阅件" in document.remarks[0]


@pytest.mark.slow
@pytest.mark.parametrize(("lift", "pages"), [(2, 1), (0, 2), (0, 1)])
def test_what_fewer_pages_show_stays_and_is_told(tmp_path: Path, lift: float, pages: int) -> None:
    document = printed(tmp_path / "a.pdf", "传阅件", lift=lift, pages=pages)
    assert cells(document)[2] == "体育竞赛传阅件"
    assert len(document.remarks) == pages
    assert all("传阅件 is drawn apart" in one for one in document.remarks)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "left_out"), [(22, False), (36, True)])
def test_what_is_too_large_for_its_cell_is_a_stamp_on_one_page(
    tmp_path: Path, size: float, *, left_out: bool
) -> None:
    document = printed(tmp_path / "a.pdf", "密", pages=1, size=size, left=195, lift=-4)
    assert (cells(document) == plain()) == left_out
    (told,) = document.remarks
    assert "密" in told and ("as a watermark" in told) == left_out


@pytest.mark.slow
def test_the_number_of_a_page_in_the_last_row_is_told(tmp_path: Path) -> None:
    document = printed(tmp_path / "a.pdf", "- 61 -", lift=-30, pages=1)
    assert any("-61- is drawn apart" in one for one in document.remarks)


@pytest.mark.slow
def test_a_stamp_beside_an_amount_is_told(tmp_path: Path) -> None:
    document = printed(tmp_path / "a.pdf", "注意", left=280, pages=1)
    assert "注意 is drawn apart" in document.remarks[0]


@pytest.mark.slow
def test_words_that_stand_on_each_page_stay_with_what_they_belong_to(tmp_path: Path) -> None:
    rows = tuple((row, f"其中：{row}", total) for row, _, total in PAGES)
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for page in rows:
        ruled(canvas, [50, 250, 400], [100, 130, 160, 190])
        canvas.setFont(FONT, 12)
        for i, row in enumerate(page):
            label, amount = row.split()
            lead, _, rest = label.rpartition("：")
            canvas.drawString(60, 680 - 30 * i, lead + "：" * bool(lead))
            canvas.drawString(60 + 36 * bool(lead), 680 - 30 * i, rest)
            canvas.drawRightString(395, 680 - 30 * i, amount)
        canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert cells(document) == plain(rows) and document.remarks == ()
