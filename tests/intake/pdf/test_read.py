"""Files by several producers, damaged ones, real ones: each is read or refused with a message."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.file import File, Pages
from juesuan.intake.pdf.read import read_pdf
from juesuan.model import Document
from juesuan.parse import identify
from tests import fuzz
from tests.conftest import SAMPLES
from tests.intake.pdf.drawn import FONT, PDFS, drawn, refused
from tests.made_pdf import NAME, STYLES


@pytest.mark.slow
def test_a_watermark_is_left_out_and_told(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for _ in range(2):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(50, 700, "1,234.56")
        canvas.translate(80, 690)
        canvas.rotate(35)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "20240801")
        canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert document.text == "1,234.56\n" * 2
    assert document.remarks == (
        "page 1 and 1 more: 8 characters that stand askew (20240801) are left out as a watermark: compare with the original",
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", STYLES)
def test_files_of_several_producers(name: str) -> None:
    document = intake.read(PDFS / f"{name}.pdf")
    identity = identify(document)
    assert (identity.department, identity.year, identity.region_code) == (NAME, 2024, "310107")
    assert identity.suggested_id() == "shanghai-putuo-shiliguanliju-2024"
    assert len(document.tables) >= 10 and not document.remarks
    assert len(document.clean) == len(document.text) == len(document.boxes.numbers) // 4
    for table in document.tables:
        for cell in table.cells:
            box = document.box_of(cell.start, cell.end) if cell.end > cell.start else None
            if box and cell.box:
                assert cell.box.left - 12 < (box.left + box.right) / 2 < cell.box.right + 12
                assert cell.box.top - 4 < (box.top + box.bottom) / 2 < cell.box.bottom + 4


@pytest.mark.slow
def test_two_readings_are_the_same() -> None:
    first, second = (intake.read(PDFS / "calc.pdf") for _ in range(2))
    assert first == second


@pytest.mark.slow
def test_a_scan_is_refused_and_a_scanned_page_is_named(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (200, 200), 128).save(tmp_path / "scan.png")
    for name, first in (("scan.pdf", ""), ("half.pdf", "某局2024年度部门决算")):
        canvas = Canvas(str(tmp_path / name), pagesize=(600, 800), invariant=1)
        canvas.setFont(FONT, 12)
        canvas.drawString(50, 700, first)
        canvas.showPage() if first else None
        canvas.drawImage(str(tmp_path / "scan.png"), 0, 0, 600, 800)
        canvas.showPage()
        canvas.save()
    assert "a scan" in refused(tmp_path / "scan.pdf")
    document = intake.read(tmp_path / "half.pdf")
    assert document.text == "某局2024年度部门决算\n" and document.remarks[0].startswith(
        "page 2: it holds pictures and no text"
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(48))
def test_damaged_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    files = sorted(PDFS.glob("*.pdf"))
    data = fuzz.damaged(files[seed % len(files)].read_bytes(), seed)
    assert fuzz.outcome(data, tmp_path, seed) in (
        "read",
        "remarked",
        "UnreadableSourceError",
        "NotADisclosureError",
        "ConflictingSourceError",
    )


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the repository")
@pytest.mark.parametrize(
    "name", ["shanghai-putuo-finance-2024.pdf", "shanghai-putuo-template-2024.pdf"]
)
def test_tables_of_the_samples_are_those_of_another_reader(name: str) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    ours: dict[int, list[list[str]]] = {}
    document: Document = intake.read(SAMPLES / name)
    for table in document.tables:
        for row in document.text[table.start : table.end].splitlines():
            cells = ["".join(cell.split()) for cell in row.split("\t")]
            ours.setdefault(table.page, []).append([cell for cell in cells if cell])
    with pdfplumber.open(SAMPLES / name) as other:
        for page in other.pages:
            theirs = [
                ["".join((cell or "").split()) for cell in row if (cell or "").strip()]
                for one in page.extract_tables()
                for row in one
            ]
            if name.startswith("shanghai-putuo-finance") or page.page_number in (5, 8, 9, 11, 12):
                assert [row for row in ours.get(page.page_number, []) if row] == [
                    row for row in theirs if row
                ], page.page_number


def test_what_a_file_holds_is_told_of_some_of_its_pages_too(tmp_path: Path) -> None:
    lines = [(50.0, 100.0, "2024 年度部门决算")]
    path = drawn(tmp_path / "a.pdf", lines, lines, lines)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["tables.xlsx"] = b"PK"
        pdf.save(path)
    told = [one for one in read_pdf(File(path, path.read_bytes())).remarks if "tables" in one]
    assert len(told) == 1
    some = File(path, path.read_bytes(), pages=Pages(2, 3))
    assert [one for one in read_pdf(some).remarks if "tables" in one] == told
