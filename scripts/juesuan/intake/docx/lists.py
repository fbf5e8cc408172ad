"""Numbers that a word processor prints before paragraphs, and that are nowhere in its text.

ECMA-376 part 1, 17.9: a paragraph names an instance (``num``) of a definition (``abstractNum``) and
a level of it. All instances of one definition count on, unless an instance begins anew; a level
begins anew behind a paragraph of a level above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element  # nosec B405

from juesuan.intake.docx.names import child, is_on, local, value, whole
from juesuan.intake.text.doubted import DRAWN
from juesuan.intake.text.numbering import WORD

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_DASHES = frozenset("-‐‑–—−－")
"""Marks of a list that stand before an amount as a sign does."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list.

    Attributes:
        start: its first number.
        kind: how numbers are written.
        text: what is printed, with ``%1`` for the number of the first level.
        style: id of the style whose paragraphs are of this level.
        is_legal: whether the numbers of all levels are written in digits.
        restarts: whether it begins anew behind a level above.
    """

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    style: str = ""
    is_legal: bool = False
    restarts: bool = True


@dataclass(slots=True)
class _Instance:
    definition: str
    starts: dict[int, int]
    levels: dict[int, Level]


@dataclass
class Lists:
    """The lists of a document, and how far each has counted."""

    _definitions: dict[str, dict[int, Level]] = field(default_factory=dict)
    _instances: dict[str, _Instance] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, tree: Element | None) -> Lists:
        """The lists that a part defines; None where there is no such part."""
        lists = cls()
        for node in tree if tree is not None else ():
            name = local(node.tag)
            if name == "abstractNum":
                lists._definitions[value(node, "abstractNumId")] = _levels(node)
            elif name == "num":
                lists._instances[value(node, "numId")] = _instance(node)
        return lists

    def printed(self, number: str, level: str, style: str) -> str:
        """What is printed before the next paragraph of a list; empty where nothing is.

        Args:
            number: of the instance.
            level: from 0; empty where the style tells it.
            style: id of the paragraph's style.
        """
        instance = self._instances.get(number)
        if instance is None:
            return ""
        levels = self._definitions.get(instance.definition, {}) | instance.levels
        at = whole(level, -1) if level else _level_of(levels, style)
        if at not in levels:
            return ""
        counts = self._count(number, instance, levels, at)
        return _written(levels, counts, at)

    def _count(
        self, number: str, instance: _Instance, levels: dict[int, Level], at: int
    ) -> dict[int, int]:
        counts = self._counts.setdefault(instance.definition, {})
        if at in instance.starts and (number, at) not in self._begun:
            counts[at] = instance.starts[at] - 1
        self._begun.add((number, at))
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for lower in [one for one in counts if one > at and levels.get(one, Level()).restarts]:
            del counts[lower]
        return counts


def _level_of(levels: dict[int, Level], style: str) -> int:
    return next((at for at, one in levels.items() if style and one.style == style), 0)


def _written(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    """The number of a level, with those of the levels above that it repeats."""
    own = levels[at]
    if own.kind in ("none", "bullet"):
        is_dash = own.text in _DASHES
        return (DRAWN if is_dash else "") if own.kind == "bullet" else _PLACE.sub("", own.text)

    def number(match: re.Match[str]) -> str:
        named = int(match[1]) - 1
        level = levels.get(named, Level())
        count = counts.get(named, level.start)
        written = WORD.get(level.kind)
        return str(count) if own.is_legal or written is None else written(count)

    text = _PLACE.sub(number, own.text)
    return f"{text} " if text[-1:].isascii() and text else text


def _levels(node: Element) -> dict[int, Level]:
    found = {}
    for one in node:
        if local(one.tag) == "lvl" and (at := whole(value(one, "ilvl"), -1)) in range(_LEVELS):
            found[at] = _level(one)
    return found


def _level(node: Element) -> Level:
    return Level(
        start=whole(value(child(node, "start")), 1),
        kind=_kind(node),
        text=value(child(node, "lvlText")),
        style=value(child(node, "pStyle")),
        is_legal=is_on(child(node, "isLgl")),
        restarts=value(child(node, "lvlRestart")) != "0",
    )


def _kind(node: Element) -> str:
    """How a level is numbered; a newer way stands beside an older one for older programs."""
    for one in node.iter():
        if local(one.tag) == "numFmt" and value(one) != "custom":
            return value(one)
    return "decimal"


def _instance(node: Element) -> _Instance:
    starts, levels = {}, {}
    for one in node:
        at = whole(value(one, "ilvl"), -1)
        if local(one.tag) != "lvlOverride" or at < 0:
            continue
        if (given := child(one, "startOverride")) is not None:
            starts[at] = whole(value(given), 1)
        if (level := child(one, "lvl")) is not None:
            levels[at] = _level(level)
    return _Instance(value(child(node, "abstractNumId")), starts, levels)
