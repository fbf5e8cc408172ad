"""Struck numbers are left out beside others, and unreadable alone."""

from __future__ import annotations

import pytest

from juesuan.intake.text.struck_out import STRUCK, UNREADABLE, settled, struck_out


@pytest.mark.parametrize(
    ("struck", "beside", "shown"),
    [
        ("9.99", "4,210.50", "4,210.50"),
        ("9.99", "万元", UNREADABLE * 3 + "万元"),
        ("旧名", "新名", "新名"),
        ("旧名", "", ""),
        ("12", "", UNREADABLE * 2),
    ],
)
def test_a_paragraph(struck: str, beside: str, shown: str) -> None:
    assert settled(struck_out(struck) + beside) == shown


def test_only_digits_are_kept_for_now() -> None:
    assert struck_out("1,2万") == STRUCK * 2
