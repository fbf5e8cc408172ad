"""Pictures of pages become a PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from juesuan.intake.scans.photos import as_pdf


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA", "P", "CMYK", "I;16"])
def test_pictures_of_every_kind(tmp_path: Path, mode: str) -> None:
    ending = "tif" if mode in ("CMYK", "I;16") else "png"
    Image.new(mode, (300, 400)).save(tmp_path / f"a.{ending}", dpi=(100, 100))
    document = pypdfium2.PdfDocument(as_pdf(tmp_path / f"a.{ending}", tmp_path / "a.pdf"))
    assert len(document) == 1 and document[0].get_size() == pytest.approx((216, 288), abs=1)


def test_all_pictures_of_a_file_in_order_and_a_size_where_none_is_told(tmp_path: Path) -> None:
    first, second = Image.new("L", (827, 1169), 255), Image.new("L", (827, 1000), 0)
    first.save(tmp_path / "a.tif", save_all=True, append_images=[second])
    document = pypdfium2.PdfDocument(as_pdf(tmp_path / "a.tif", tmp_path / "a.pdf"))
    assert [round(page.get_height()) for page in document] == [842, 720]
