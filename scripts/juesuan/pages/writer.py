"""Writing generated files: beside and renamed, and only where their content changed."""

from __future__ import annotations

import filecmp
from collections.abc import Callable
from pathlib import Path

Content = str | bytes | Callable[[Path], object]
"""A file's content, or what writes the file that it is given."""


class Writer:
    """Writes files beside and renames them; counts those that are new, knows all that should be."""

    def __init__(self) -> None:
        self.written = 0
        self.paths: set[Path] = set()

    def write(self, path: Path, content: Content) -> None:
        """Write a file unless it has this content already."""
        self.paths.add(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            self._make(path, content)
        else:
            self._write(path, content.encode("utf-8") if isinstance(content, str) else content)

    def _write(self, path: Path, content: bytes) -> None:
        if path.exists() and path.read_bytes() == content:
            return
        fresh = _beside(path)
        fresh.write_bytes(content)
        self._place(fresh, path)

    def _make(self, path: Path, maker: Callable[[Path], object]) -> None:
        """Let a file be written beside, and keep the one that is there if it is the same."""
        fresh = _beside(path)
        maker(fresh)
        if path.exists() and filecmp.cmp(fresh, path, shallow=False):
            fresh.unlink()
        else:
            self._place(fresh, path)

    def _place(self, fresh: Path, path: Path) -> None:
        fresh.replace(path)
        self.written += 1


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")
