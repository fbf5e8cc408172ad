"""What networks give becomes signs."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from juesuan.intake.scans.signs import Models


@pytest.mark.slow
def test_words_are_read_with_their_places() -> None:
    picture = np.full((60, 300), 255, np.uint8)
    cv2.putText(picture, "472.19", (20, 45), cv2.FONT_HERSHEY_SIMPLEX, 1.5, 0, 3)
    models = Models(1)
    (found, nothing) = models.read([picture, np.full((40, 40), 255, np.uint8)])
    assert "".join(one.char for one in found) == "472.19" and not nothing
    places = [one.at for one in found]
    assert places == sorted(places) and 0 < places[0] < 0.3 < places[-1] < 0.9
    assert all(one.sure > 0.8 for one in found)
    boxes = models.lines(
        cv2.copyMakeBorder(picture, 200, 200, 200, 200, cv2.BORDER_CONSTANT, value=255)
    )
    assert len(boxes) == 1 and 180 < boxes[0][0] < 250 and 180 < boxes[0][1] < 250
