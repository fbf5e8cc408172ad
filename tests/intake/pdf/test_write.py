"""The text of all pages, each character with its box."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.pdf.page.layout import laid_out
from juesuan.intake.pdf.supervise import raw_pages
from juesuan.intake.pdf.write import Draft
from tests.intake.pdf.drawn import drawn, ruled


@pytest.mark.slow
def test_every_character_has_its_page_and_box(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "甲1.11")], [(70, 200, "乙2.22万元")])
    document = intake.read(path)
    at = document.text.index("2.22")
    box = document.box_of(at, at + 4)
    assert document.page_of(at) == 2 and box and box.page == 2
    assert (
        81 < box.left < 84
        and 100 < box.right < 106
        and 188 < box.top < 196
        and 199 < box.bottom < 203
    )
    assert document.box_of(document.text.index("\n"), document.text.index("\n") + 1) is None


@pytest.mark.slow
def test_a_table_behind_a_page_break_keeps_its_columns(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for number, (xs, cells) in enumerate(
        [
            ([50, 100, 300, 400], [(60, 690, "code"), (110, 690, "name"), (310, 690, "1.00")]),
            ([50, 300, 400], [(60, 60, "rest"), (310, 60, "2.00")]),
        ]
    ):
        ruled(canvas, xs, [680, 700, 720] if number == 0 else [50, 70, 90])
        canvas.setFont("Helvetica", 9)
        for x, y, text in [*cells, (290, 785, f"- {number + 1} -")]:
            canvas.drawString(x, 800 - y - 6, text)
        canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert [table.width for table in document.tables] == [3, 3]
    assert "code\tname\t1.00\n" in document.text and "rest\t\t2.00\n" in document.text
    assert [
        (page.number, document.text[page.start : page.end].count("\n")) for page in document.pages
    ] == [(1, 3), (2, 3)]


@pytest.mark.slow
@pytest.mark.parametrize("is_own", [True, False])
def test_tables_of_what_another_program_recognised_wait_for_their_sums(
    tmp_path: Path, is_own: bool
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 300, 400], [50, 70, 90])
    canvas.setFont("Helvetica", 9)
    for x, y, text in [(60, 60, "rest"), (310, 60, "2.00")]:
        canvas.drawString(x, 800 - y - 6, text)
    canvas.save()
    (raw,) = raw_pages(tmp_path / "a.pdf")
    draft = Draft()
    draft.page(replace(raw, recognised=8, is_own=is_own), laid_out(raw, None))
    draft.flush()
    assert [one.is_ruled for one in draft.tables] == [is_own]


@pytest.mark.slow
def test_a_thousand_pages_are_read_page_by_page(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", *[[(50, 100, f"第{i}页正文{i}.00万元")] for i in range(1000)])
    document = intake.read(path)
    assert len(document.pages) == 1000 and document.page_of(document.text.index("999.00")) == 1000
