"""One fault at a time in a TOML file: each key misspelt, each value of another type, each key gone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from juesuan.terms.lines import KeyPath, Places, Span


class Fault(NamedTuple):
    """A text with one fault: where it is, the key as it stands there now, and on which line."""

    path: KeyPath
    key: str
    line: int
    text: str


def _each(text: str, every: str | None = None) -> Iterator[tuple[KeyPath, Span]]:
    """Each key once: of lists of tables (and of the tables below ``every``) the last that has it."""
    found: dict[tuple[str, ...], tuple[KeyPath, Span]] = {}
    for path, span in Places(text).spans.items():
        if isinstance(path[-1], str):
            named = [not isinstance(step, int) and before != every for before, step in _pairs(path)]
            same = [str(step) if own else "*" for step, own in zip(path, named, strict=True)]
            found[tuple(same)] = (path, span)
    yield from found.values()


def _pairs(path: KeyPath) -> Iterator[tuple[str | int, str | int]]:
    return zip(("", *path), path, strict=False)


def misspelt(text: str, every: str | None = None) -> Iterator[Fault]:
    """Each key with its first letter doubled."""
    for path, (start, _) in _each(text, every):
        key = str(path[-1])
        at = start + (text[start] in "\"'")
        line = text.count("\n", 0, at) + 1
        yield Fault(path, key[0] + key, line, text[:at] + text[at] + text[at:])


def retyped(text: str, every: str | None = None) -> Iterator[Fault]:
    """Each value as a number, or as a text where it is one."""
    for path, (start, end) in _each(text, every):
        match = re.match(r"(\"[^\"]*\"|[\w-]+)\s*=\s*", text[start:end])
        if match:
            value = tomllib.loads(f"x = {text[start + match.end() : end]}")["x"]
            other = '"x"' if type(value) is int else "7"
            line = text.count("\n", 0, start) + 1
            yield Fault(path, str(path[-1]), line, text[: start + match.end()] + other + text[end:])


def removed(text: str, every: str | None = None) -> Iterator[Fault]:
    """Each key that stands in a line of its own taken away with its value."""
    for path, (start, end) in _each(text, every):
        alone = text[:start].endswith("\n") or not start
        if alone and re.match(r"[\w-]+\s*=", text[start:end]):
            yield Fault(path, str(path[-1]), 0, text[:start] + text[end:])
