"""Which part of the program imports which, read from the code: for pictures and tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "scripts" / "juesuan"

Arrows = dict[str, set[str]]
"""A room to the rooms that it imports."""


def imported(path: Path) -> tuple[str, ...]:
    """Dotted names below the package that a module imports, with what it takes from there."""
    return _imported(path.read_text(encoding="utf-8"))


@cache
def _imported(source: str) -> tuple[str, ...]:
    return tuple(_names(source))


def _names(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "juesuan":
            base = (node.module or "").split(".")[1:]
            yield from (".".join([*base, alias.name]) for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("juesuan."):
                    yield alias.name.removeprefix("juesuan.")


def rooms(place: str = "", root: Path = ROOT) -> Arrows:
    """The rooms of a place and their arrows.

    Args:
        place: a folder of the package with dots, such as ``parse.forms``; all of it if empty.
        root: the folder of the package.

    Returns:
        Every module and folder directly in the place, with the others there that it imports.
        The face of a package (``__init__.py``) is no room: it only hands names on, so an import of
        the place itself (``from juesuan.parse import parse``) is none of a room inside it.
    """
    folder = root.joinpath(*place.split(".")) if place else root
    depth = len(place.split(".")) if place else 0
    files = {path for path in folder.rglob("*.py") if path != folder / "__init__.py"}
    names = {path.relative_to(folder).parts[0].removesuffix(".py") for path in files}
    found: Arrows = {name: set() for name in sorted(names)}
    for path in files:
        own = path.relative_to(folder).parts[0].removesuffix(".py")
        for name in imported(path):
            parts = name.split(".")
            if ".".join(parts[:depth]) == place and len(parts) > depth and parts[depth] in names:
                found[own].add(parts[depth])
    for own, others in found.items():
        others.discard(own)
    return found


def count(arrows: Arrows) -> int:
    """How many arrows there are."""
    return sum(map(len, arrows.values()))


def circles(arrows: Arrows) -> list[str]:
    """Rooms from which a way leads back to them."""
    return sorted(name for name in arrows if name in _reached(arrows, name))


def _reached(arrows: Arrows, start: str) -> set[str]:
    found: set[str] = set()
    todo = [*arrows[start]]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(arrows[name])
    return found


def essential(arrows: Arrows) -> Arrows:
    """The arrows that no longer way implies: what is drawn."""
    return {
        name: {
            one
            for one in others
            if not any(one in _reached(arrows, other) for other in others - {one})
        }
        for name, others in arrows.items()
    }
