"""Pictures of pages, known by name and content."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from juesuan import intake
from juesuan.errors import UnreadableSourceError


@pytest.mark.parametrize("ending", ["png", "jpg", "jpeg", "tif", "tiff"])
def test_a_picture_is_refused_with_what_to_do(tmp_path: Path, ending: str) -> None:
    Image.new("L", (200, 300), 255).save(tmp_path / f"a.{ending}")
    with pytest.raises(UnreadableSourceError, match=r"a picture of a page.*install juesuan\[ocr\]"):
        intake.read(tmp_path / f"a.{ending}")


def test_a_picture_under_another_name_is_told(tmp_path: Path) -> None:
    Image.new("L", (200, 300), 255).save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.pdf")
    with pytest.raises(
        UnreadableSourceError, match=r"a PNG picture; expected a name ending in \.png"
    ):
        intake.read(tmp_path / "a.pdf")
