"""Coordinates of the file become those of the upright page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from juesuan.intake.pdf.raw.place import Place, tenths
from tests.intake.pdf.drawn import drawn


def place(path: Path) -> Place:
    return Place(pypdfium2.PdfDocument(drawn(path / "a.pdf", [(50, 100, "x")]))[0])


@pytest.mark.parametrize(
    ("quarter", "box"),
    [
        (0, (10, 770, 40, 780)),
        (1, (20, 10, 30, 40)),
        (2, (560, 20, 590, 30)),
        (3, (770, 560, 780, 590)),
    ],
)
def test_a_box_is_turned_with_its_page(
    tmp_path: Path, quarter: int, box: tuple[float, ...]
) -> None:
    one = place(tmp_path)
    assert one.upright(Counter({quarter: 5})) == quarter
    assert one.box((10, 20, 40, 30)) == box
    assert (one.width, one.height) == ((800, 600) if quarter % 2 else (600, 800))


def test_what_stands_beside_the_page_is_not_on_it(tmp_path: Path) -> None:
    one = place(tmp_path)
    assert one.shows((590, 10, 605, 20))
    assert not one.shows((600, 10, 615, 20))
    assert tenths([(1.26, 2)]) == [13, 20]
