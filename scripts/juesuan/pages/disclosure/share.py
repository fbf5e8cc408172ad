"""The picture that stands for a disclosure where somebody shares it.

Its letters are those that the imaging library brings along, so it is the same on each machine; they
are figures alone, and the words beside the picture say what they mean.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PIL import Image, ImageColor, ImageDraw, ImageFont

from juesuan.model import Facts
from juesuan.pages.disclosure.findings import check_counts
from juesuan.pages.evidence.figures import YUAN, Evidence, Measures, grouped, shortest

_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 80
"""Pixels: the shape in which other sites show a picture."""

_COLOURS = ("#14505c", "#ffffff", "#a9c8ce", "#ffb4a8", "#6fc3d1", "#f0a35e", "#a3abb5")
_GROUND, _INK, _SOFT, _DOUBT, *_BARS = range(len(_COLOURS))
"""Colours by their places in the palette; the ground is the first one."""

_LETTERS = (_INK, _SOFT, _DOUBT)
"""Colours of letters. Behind all colours the palette has these, half mixed with the ground."""

_HALF, _WHOLE = 64, 176
"""How much of a pixel (of 255) a letter covers that is drawn in half its colour, in its colour."""

_LEVEL = 8
"""How hard it is packed: a harder level takes three times as long for 1 % less."""

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
    image = Image.new("P", (_WIDTH, _HEIGHT), _GROUND)
    image.putpalette(_palette())
    draw = ImageDraw.Draw(image)
    _letters(image, (_MARGIN, 70), shown.year, _SOFT, 72)
    if shown.spent:
        _amount(image, draw, shown.spent)
    amounts = [value for _, value in shown.parts]
    for (left, right), colour in zip(_bars(amounts), _BARS, strict=False):
        draw.rectangle((left, 370, right, 440), colour)
    _holds(draw, _MARGIN)
    _letters(image, (_MARGIN + 90, 485), f"{shown.passed:,}", _INK, 64)
    if shown.failed:
        _differs(draw, 520)
        _letters(image, (520 + 90, 485), f"{shown.failed:,}", _DOUBT, 64)
    kept = io.BytesIO()
    image.save(kept, "PNG", compress_level=_LEVEL)
    return kept.getvalue()


def _palette() -> list[int]:
    """Red, green and blue of each colour."""
    every = [ImageColor.getrgb(one)[:3] for one in _COLOURS]
    ground = every[_GROUND]
    halves = [[(a + b) // 2 for a, b in zip(ground, every[one], strict=True)] for one in _LETTERS]
    return [part for colour in (*every, *halves) for part in colour]


def _letters(
    image: Image.Image, at: tuple[float, float], text: str, colour: int, size: float
) -> None:
    """A text whose edges are smooth: half its colour where a letter half covers a pixel."""
    font = ImageFont.load_default(size)
    _, _, right, bottom = font.getbbox(text)
    covered = Image.new("L", (int(right) + 2, int(bottom) + 2))
    ImageDraw.Draw(covered).text((0, 0), text, 255, font)
    place = int(at[0]), int(at[1])
    half = len(_COLOURS) + _LETTERS.index(colour)
    for least, shade in ((_HALF, half), (_WHOLE, colour)):
        image.paste(shade, place, covered.point([255 * (one >= least) for one in range(256)]))


def _amount(image: Image.Image, draw: ImageDraw.ImageDraw, text: str) -> None:
    """A yuan sign and an amount, as large as the width allows."""
    size = min(150, int((_WIDTH - 2 * _MARGIN) / (0.62 * (len(text) + 1.5))))
    font, top = ImageFont.load_default(size), 190
    _letters(image, (_MARGIN, top), "Y", _INK, size)
    width, thick = draw.textlength("Y", font), max(4, size // 18)
    for at in (0.72, 0.87):
        y = top + at * size
        draw.line((_MARGIN + width * 0.2, y, _MARGIN + width * 0.8, y), _INK, thick)
    _letters(image, (_MARGIN + width + size // 3, top), text, _INK, size)


def _bars(amounts: Sequence[Decimal]) -> Iterator[tuple[float, float]]:
    """Left and right edges of the parts of a bar over the whole width."""
    total, at = sum(amounts), Decimal(0)
    for amount in amounts:
        left, at = at, at + amount
        wide = _WIDTH - 2 * _MARGIN
        yield float(_MARGIN + wide * left / total), float(_MARGIN + wide * at / total) - 4


def _holds(draw: ImageDraw.ImageDraw, left: int) -> None:
    """A tick."""
    draw.line(((left, 530), (left + 20, 552), (left + 60, 500)), _BARS[0], 10, "curve")


def _differs(draw: ImageDraw.ImageDraw, left: int) -> None:
    """A sign that two are not equal."""
    for y in (518, 542):
        draw.line((left, y, left + 60, y), _DOUBT, 9)
    draw.line((left + 44, 496, left + 16, 564), _DOUBT, 9)
