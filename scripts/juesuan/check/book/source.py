"""The printed text as rules see it: line by line, and as it runs on over the ends of lines.

Rules that speak of the whole text look here as well as into the published passages: a heading, the
title of a table, the glossary and what was not understood are no passages. Nothing is quoted from
here with other characters than a passage would have: spaces and marks of Markdown are left out,
punctuation has its Chinese form. Every character knows its offset in the source.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_PLAIN = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_CHINESE = dict(zip("():;?!（）：；？！", "（）：；？！" * 2, strict=True))
_FORMS = str.maketrans(_PLAIN | _CHINESE)
"""One character for each: full-width letters and digits become plain, punctuation Chinese."""
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_LEFT_OUT = frozenset("*#\ufeff")
"""Marks that extraction put into a text."""

_LAST = frozenset("。；：\t")
"""Marks behind which a line does not go on in the next one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the source without spaces.

    Attributes:
        text: the characters; cells of a table stand between tabs.
        at: for each of them its offset in the source.
        number: the 1-based line in which the first one stands.
    """

    text: str
    at: tuple[int, ...]
    number: int

    def quoted(self, start: int, end: int, beside: int = 15) -> str:
        """Characters with those beside them, as sentences quote them."""
        around = self.text[max(0, start - beside) : end + beside]
        return f"“…{around.replace(chr(9), ' ').strip()}…”"


class Source:
    """The printed text of a package.

    Args:
        text: as published, in which the offsets of figures count.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def lines(self) -> tuple[Stretch, ...]:
        """The lines that have characters, in order."""
        plain = _COMMA.sub("，", self._text.translate(_FORMS))
        found, start = [], 0
        for number, line in enumerate(plain.split("\n"), 1):
            if line and not line.isspace():
                kept = [i for i, char in enumerate(line) if _is_kept(char)]
                text = "".join(line[i] for i in kept)
                found.append(Stretch(text, tuple(start + i for i in kept), number))
            start += len(line) + 1
        return tuple(found)

    @cached_property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """The lines, of which those that go on in the next one are one stretch with it."""
        return tuple(map(_joined, _grouped(self.lines)))

    def line_at(self, offset: int) -> Stretch:
        """The line in which a character of a line or paragraph stands."""
        return self._with_characters[bisect.bisect_right(self._starts, offset) - 1]

    @cached_property
    def _with_characters(self) -> list[Stretch]:
        return [line for line in self.lines if line.at]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.at[0] for line in self._with_characters]


def _is_kept(char: str) -> bool:
    return char == "\t" or not (char.isspace() or char in _LEFT_OUT)


def _grouped(lines: tuple[Stretch, ...]) -> Iterator[list[Stretch]]:
    group: list[Stretch] = []
    for line in lines:
        if group and not _goes_on(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(line: Stretch, following: Stretch) -> bool:
    """Whether a line may go on in the one that follows: no row of a table, no ended sentence."""
    if following.number != line.number + 1 or "\t" in line.text + following.text:
        return False
    return bool(line.text) and line.text[-1] not in _LAST


def _joined(lines: list[Stretch]) -> Stretch:
    at = tuple(offset for line in lines for offset in line.at)
    return Stretch("".join(line.text for line in lines), at, lines[0].number)
