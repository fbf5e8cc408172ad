"""Writing generated files: beside and renamed, and only where their content changed."""

from __future__ import annotations

import filecmp
import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from juesuan.beside import put, unfinished
from juesuan.hashes import sha256_of

Content = str | bytes | Callable[[Path], object]
"""A file's content, or what writes the file that it is given."""


@dataclass(frozen=True)
class Shown:
    """A file that is drawn only where what it shows has changed.

    Attributes:
        told: all that it follows from, the program apart, as a text.
        draw: gives its content.
    """

    told: str
    draw: Callable[[], Content]


class Record:
    """From what files were drawn, kept between builds with a hash over each.

    Args:
        path: where it is kept.
        code: the version of the program that draws.
        base: the folder below which the files are.
    """

    def __init__(self, path: Path, code: str, base: Path) -> None:
        self._path, self._code, self._base = path, code, base
        self._before = self._read()
        self._now: dict[str, tuple[str, str]] = {}

    def stands(self, path: Path, told: str) -> bool:
        """Whether a file is as it was drawn from the same."""
        name = self._name(path)
        held = self._before.get(name)
        if held is None or held[0] != _short(told) or _hash(path) != held[1]:
            return False
        self._now[name] = held
        return True

    def note(self, path: Path, told: str) -> None:
        """Note from what a file was drawn."""
        self._now[self._name(path)] = _short(told), _hash(path)

    def keep(self) -> None:
        """Keep what was noted or stands."""
        kept = {"code": self._code, "files": self._now}
        put(self._path, json.dumps(kept, separators=(",", ":")).encode())

    def _name(self, path: Path) -> str:
        return path.relative_to(self._base).as_posix()

    def _read(self) -> dict[str, tuple[str, str]]:
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            if kept["code"] == self._code:
                return {str(path): (str(a), str(b)) for path, (a, b) in kept["files"].items()}
        return {}


def _short(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _hash(path: Path) -> str:
    """A hash over a file; empty where there is none."""
    with suppress(OSError):
        return sha256_of(path)[:32]
    return ""


class Writer:
    """Writes files beside and renames them; counts those that are new, knows all that should be.

    Args:
        record: from what files were drawn; without it all are drawn.
    """

    def __init__(self, record: Record | None = None) -> None:
        self.written = 0
        self.drawn = 0
        self.paths: set[Path] = set()
        self._record = record
        self._folders: set[Path] = set()

    def write(self, path: Path, content: Content | Shown) -> None:
        """Write a file unless it has this content already, or stands for what it shows."""
        self.paths.add(path)
        if not isinstance(content, Shown):
            self._put(path, content)
        elif self._record is None:
            self._put(path, content.draw())
        elif not self._record.stands(path, content.told):
            self._put(path, content.draw())
            self._record.note(path, content.told)

    def _put(self, path: Path, content: Content) -> None:
        self.drawn += 1
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        if callable(content):
            self._make(path, content)
        else:
            self._write(path, content.encode("utf-8") if isinstance(content, str) else content)

    def _write(self, path: Path, content: bytes) -> None:
        with suppress(FileNotFoundError):
            if path.read_bytes() == content:
                return
        put(path, content)
        self.written += 1

    def _make(self, path: Path, maker: Callable[[Path], object]) -> None:
        """Let a file be written beside, and keep the one that is there if it is the same."""
        fresh = unfinished(path)
        maker(fresh)
        if path.exists() and filecmp.cmp(fresh, path, shallow=False):
            fresh.unlink()
        else:
            fresh.replace(path)
            self.written += 1
