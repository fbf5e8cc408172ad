"""Where each key of a TOML text stands; ``tomllib`` gives values without their lines."""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of tables, and numbers (from 0) in arrays."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'", re.DOTALL
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}#\n]*")


class Span(NamedTuple):
    """From the first character of a key (of a value in an array) to behind its value."""

    start: int
    end: int


class Places:
    """Where the keys of a text stand, which must be one that ``tomllib`` reads."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.spans = _Scan(text).run()

    def line(self, path: KeyPath) -> int:
        r"""The line (from 1) of a value, or of the nearest table or array around it.

        >>> Places('a = 1\n[[b]]\nc = [\n  2,\n]').line(("b", 0, "c", 0))
        4
        """
        for length in range(len(path), 0, -1):
            if span := self.spans.get(path[:length]):
                return self._text.count("\n", 0, span.start) + 1
        return 1


class _Scan:
    """One reading of a text from its start to its end; ``at`` is what comes next."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.spans: dict[KeyPath, Span] = {}
        self.tables: dict[KeyPath, int] = {}
        """How many entries each array of tables has so far."""

    def run(self) -> dict[KeyPath, Span]:
        table: KeyPath = ()
        while self._skip(_BLANK) < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.spans

    def _skip(self, pattern: re.Pattern[str]) -> int:
        """Go behind a match of the pattern; where that is."""
        if match := pattern.match(self.text, self.at):
            self.at = match.end()
        return self.at

    def _header(self) -> KeyPath:
        """The path of ``[table]`` or of the new entry of ``[[table]]``."""
        start, several = self.at, self.text.startswith("[[", self.at)
        self.at += 1 + several
        path: KeyPath = ()
        for key, place in self._keys():
            path = (*self._last(path), key)
            self.spans.setdefault(path, Span(place, self.at))
        self.at += 1 + several
        if several:
            self.tables[path] = self.tables.get(path, 0) + 1
            self.spans[self._last(path)] = Span(start, self.at)
        return self._last(path)

    def _last(self, path: KeyPath) -> KeyPath:
        """The last entry, where the path is that of an array of tables."""
        return (*path, self.tables[path] - 1) if path in self.tables else path

    def _pair(self, path: KeyPath) -> None:
        """A key, which may be dotted, and its value below a table."""
        keys = self._keys()
        self.at += 1
        self._skip(_SPACE)
        paths = [(*path, *(key for key, _ in keys[: i + 1])) for i in range(len(keys))]
        self._value(paths[-1])
        for one, (_, start) in zip(paths, keys, strict=True):
            self.spans.setdefault(one, Span(start, self.at))

    def _keys(self) -> list[tuple[str, int]]:
        """The parts of a dotted key and where each begins; then comes ``=`` or ``]``."""
        found: list[tuple[str, int]] = []
        while not found or self.text[self.at] == ".":
            self.at += bool(found)
            start = self._skip(_SPACE)
            quoted = self.text[start] in "\"'"
            raw = self.text[start : self._skip(_STRING if quoted else _BARE)]
            found.append((tomllib.loads(f"key = {raw}")["key"] if quoted else raw, start))
            self._skip(_SPACE)
        return found

    def _value(self, path: KeyPath) -> None:
        opened = self.text[self.at : self.at + 1]
        if opened == "[":
            self._array(path)
        elif opened == "{":
            self._inline(path)
        elif opened in ("'", '"'):
            self._skip(_STRING)
        else:
            self._skip(_PLAIN)

    def _array(self, path: KeyPath) -> None:
        self.at, number = self.at + 1, 0
        while self.text[self._skip(_BLANK)] != "]":
            start = self.at
            self._value((*path, number))
            self.spans[(*path, number)] = Span(start, self.at)
            number += 1
            self._comma()
        self.at += 1

    def _inline(self, path: KeyPath) -> None:
        self.at += 1
        while self.text[self._skip(_BLANK)] != "}":
            self._pair(path)
            self._comma()
        self.at += 1

    def _comma(self) -> None:
        self.at = self._skip(_BLANK) + (self.text[self.at] == ",")
