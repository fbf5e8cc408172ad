"""The picture that stands for a disclosure where somebody shares it.

Its letters are those that the imaging library brings along, so it is the same on each machine; they
are figures alone, and the words beside the picture say what they mean.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PIL import Image, ImageDraw, ImageFont

from juesuan.model import Facts
from juesuan.pages.disclosure.findings import check_counts
from juesuan.pages.figures import YUAN, Evidence, Measures, grouped, shortest

_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 80
"""Pixels: the shape in which other sites show a picture."""

_GROUND, _INK, _SOFT, _DOUBT = "#14505c", "#ffffff", "#a9c8ce", "#ffb4a8"
_BARS = ("#6fc3d1", "#f0a35e", "#a3abb5")
_COLOURS = 8

_SPENT = "expenditure.current"
_PARTS = (("基本支出", "expenditure.basic"), ("项目支出", "expenditure.project"))


@dataclass(frozen=True)
class Seen:
    """What the picture of a disclosure shows.

    Attributes:
        year: fiscal year.
        spent: what was spent in the year, in yuan; empty where that is not printed.
        parts: kinds of it with their amounts in 万元, as far as they are printed.
        passed: how many checks hold.
        failed: how many contradict.
    """

    year: str
    spent: str
    parts: tuple[tuple[str, Decimal], ...]
    passed: int
    failed: int

    @property
    def words(self) -> str:
        """The same in a sentence."""
        kinds = "、".join(f"{label} {grouped(str(value))} 万元" for label, value in self.parts)
        spent = f"支出 {self.spent} 元{f'，其中{kinds}' if kinds else ''}；" if self.spent else ""
        return f"{self.year} 年度：{spent}勾稽核对 {self.passed} 处一致，{self.failed} 处对不上"


def seen(facts: Facts) -> Seen:
    """What the picture of a disclosure shows."""
    measures = Measures(facts.rows("measures"), Evidence.of(facts, ""))
    spent = measures.value(_SPENT)
    parts = [(label, measures.value(name)) for label, name in _PARTS]
    counts = check_counts(facts)
    return Seen(
        facts.disclosure["fiscal_year"],
        "" if spent is None else shortest(spent * YUAN),
        tuple((label, value) for label, value in parts if value is not None and value > 0),
        counts["pass"],
        counts["fail"],
    )


def picture(shown: Seen) -> bytes:
    """A PNG of 1,200 × 630 pixels: the year, yuan spent, its parts as a bar, checks."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), _GROUND)
    draw = ImageDraw.Draw(image)
    draw.text((_MARGIN, 70), shown.year, _SOFT, ImageFont.load_default(72))
    if shown.spent:
        _amount(draw, shown.spent)
    amounts = [value for _, value in shown.parts]
    for (left, right), colour in zip(_bars(amounts), _BARS, strict=False):
        draw.rectangle((left, 370, right, 440), colour)
    _holds(draw, _MARGIN, f"{shown.passed:,}")
    if shown.failed:
        _differs(draw, 520, f"{shown.failed:,}")
    kept = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _amount(draw: ImageDraw.ImageDraw, text: str) -> None:
    """A yuan sign and an amount, as large as the width allows."""
    size = min(150, int((_WIDTH - 2 * _MARGIN) / (0.62 * (len(text) + 1.5))))
    font, top = ImageFont.load_default(size), 190
    draw.text((_MARGIN, top), "Y", _INK, font)
    width, thick = draw.textlength("Y", font), max(4, size // 18)
    for at in (0.72, 0.87):
        y = top + at * size
        draw.line((_MARGIN + width * 0.2, y, _MARGIN + width * 0.8, y), _INK, thick)
    draw.text((_MARGIN + width + size // 3, top), text, _INK, font)


def _bars(amounts: Sequence[Decimal]) -> Iterator[tuple[float, float]]:
    """Left and right edges of the parts of a bar over the whole width."""
    total, at = sum(amounts), Decimal(0)
    for amount in amounts:
        left, at = at, at + amount
        wide = _WIDTH - 2 * _MARGIN
        yield float(_MARGIN + wide * left / total), float(_MARGIN + wide * at / total) - 4


def _holds(draw: ImageDraw.ImageDraw, left: int, text: str) -> None:
    """A tick and how many."""
    draw.line(((left, 530), (left + 20, 552), (left + 60, 500)), _BARS[0], 10, "curve")
    draw.text((left + 90, 485), text, _INK, ImageFont.load_default(64))


def _differs(draw: ImageDraw.ImageDraw, left: int, text: str) -> None:
    """A sign that two are not equal and how often."""
    for y in (518, 542):
        draw.line((left, y, left + 60, y), _DOUBT, 9)
    draw.line((left + 44, 496, left + 16, 564), _DOUBT, 9)
    draw.text((left + 90, 485), text, _DOUBT, ImageFont.load_default(64))
