"""PDF documents are recognised by content and name, and say what they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.intake.file import File
from juesuan.intake.readers.pdf import READER
from tests.intake.pdf.drawn import PDFS, drawn, refused


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", b"%PDF-1.4", True),
        ("A.PDF", b"\n" * 1000 + b"%PDF-1.4", True),
        ("a.pdf", b"\n" * 1024 + b"%PDF-1.4", False),
        ("a.txt", b"%PDF-1.4", False),
        ("a.pdf", b"PK\x03\x04", False),
    ],
)
def test_name_and_content_must_agree(name: str, data: bytes, expected: bool) -> None:
    assert READER.recognises(File(Path(name), data)) is expected


@pytest.mark.slow
def test_a_pdf_says_what_it_has(tmp_path: Path) -> None:
    document = intake.read(drawn(tmp_path / "a.pdf", [(50, 100, "决算1.00万元")]))
    assert document.is_extracted and document.tells_furniture
    assert len(document.pages) == 1 and document.boxes is not None
    assert not document.furniture and not document.tables


@pytest.mark.slow
def test_pages_that_are_there_can_be_drawn(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "决算1.00万元")])
    assert sorted(intake.pictures(path, [1, 2], 1.0)) == [1]


def test_a_file_whose_name_lies_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("某某局2024年度部门决算", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes((PDFS / "reportlab.pdf").read_bytes())
    assert "no PDF" in refused(tmp_path / "a.pdf")
    assert "a PDF document" in refused(tmp_path / "b.txt")
