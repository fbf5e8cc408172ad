"""What a cell may hold: nothing that is no number."""

from __future__ import annotations

import pytest

from juesuan.package.values import fits


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "1e400", "1E5", "１２", "--", "-0", "-0.00", "9" * 19, "1\n"]
)
def test_no_number(text: str) -> None:
    assert not fits(text, "number") and not fits(text, "integer")


@pytest.mark.parametrize("text", ["", "0", "-1.50", "9" * 18, "0.000001"])
def test_numbers(text: str) -> None:
    assert fits(text, "number")
