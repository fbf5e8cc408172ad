"""Characters are found in the content by where they stand."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from juesuan import intake
from juesuan.intake.pdf.publishing.glyphs import glyphs
from juesuan.intake.pdf.raw import worker
from tests.intake.pdf.publishing.test_publish import NUMBER, drawn


def test_glyphs_of_a_number(tmp_path: Path) -> None:
    path = drawn(tmp_path / "made.pdf")
    document = intake.read(path)
    at = document.text.index(NUMBER)
    boxes = {tuple(document.boxes.numbers[4 * i : 4 * i + 4]) for i in range(at, at + 11)}
    page = pypdfium2.PdfDocument(str(path))[0]
    (found,) = glyphs(page, boxes, worker).items()
    line = f"before 12,345.67; Tel: {NUMBER}; behind 89.10"
    first = line.index(NUMBER)
    assert found == ((0,), (len(line), set(range(first, first + 11))))
    with pytest.raises(LookupError):
        glyphs(page, {(1, 2, 3, 4)}, worker)
