"""Where words stand."""

from __future__ import annotations

import numpy as np

from juesuan.intake.pdf.tables.grids import grids, lines_of
from juesuan.intake.scans.words import Word, cut_out, in_cells, outside, without_specks

DPI = 72


def table() -> list[int]:
    """Two rows and two columns, in tenths of a point."""
    across = [(100, at, 900, at) for at in (100, 300, 500)]
    down = [(at, 100, at, 500) for at in (100, 500, 900)]
    return [one for box in (*across, *down) for one in box]


def test_words_of_cells_are_parted_at_wide_gaps_and_into_lines() -> None:
    ink = np.zeros((80, 100), np.uint8)
    ink[14:20, 14:20] = ink[22:28, 14:30] = 255
    ink[14:20, 55:60] = ink[14:20, 80:86] = 255
    ink[42:43, 20:21] = 255
    found = list(in_cells(ink, grids(lines_of(table())), DPI))
    assert [one.box for one in found] == [
        (14, 14, 20, 20),
        (14, 22, 30, 28),
        (55, 14, 60, 20),
        (80, 14, 86, 20),
    ]


def test_outside_of_tables_lines_are_looked_for_and_drawn_tight() -> None:
    gray = np.full((80, 100), 255, np.uint8)
    gray[60:66, 20:60] = gray[20:26, 20:30] = 0
    seen: list[np.ndarray] = []

    def find(picture: np.ndarray) -> list[tuple[float, float, float, float]]:
        seen.append(picture)
        return [(10.0, 55.0, 80.0, 72.0), (0.0, 0.0, 5.0, 5.0)]

    found = list(outside(gray, find, grids(lines_of(table())), DPI))
    assert found == [Word((20, 60, 60, 66))]
    assert (seen[0][:50] == 255).all()


def test_small_spots_tell_no_place() -> None:
    ink = np.zeros((300, 300), np.uint8)
    ink[10:13, 10:13] = ink[50:60, 50:90] = 255
    assert without_specks(ink, 200)[10:13, 10:13].sum() == 0
    assert without_specks(ink, 200)[50:60, 50:90].all()


def test_a_dash_is_cut_out_as_high_as_other_words() -> None:
    gray = np.full((100, 100), 255, np.uint8)
    picture, begin, end = cut_out(gray, Word((40, 50, 60, 52)), 20)
    assert picture.shape[0] > 18 and begin < 40 and end > 60
