"""The characters of a page, each with what is known of it.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw import calls
    from juesuan.intake.pdf.raw.calls import Box
    from juesuan.intake.pdf.raw.seen import Look, Sight
else:
    sys.path.append(str(Path(__file__).parent))
    import calls
    from calls import Box
    from seen import Look, Sight

HYPHEN = 0x02
"""What pdfium gives for a hyphen at the end of a line."""

UPRIGHT = 10
"""Degrees by which a line of text may be askew; a wider angle is that of a watermark or stamp."""

UNREADABLE = "\ufffd"
"""Stands for a part of a number that is not seen."""

_BLANK = frozenset((0x0D, 0x0A, 0x20, 0x09, 0xA0, 0x3000, 0xAD))
"""Codes of line ends, spaces and soft hyphens."""

_NONE = 0xFFFD
"""Code of a character that has no meaning in the file."""

_NUMERIC = frozenset("0123456789.,")


class Letter(NamedTuple):
    """A character of a page.

    Attributes:
        char: the character.
        box: left, bottom, right, top by the measures of its font.
        ink: the box of what is drawn of it.
        piece: the number of the piece of text that draws it.
        quarter: by how many quarters it is turned, clockwise.
        size: in which it is set, in points.
        look: how it is drawn.
        why: what hides it; empty where it is seen.
    """

    char: str
    box: Box
    ink: Box
    piece: int
    quarter: int
    size: float
    look: Look
    why: str

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2


class Letters(NamedTuple):
    """The characters of a page.

    Attributes:
        found: those that stand upright or by quarters, in the order of the file.
        unknown: how many have no Unicode value.
        tilted: those left out because they stand askew, as a watermark does.
        angles: how many stand at each quarter.
        lean: by how many degrees most of them lean from it.
    """

    found: list[Letter]
    unknown: int
    tilted: str
    angles: Counter[int]
    lean: float


def letters(text: int, count: int, sight: Sight) -> Letters:
    """The characters of a page.

    Args:
        text: the handle of its text page.
        count: how many characters that has.
        sight: looks at them.
    """
    found: list[Letter] = []
    unknown, tilted, piece, last, size = 0, "", 0, -1, 0.0
    look, quarter = sight.look(0), None
    angles: Counter[int] = Counter()
    leans: list[float] = []
    for i in range(count):
        code = code_of(text, i)
        unknown += code == _NONE
        box = calls.font_box(text, i) if code is not None else None
        if code is None or box is None:
            continue
        ink, item = calls.ink_box(text, i) or box, calls.piece_of(text, i) or 0
        if item != last:
            piece, last, size = piece + 1, item, calls.size(text, i)
            look, angle = sight.look(item), _angle(text, i)
            quarter = _quarter(angle)
            leans += [(angle + 45) % 90 - 45] if quarter is not None else []
        why = sight.why(i, look, box, ink)
        if quarter is None:
            tilted += "" if why else chr(code)
            continue
        angles[quarter] += not why
        found.append(Letter(chr(code), box, ink, piece, quarter, size, look, why))
    lean = sorted(leans)[len(leans) // 2] if leans else 0.0
    return Letters(found, unknown, tilted, angles, lean)


def _angle(text: int, i: int) -> float:
    """By how many degrees a character is turned; none where that is not known."""
    return math.degrees(max(0.0, calls.angle_of(text, i)))


def quarter_of(text: int, i: int) -> int | None:
    """By how many quarters a character is turned, clockwise; None where it stands askew."""
    return _quarter(_angle(text, i))


def _quarter(angle: float) -> int | None:
    """The same of degrees."""
    nearest = round(angle / 90)
    return None if abs(angle - 90 * nearest) > UPRIGHT else -nearest % 4


def code_of(text: int, i: int) -> int | None:
    """The code of a character; None of one that prints nothing."""
    code: int = calls.unicode_of(text, i)
    if code in _BLANK or calls.is_generated(text, i) == 1:
        return None
    if code == HYPHEN:
        code = 0x2D
    unmapped = calls.is_unmapped(text, i) == 1
    return code if not unmapped and _has_meaning(code) else _NONE


def _has_meaning(code: int) -> bool:
    """Whether a code is that of a character, and no control character or half of a pair."""
    if 0x20 <= code < 0xD800:
        return True
    return 0xE000 <= code <= 0x10FFFF and code not in (0xFFFD, 0xFFFE, 0xFFFF)


def with_torn_numbers(found: list[Letter]) -> list[Letter]:
    """The characters, where what is hidden of a number that is partly seen is unreadable.

    The part that is seen would be read as a number that nobody printed.
    """
    if all(one.why == found[0].why for one in found):
        return found
    torn = _torn(_torn(found)[::-1])
    return torn[::-1]


def _torn(found: list[Letter]) -> list[Letter]:
    """The same, where the hidden part stands behind the one that is seen."""
    torn: list[Letter] = []
    for one in found:
        if torn and one.why and not torn[-1].why and _goes_on(torn[-1], one):
            one = one._replace(char=UNREADABLE, why="")
        torn.append(one)
    return torn


def _goes_on(before: Letter, behind: Letter) -> bool:
    """Whether a character and one that is hidden stand side by side in a number."""
    is_numeric = before.char in _NUMERIC or before.char == UNREADABLE
    (x, y), (a, b) = before.middle, behind.middle
    across, along = sorted((abs(x - a), abs(y - b)))
    near = max(before.size, behind.size)
    return is_numeric and behind.char in _NUMERIC and along < 0.9 * near and across < 0.3 * near
