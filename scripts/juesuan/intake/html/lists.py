"""The numbers before the entries of lists of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from juesuan.intake.text.numbering import HTML

_TYPE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z][-a-z]+)", re.IGNORECASE)
_UNNUMBERED = frozenset(("none", "disc", "circle", "square"))


@dataclass(slots=True)
class _List:
    kind: str
    next: int


@dataclass(slots=True)
class Lists:
    """The lists that are open."""

    _open: list[_List] = field(default_factory=list)

    def begin(self, tag: str, node: LexborNode) -> list[str]:
        """Begin a list or an entry; returns what is printed before the entry."""
        given = node.attributes
        if tag != "li":
            start = _whole(given.get("start"), 1)
            kind = given.get("type") or _style(given.get("style") or "")
            self._open.append(_List("none" if tag == "ul" else kind, start))
            return []
        if not self._open:
            return []
        within = self._open[-1]
        number = _whole(given.get("value"), within.next)
        within.next = number + 1
        if (_style(given.get("style") or "") or within.kind) in _UNNUMBERED:
            return []
        written = HTML.get(within.kind)
        printed = written(number) if written else str(number)
        return [f"{printed}、" if not printed.isascii() else f"{printed}. "]

    def end(self, tag: str) -> None:
        """End a list."""
        if tag in ("ol", "ul") and self._open:
            self._open.pop()


def _style(style: str) -> str:
    match = _TYPE.search(style)
    return match[1].lower() if match else ""


def _whole(given: str | None, otherwise: int) -> int:
    text = (given or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
