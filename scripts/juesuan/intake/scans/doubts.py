"""Which signs of a word are doubtful, and how a word is written down.

A number is read twice, cut out differently: two readings that agree are hardly wrong in the same
way. It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

UNREADABLE = "\ufffd"
"""Stands for a doubtful character."""

SURE_NUMBER = 0.85
"""How sure a sign of a number must be."""

SURE = 0.55
"""How sure any other sign must be."""

SURE_TEXT = 0.8
"""How sure any other sign must be not to be read again."""

SURE_OF_TWO = 0.9
"""How sure the surer one of two signs must be."""

_LIGHT = frozenset("—–―一-~～·。，、；：！“”‘’《》（）():;,.")
"""Punctuation, and the dash for which a one is taken beside a number."""

_NUMBER = re.compile(r"-?[0-9][0-9.,]*[0-9%]|-?[0-9]")
_NUMERIC = frozenset("0123456789.,-%")
_WIDE = dict(zip("(),:;", "（），：；", strict=True))
_SAME = {
    "，": ",",
    "．": ".",
    "。": ".",
    "：": ":",
    "—": "-",
    "－": "-",
    "％": "%",
    "（": "(",
    "）": ")",
}


class Sign(NamedTuple):
    """A sign that was read: what it is, how sure that is, where its middle is (0 to 1)."""

    char: str
    sure: float
    at: float


def is_read_again(signs: Sequence[Sign]) -> bool:
    """Whether a word is read a second time: it holds a number, or a sign that is not sure."""
    return any(one.char.isdigit() or one.sure < SURE_TEXT for one in signs)


def agreed(first: Sequence[Sign], second: Sequence[Sign]) -> list[Sign]:
    """The signs of a word as two readings of it have them.

    In a number they are doubtful where the readings differ; of other signs the surer one counts.

    >>> one = [Sign(char, 0.99, 0.1) for char in "1,234.50"]
    >>> other = [Sign(char, 0.99, 0.1) for char in "1,284.50"]
    >>> "".join(sign.char for sign in agreed(one, other))
    '1,2\ufffd4.50'
    """
    old, new = _plain(first), _plain(second)
    found: list[Sign] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            both = zip(first[a:b], second[c:d], strict=True)
            found += [one._replace(sure=max(one.sure, other.sure)) for one, other in both]
        elif not _is_numeric(old, new, a, b, c, d):
            found += _surer(first[a:b], second[c:d])
        elif b > a:
            found += [one._replace(char=UNREADABLE) for one in first[a:b]]
        else:
            found.append(Sign(UNREADABLE, 0, _between(first, a)))
    return found


def _surer(first: Sequence[Sign], second: Sequence[Sign]) -> list[Sign]:
    """Of two readings of a piece the surer one; doubtful where it is not sure either."""
    found = max(first, second, key=lambda signs: min((one.sure for one in signs), default=0.0))
    return [one if one.sure >= SURE_OF_TWO else one._replace(sure=0) for one in found]


def _plain(signs: Sequence[Sign]) -> str:
    return "".join(_SAME.get(one.char, one.char) for one in signs)


def _is_numeric(old: str, new: str, a: int, b: int, c: int, d: int) -> bool:
    """Whether two readings differ in a number, or beside one."""
    around = (old[max(0, a - 1) : a], old[b : b + 1])
    changed = old[a:b] + new[c:d]
    in_number = any(one.isdigit() for one in around) and changed.strip("., ") == ""
    return in_number or any(one in _NUMERIC for one in changed)


def _between(signs: Sequence[Sign], at: int) -> float:
    before = signs[at - 1].at if at else 0.0
    behind = signs[at].at if at < len(signs) else 1.0
    return (before + behind) / 2


def written(signs: Sequence[Sign]) -> list[Sign]:
    """The signs as they are written down: doubtful ones as such, punctuation as Chinese has it."""
    return [*_kept(signs)]


def _kept(signs: Sequence[Sign]) -> Iterator[Sign]:
    numbers = _numbers(signs)
    for at, one in enumerate(signs):
        if one.char == " ":
            continue
        char = one.char if _is_sure(one, at in numbers) else UNREADABLE
        yield one._replace(char=_chinese(char, signs, at))


def _is_sure(one: Sign, in_number: bool) -> bool:
    """Whether a sign is sure enough; punctuation outside of numbers always is."""
    if one.char in _LIGHT and not in_number:
        return True
    return one.sure >= (SURE_NUMBER if in_number else SURE)


def _numbers(signs: Sequence[Sign]) -> set[int]:
    """Which signs belong to numbers: from a digit or its sign to the last digit."""
    plain = (_SAME.get(one.char, one.char) if one.char != "—" else " " for one in signs)
    text = "".join("0" if char == UNREADABLE else char for char in plain)
    return {at for found in _NUMBER.finditer(text) for at in range(*found.span())}


def _chinese(char: str, signs: Sequence[Sign], at: int) -> str:
    """A bracket, comma or colon beside Chinese characters as Chinese writes it."""
    if char not in _WIDE:
        return char
    beside = [signs[one].char for one in (at - 1, at + 1) if 0 <= one < len(signs)]
    return _WIDE[char] if any("\u4e00" <= one <= "\u9fff" for one in beside) else char
