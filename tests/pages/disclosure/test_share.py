"""The picture of a disclosure for other sites: what is printed and nothing else, of one size, the same each time."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from juesuan.pages.disclosure.share import Seen, picture, seen
from tests.pages.made_facts import facts_with, measure

MADE = Seen(
    "2024", "12,345,000", (("基本支出", Decimal("900")), ("项目支出", Decimal("334.5"))), 7, 2
)


def opened(shown: Seen) -> Image.Image:
    return Image.open(io.BytesIO(picture(shown))).convert("RGB")


def colours(image: Image.Image, box: tuple[int, int, int, int]) -> list[tuple[int, int, int]]:
    """Colours of more than a few pixels, from left to right."""
    part = image.crop(box)
    found = part.getcolors(1 << 20) or []
    kept = {colour for count, colour in found if count > 200}
    line = [part.getpixel((x, part.height // 2)) for x in range(part.width)]
    return [one for one in dict.fromkeys(line) if one in kept]


def test_it_shows_what_is_printed() -> None:
    facts = facts_with(
        measures=[
            measure("expenditure.current", "1234.50"),
            measure("expenditure.basic", "900.00"),
            measure("expenditure.project", "334.50"),
        ],
        checks=[{"state": "pass", "rule": "N01"}, {"state": "fail", "rule": "N02"}],
    )
    assert seen(facts) == Seen("2024", "12,345,000", MADE.parts, 1, 1)
    assert seen(facts).words == (
        "2024 年度：支出 12,345,000 元，其中基本支出 900.00 万元、项目支出 334.50 万元；"
        "勾稽核对 1 处一致，1 处对不上"
    )


def test_what_is_not_printed_is_not_there() -> None:
    shown = seen(facts_with())
    assert shown.words == "2024 年度：勾稽核对 0 处一致，0 处对不上"
    assert colours(opened(shown), (0, 180, 1200, 460)) == [(20, 80, 92)]
    half = seen(facts_with(measures=[measure("expenditure.current", "0.01")]))
    assert half.words.startswith("2024 年度：支出 100 元；")


def test_parts_are_as_wide_as_their_share() -> None:
    image = opened(MADE)
    line = [image.getpixel((x, 400)) for x in range(1200)]
    blue, orange = (line.count(one) for one in colours(image, (80, 380, 1120, 430))[::2])
    assert abs(blue / (blue + orange) - 900 / 1234.5) < 0.01


@pytest.mark.slow
def test_a_contradiction_alone_is_marked() -> None:
    none = Seen("2024", "", (), 7, 0)
    assert len(colours(opened(none), (500, 480, 1200, 600))) == 1
    assert len(colours(opened(MADE), (500, 480, 1200, 600))) > 1


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(st.integers(1, 10**13), st.integers(0, 10**6), st.integers(0, 10**5))
def test_it_fits_whatever_the_numbers_are(yuan: int, passed: int, failed: int) -> None:
    shown = Seen("2024", f"{yuan:,}", (("基本支出", Decimal(1)),), passed, failed)
    made = picture(shown)
    assert made == picture(shown) and len(made) < 15_000
    image = Image.open(io.BytesIO(made)).convert("RGB")
    assert image.size == (1200, 630)
    ground = image.getpixel((0, 0))
    for box in ((1121, 0, 1200, 630), (0, 0, 60, 630), (0, 600, 1200, 630)):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ground)]
