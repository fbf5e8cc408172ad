"""What is wrong in a file that a person wrote, told with its line and with what to do."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from juesuan.terms.lines import KeyPath

MOST = 10
"""So many problems of one file are told at once."""

_LONGEST = 60
_NAMES = ("id", "name", "short", "title", "column", "into", "rule", "kind")
"""Keys by which an entry of a list is known to who wrote it; the first that is there counts."""


class Problem(NamedTuple):
    """A problem: the way to the value, what was found there, what was expected, what to do."""

    path: KeyPath
    found: str
    expected: str
    advice: str = "correct it"


def report(where: str, problems: Sequence[Problem], line: Callable[[KeyPath], int]) -> str:
    """The problems of a file as one message, the first of them in the order of their lines."""
    placed = sorted((line(one.path), number) for number, one in enumerate(problems))
    told = [
        f"{where}:{at}: found {problems[number].found}; expected {problems[number].expected}. "
        f"What to do: {problems[number].advice}."
        for at, number in placed[:MOST]
    ]
    more = len(problems) - MOST
    return "\n".join([*told, f"{where}: and {more} more."] if more > 0 else told)


def shown(value: object) -> str:
    """A value as a message quotes it, never longer than a line.

    >>> shown("a"), shown(16 ** 9999)
    ("'a'", 'a number of many digits')
    """
    try:
        text = (
            value.isoformat() if isinstance(value, datetime.date | datetime.time) else repr(value)
        )
    except ValueError:  # Python refuses to write out a number of thousands of digits
        return "a number of many digits"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def named(path: KeyPath, data: object) -> str:
    """The way to a value in words: entries of lists are counted from 1 and called by their id.

    >>> named(("pin", 0, "by"), {"pin": [{"rule": "N01"}]})
    'pin 1 (N01).by'
    """
    words = ""
    for step in path:
        data = _inside(data, step)
        if isinstance(step, int):
            words += f" {step + 1}" + _known_by(data)
        else:
            words += ("." if words else "") + _key(step)
    return words.strip()


def _inside(data: object, step: str | int) -> object:
    """What stands behind a key or a number; None where nothing does."""
    if isinstance(data, Mapping):
        return data.get(step)
    if isinstance(data, Sequence) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _key(key: str) -> str:
    plain = key.replace("_", "").replace("-", "")
    return key if plain.isascii() and plain.isalnum() else f'"{repr(key)[1:-1]}"'


def _known_by(entry: object) -> str:
    if not isinstance(entry, Mapping):
        return ""
    names = [entry[name] for name in _NAMES if isinstance(entry.get(name), str)]
    return f" ({repr(names[0][:_LONGEST])[1:-1]})" if names else ""


def near(name: object, known: Collection[str]) -> str:
    """What to do about an unknown name: the one that was probably meant, if one is near."""
    close = difflib.get_close_matches(str(name), known, 1, 0.7)
    return f"write {close[0]!r} if that was meant" if close else ""


_EITHER = "correct the pattern or the example"
_AS_READ = "write it without spaces and with half-width punctuation"
_UNREAD = re.compile(r"\s|[\uff01-\uff5e]")
"""What no text holds any more when patterns look at it."""


class Exemplified(Protocol):
    """An entry with texts that its pattern must match, and others that it must not."""

    @property
    def examples(self) -> tuple[str, ...]:
        """Texts that the pattern must match."""

    @property
    def counterexamples(self) -> tuple[str, ...]:
        """Near texts that it must not match."""


class Checks:
    """What a model cannot know: the relations of values to one another, in one file or several.

    Args:
        data: of the file as ``tomllib`` gives it, by which entries are named.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.problems: list[Problem] = []

    def add(self, path: KeyPath, expected: str, advice: str = "correct it") -> None:
        """A problem of the value at the path."""
        value: object = self._data
        for step in path:
            value = _inside(value, step)
        found = f"{named(path, self._data)} = {shown(value)}"
        self.problems.append(Problem(path, found, expected, advice))

    def known(self, path: KeyPath, name: str, known: Collection[str], what: str) -> None:
        """The name at the path must be one of those that are known; an empty one is none."""
        if name and name not in known:
            self.add(path, what, near(name, known) or f"correct it, or define {name!r}")

    def all_known(
        self, path: KeyPath, names: Iterable[str], known: Collection[str], what: str
    ) -> None:
        """As :meth:`known`, for each name of a list."""
        for number, name in enumerate(names):
            self.known((*path, number), name, known, what)

    def once(self, named: Iterable[tuple[KeyPath, object]]) -> None:
        """Values, with their paths, that must differ from one another."""
        seen: set[object] = set()
        for path, value in named:
            if value in seen:
                self.add(path, "what no other entry has", "rename or remove one of the two")
            seen.add(value)

    def examples(
        self,
        path: KeyPath,
        entry: Exemplified,
        matches: Callable[[str], object],
        squeezed: bool = True,
    ) -> None:
        """The examples of the entry at the path must match, its counter-examples must not.

        Args:
            path: of the entry.
            entry: with its texts.
            matches: whether its pattern is found in a text.
            squeezed: whether patterns look at text without spaces and with half-width
                punctuation, so that an example with others could never be read.
        """
        for number, text in enumerate(entry.examples):
            if squeezed and _UNREAD.search(text):
                self.add((*path, "is", number), "a text as it is read", _AS_READ)
            elif not matches(text):
                self.add((*path, "is", number), "a text that the pattern matches", _EITHER)
        for number, text in enumerate(entry.counterexamples):
            if matches(text):
                self.add((*path, "is_not", number), "a text that it does not match", _EITHER)


def entries(name: str, listed: Sequence[Any]) -> Iterator[tuple[KeyPath, Any]]:
    """The entries of an array of tables with their paths."""
    for number, entry in enumerate(listed):
        yield (name, number), entry
