"""Pictures of pages read as the pages did."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from juesuan import intake
from juesuan.intake.pdf.publishing.pictured import pictured
from tests.conftest import ROOT
from tests.intake.pdf.publishing.test_publish import NUMBER, drawn


@pytest.mark.slow
def test_text_and_tables_are_read_as_before(tmp_path: Path) -> None:
    path = ROOT / "tests" / "pdfs" / "reportlab.pdf"
    before, fresh = intake.read(path), tmp_path / "pictures.pdf"
    fresh.write_bytes(pictured(path, before, set()))
    after = intake.read(fresh)
    assert after.text == before.text
    assert [len(one.cells) for one in after.tables] == [len(one.cells) for one in before.tables]


@pytest.mark.slow
def test_what_is_hidden_is_painted_over(tmp_path: Path) -> None:
    path = drawn(tmp_path / "made.pdf")
    before = intake.read(path)
    at = before.text.index(NUMBER)
    (tmp_path / "p.pdf").write_bytes(pictured(path, before, set(range(at, at + 11))))
    box = before.box_of(at, at + 11)
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        image = pdf.pages[0].obj.Resources.XObject.P
        picture = Image.frombytes("L", (int(image.Width), int(image.Height)), image.read_bytes())
    middle = (box.left * 2, box.top * 2 - 1, box.right * 2, box.bottom * 2 + 1)
    assert {*picture.crop(tuple(map(round, middle))).tobytes()} == {128}
