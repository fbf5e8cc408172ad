"""Ruled lines in pictures."""

from __future__ import annotations

import numpy as np

from juesuan.intake.scans.ruled import dark, ruled, without

DPI = 200


def page() -> np.ndarray:
    """Three lines across with a gap in one, two down, a stroke of a letter, a shaded cell."""
    gray = np.full((600, 900), 255, np.uint8)
    gray[200:300, 102:500] = 215
    for top in (100, 200, 300):
        gray[top : top + 2, 100:800] = 0
    gray[200:202, 400:408] = 255
    for left in (100, 500):
        gray[100:301, left : left + 3] = 0
    gray[400:450, 300:304] = 0
    return gray


def test_lines_are_found_over_gaps_and_strokes_are_none() -> None:
    lines = ruled(dark(page(), DPI), DPI)
    assert [(round(one[1], -1), round(one[2] - one[0], -2)) for one in sorted(lines.across, key=lambda one: one[1])] == [
        (100, 700), (200, 700), (300, 700),
    ]  # fmt: skip
    assert sorted(round(one[0], -1) for one in lines.down) == [100, 500]


def test_without_them_only_what_is_written_is_left() -> None:
    gray = page()
    bare = without(gray, ruled(dark(gray, DPI), DPI), DPI)
    assert (bare[90:310, 90:810] < 128).sum() < 60 and (bare[400:450, 300:304] == 0).all()
