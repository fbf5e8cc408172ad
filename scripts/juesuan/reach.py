"""What of the program a module can reach, so that a change makes anew only what lies behind it.

Read from the texts of the modules. A name counts where it is defined: the face of a package
(``__init__.py``) hands names on, and is reached only by names of its own. A definition or a
template counts for the modules that name it. What no name tells takes all there is: who looks
through a folder (``__path__``) reaches everything in it, who starts or loads a file beside it
every module beside it. What is imported for types alone is never run.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from textwrap import dedent

NAME = "juesuan"
ROOT = Path(__file__).parent
"""The folder of the program."""

_FACE = "__init__.py"
_IMPORT = re.compile(
    rf"^[ \t]*(?:from {NAME}[\w.]* import (?:\((?:[^)#]|#.*)*\)|[^\n(]+)|import {NAME}[^\n]*)",
    re.MULTILINE,
)
_FOR_TYPES = re.compile(r"^if TYPE_CHECKING:\n(?:[ \t].*\n|\n)+", re.MULTILINE)
_LOOKS_THROUGH = re.compile(r"(?<![\w.])__path__")
_BESIDE = re.compile(r"sys\.path\.append|__file__\)\.with_name")
_PATTERN = re.compile(r"""f["']([\w/]*){\w+}(\.\w+|)["']""")
_LITERAL = re.compile(r"""["']([\w.-]+)["']""")

Parts = tuple[str, ...]
"""The parts of a dotted name below the program."""

Bound = tuple[str, Parts]
"""A name in a module, and what an import binds it to."""


def version(*names: str, root: Path = ROOT) -> str:
    """A hash over all that some modules can reach: names and bytes of the files.

    Args:
        names: of modules, with dots, below the program.
        root: the folder of the program.

    Raises:
        LookupError: if there is no such module.
    """
    return (_own_versions() if root == ROOT else Versions(root)).of(*names)


class Versions:
    """Versions of a program, kept as Python keeps modules: known by the bytes of all its files.

    Args:
        root: the folder of the program.
        kept: the file in which they are kept between runs; nowhere if None.
    """

    def __init__(self, root: Path, kept: Path | None = None) -> None:
        self._root, self._kept = root, kept
        self._known: dict[str, str] | None = None

    def of(self, *names: str) -> str:
        """A hash over all that some modules can reach.

        Args:
            names: of modules, with dots, below the program.

        Raises:
            LookupError: if there is no such module.
        """
        if self._known is None:
            self._known = self._read() if self._kept else {}
        name = " ".join(names)
        if name not in self._known:
            self._known[name] = _hash(self._root, reached(*names, root=self._root))
            self._keep(self._known)
        return self._known[name]

    @cached_property
    def _whole(self) -> str:
        return _hash(self._root, sorted(_files(self._root)))

    def _read(self) -> dict[str, str]:
        """What an earlier run has found of the same program; nothing where there is none."""
        with suppress(OSError, ValueError, LookupError, AttributeError, TypeError):
            told = json.loads(self._kept.read_text(encoding="utf-8")) if self._kept else {}
            if told.get("program") == self._whole:
                return {str(name): str(found) for name, found in told["versions"].items()}
        return {}

    def _keep(self, known: Mapping[str, str]) -> None:
        """Keep what is known; where nothing can be kept it is found anew each time."""
        if self._kept is None:
            return
        fresh = self._kept.with_name(f".{self._kept.name}.{os.getpid()}")
        with suppress(OSError):
            told = {"program": self._whole, "versions": known}
            fresh.write_text(json.dumps(told), encoding="utf-8")
            fresh.replace(self._kept)


@cache
def _own_versions() -> Versions:
    kept = ROOT / "__pycache__" / "versions.json"
    return Versions(ROOT, None if sys.dont_write_bytecode else kept)


def _hash(root: Path, files: Iterable[str]) -> str:
    """A hash over names and bytes of files."""
    found = hashlib.sha256()
    for file in files:
        found.update(file.encode() + b"\0" + (root / file).read_bytes() + b"\0")
    return found.hexdigest()


def reached(*names: str, root: Path = ROOT) -> list[str]:
    """The files that some modules can reach, themselves among them: below the program, sorted.

    Args:
        names: of modules, with dots, below the program.
        root: the folder of the program.

    Raises:
        LookupError: if there is no such module.
    """
    program = _own() if root == ROOT else Program(root)
    modules = _spread([program.module(name) for name in names], program.imported)
    return sorted(modules | program.definitions(modules))


@cache
def _own() -> Program:
    """The running program, which does not change."""
    return Program(ROOT)


def _spread(start: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    """What is reached from some files, step by step."""
    found: set[str] = set()
    todo = [*start]
    while todo:
        file = todo.pop()
        if file not in found:
            found.add(file)
            todo.extend(onward(file))
    return found


class Program:
    """The modules of a program, and the definitions and templates that lie beside them.

    A file is called by its path below the program.

    Args:
        root: the folder of the program.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self._root = root
        self._files = frozenset(_files(root))
        self._texts: dict[str, str] = {}
        self._bound: dict[str, frozenset[Bound]] = {}
        self._onward: dict[str, set[str]] = {}
        self._quoted: dict[str, frozenset[str]] = {}

    def module(self, name: str) -> str:
        """The file of a module.

        Raises:
            LookupError: if there is none.
        """
        file = self._file(tuple(name.split(".")))
        if not file:
            raise LookupError(f"{name}: found no such module below {self._root}")
        return file

    def imported(self, file: str) -> set[str]:
        """The modules that one reaches at once."""
        if file not in self._onward:
            self._onward[file] = self._imported(file)
        return self._onward[file]

    def _imported(self, file: str) -> set[str]:
        text = self._text(file)
        found: set[str] = set()
        for local, parts in self.imports(file):
            if self._file(parts).endswith(_FACE):
                for chain in _used(local, text):
                    found |= self._sources((*parts, *chain))
            else:
                found |= self._sources(parts)
        folder = file.rpartition("/")[0]
        if file.endswith(_FACE) and _LOOKS_THROUGH.search(text):
            found |= self._below(folder)
        if _BESIDE.search(text):
            found |= {one for one in self._below(folder) if one.rpartition("/")[0] == folder}
        return found

    def imports(self, file: str) -> frozenset[Bound]:
        """The names that a module's imports bind, each with what it stands for."""
        if file not in self._bound:
            found = _IMPORT.findall(_FOR_TYPES.sub("", self._text(file)))
            self._bound[file] = frozenset(one for text in found for one in _bound(text))
        return self._bound[file]

    def definitions(self, modules: Iterable[str]) -> set[str]:
        """The definitions and templates that some modules name, or what they name does."""
        patterns = {one for file in modules for one in _PATTERN.findall(self._text(file))}
        by_name: dict[str, set[str]] = {}
        for file in self._files:
            if not file.endswith(".py"):
                for name in _names_of(file, patterns):
                    by_name.setdefault(name, set()).add(file)
        return _spread(
            [one for file in modules for one in self._named(file, by_name)],
            lambda file: self._named(file, by_name) if file.endswith(".j2") else (),
        )

    def _named(self, file: str, by_name: Mapping[str, set[str]]) -> Iterator[str]:
        for name in by_name.keys() & self._quotes(file):
            yield from by_name[name]

    def _quotes(self, file: str) -> frozenset[str]:
        """What stands between quotes in a file, and the folders that patterns begin with."""
        if file not in self._quoted:
            text = self._text(file)
            folders = (begin for begin, end in _PATTERN.findall(text) if not end)
            self._quoted[file] = frozenset((*_LITERAL.findall(text), *folders))
        return self._quoted[file]

    def _sources(self, parts: Parts) -> set[str]:
        """The modules that define what a dotted name stands for; further names are of it."""
        for number in range(1, len(parts) + 1):
            before, name = parts[: number - 1], parts[number - 1]
            file = self._file(parts[:number])
            if name == "__path__":
                return self._below("/".join(before))
            if not file:
                return self._handed_on(before, name)
            if not file.endswith(_FACE):
                return {file}
        return {self._file(parts)}

    def _handed_on(self, parts: Parts, name: str) -> set[str]:
        """Where a name comes from that a module or a package has."""
        file = self._file(parts)
        if not file.endswith(_FACE) or name == "*":
            return {file} - {""}
        bound = dict(self.imports(file))
        if name in bound:
            return self._sources(bound[name])
        is_own = re.search(rf"^(?:def |class )?{name}\b", self._text(file), re.MULTILINE)
        return {file} if is_own or "*" in bound else set()

    def _file(self, parts: Parts) -> str:
        """The file of a module, or of the face of a package; empty if there is none."""
        name = "/".join(parts)
        for file in (f"{name}/{_FACE}" if name else _FACE, f"{name}.py"):
            if file in self._files:
                return file
        return ""

    def _below(self, folder: str) -> set[str]:
        """The modules of a folder and of those in it."""
        begin = f"{folder}/" if folder else ""
        return {one for one in self._files if one.endswith(".py") and one.startswith(begin)}

    def _text(self, file: str) -> str:
        if file not in self._texts:
            self._texts[file] = (self._root / file).read_text(encoding="utf-8")
        return self._texts[file]


def _files(root: Path) -> Iterator[str]:
    for folder, names, files in os.walk(root):
        if "__pycache__" in names:
            names.remove("__pycache__")
        below = Path(folder).relative_to(root).as_posix()
        yield from (one if below == "." else f"{below}/{one}" for one in files)


def _bound(statement: str) -> Iterator[Bound]:
    """The names that one import binds, each with what it stands for."""
    for node in ast.parse(dedent(statement)).body:
        if isinstance(node, ast.ImportFrom):
            base = tuple((node.module or "").split("."))[1:]
            for alias in node.names:
                yield alias.asname or alias.name, (*base, alias.name)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name, tuple(alias.name.split("."))[1:]


def _used(local: str, text: str) -> Iterator[Sequence[str]]:
    """What is asked of a package, by what it is called in a text: chains of names."""
    for found in set(re.findall(rf"(?<![\w.]){re.escape(local)}((?:\.\w+)+)", text)):
        yield found[1:].split(".")


def _names_of(file: str, patterns: Iterable[tuple[str, str]]) -> Iterator[str]:
    """How modules can name a definition or a template: by its file, or a folder below.

    Without its ending where a text with a gap, such as ``words/{name}.toml``, can stand for it.

    >>> list(_names_of("terms/data/words/view.toml", [("words/", ".toml"), ("", ".csv")]))
    ['view.toml', 'words/', 'view']
    """
    _room, _kind, *folders, name = file.split("/")
    place = file.removesuffix(name)
    stem, _, ending = name.rpartition(".")
    yield name
    yield from (f"{one}/" for one in folders)
    if any(place.endswith(begin) and end == f".{ending}" for begin, end in patterns):
        yield stem


__all__ = ["ROOT", "Program", "Versions", "reached", "version"]
