"""Pictures that lie askew or on their side."""

from __future__ import annotations

import numpy as np
import pytest

from juesuan.intake.scans.level import angle_of, is_sideways, turned


@pytest.mark.slow
@pytest.mark.parametrize("askew", [0.0, 0.4, -1.9, 3.3])
def test_the_angle_at_which_lines_lie_is_found(askew: float) -> None:
    page = np.full((1100, 800), 255, np.uint8)
    for top in range(100, 1000, 40):
        page[top : top + 14, 90:700:2] = 0
    assert angle_of(turned(page, askew)) == pytest.approx(-askew, abs=0.06)


def test_boxes_that_are_higher_than_wide_are_of_a_page_on_its_side() -> None:
    level, upright, square = (0, 0, 90, 10), (0, 0, 10, 95), (0, 0, 500, 480)
    assert not is_sideways([level, square]) and is_sideways([level, upright])
    assert not is_sideways([])
