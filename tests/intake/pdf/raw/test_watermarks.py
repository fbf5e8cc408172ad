"""Text that lies across what is printed belongs to no label and no number."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from tests.intake.pdf.drawn import FONT, ruled

ROWS = ["住房保障支出 3,118.40", "卫生健康支出 207.35", "教育支出 96.08"]


def page(canvas: Canvas, kind: str, angle: float, *, first: bool) -> None:
    """A page of a table with a watermark before or behind it."""
    if first:
        across(canvas, kind, angle)
    ruled(canvas, [50, 250, 400], [100, 130, 160, 190])
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont(FONT, 12)
    for i, row in enumerate(ROWS):
        label, amount = row.split()
        canvas.drawString(60, 680 - 30 * i, label)
        canvas.drawRightString(395, 680 - 30 * i, amount)
    if not first:
        across(canvas, kind, angle)
    canvas.showPage()


def across(canvas: Canvas, kind: str, angle: float) -> None:
    canvas.saveState()
    canvas.setFont(FONT, 14 if kind == "small" else 40)
    if kind == "pale":
        canvas.setFillColorRGB(0.85, 0.85, 0.85)
    if kind in ("transparent", "small"):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.setFillAlpha(0.25)
    if kind == "opaque":
        canvas.setFillColorRGB(0.8, 0, 0)
    canvas.translate(100, 640)
    canvas.rotate(angle)
    if angle == 90:
        canvas.translate(-200, -230)
    canvas.drawString(0, 0, "内部草稿2031")
    canvas.restoreState()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pale", "transparent", "small", "opaque"])
@pytest.mark.parametrize("angle", [0, 45, 90])
@pytest.mark.parametrize(("pages", "first"), [(1, True), (3, False)])
def test_a_watermark_mixes_into_nothing(
    tmp_path: Path, kind: str, angle: float, pages: int, *, first: bool
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for _ in range(pages):
        page(canvas, kind, angle, first=first)
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert document.text.splitlines() == [row.replace(" ", "\t") for row in ROWS] * pages
    (told,) = document.remarks
    assert "内部草稿2031" in told
    assert "as a watermark" in told


@pytest.mark.slow
@pytest.mark.parametrize(("lower", "left_out"), [(0, False), (5, True), (15, False)])
def test_pale_text_between_two_lines_is_a_watermark(
    tmp_path: Path, lower: float, *, left_out: bool
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont(FONT, 11)
    for i, row in enumerate(ROWS):
        canvas.drawString(60, 680 - 30 * i, row)
    canvas.setFillColorRGB(0.75, 0.75, 0.75)
    canvas.drawString(190, 680 - lower, "样本")
    canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert ("样本" not in document.text) == left_out == bool(document.remarks)


def test_text_that_is_far_larger_than_the_rest_is_a_watermark_wherever_it_stands(
    tmp_path: Path,
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont(FONT, 11)
    for i, row in enumerate(ROWS):
        canvas.drawString(60, 680 - 30 * i, row)
    canvas.setFont(FONT, 50)
    canvas.drawString(300, 300, "样本")
    canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert "样本" not in document.text and "样本" in document.remarks[0]


@pytest.mark.slow
def test_titles_notes_and_pale_print_are_none(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for _ in range(3):
        canvas.setFont(FONT, 30)
        canvas.drawString(60, 740, "决算公开")
        canvas.setFont(FONT, 11)
        canvas.setFillColorRGB(0.7, 0.7, 0.7)
        canvas.drawString(60, 700, "单位:万元")
        canvas.setFillColorRGB(0, 0, 0)
        for i, row in enumerate(ROWS):
            canvas.drawString(60, 680 - 30 * i, row)
        canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    printed = "".join(("决算公开单位:万元", *ROWS)).replace(" ", "")
    assert "".join(document.text.split()) == printed * 3
    assert document.remarks == ()


@pytest.mark.slow
@pytest.mark.parametrize(("size", "left_out"), [(12, False), (15, True), (18, True), (21, True)])
@pytest.mark.parametrize("at", [(64, 0), (70, -5), (352, 3)])
def test_black_text_upon_smaller_text_is_a_watermark(
    tmp_path: Path, size: float, at: tuple[float, float], *, left_out: bool
) -> None:
    canvas = Canvas(str(tmp_path / "b.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 250, 400], [100, 130, 160, 190])
    canvas.setFont(FONT, 12)
    for i, row in enumerate(ROWS):
        label, amount = row.split()
        canvas.drawString(60, 680 - 30 * i, label)
        canvas.drawRightString(395, 680 - 30 * i, amount)
    canvas.setFont(FONT, size)
    canvas.drawString(at[0], 650 + at[1], "送审")
    canvas.save()
    document = intake.read(tmp_path / "b.pdf")
    assert ("送" not in document.text) == left_out
    (told,) = document.remarks
    assert "送" in told and ("as a watermark" in told) == left_out
