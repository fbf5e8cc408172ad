"""Writing generated files: beside and renamed, and only where their content changed."""

from __future__ import annotations

import filecmp
from collections.abc import Callable
from pathlib import Path


class Writer:
    """Writes files beside and renames them; counts those that were not there, and knows all that should be."""

    def __init__(self) -> None:
        self.written = 0
        self.paths: set[Path] = set()

    def write(self, path: Path, data: str | bytes) -> None:
        """Write a file unless it has this content already."""
        self.paths.add(path)
        content = data.encode("utf-8") if isinstance(data, str) else data
        if path.exists() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(content)
        fresh.replace(path)
        self.written += 1

    def make(self, path: Path, maker: Callable[[Path], object]) -> None:
        """Let a file be written beside and put it in place unless the one there is the same.

        Args:
            path: where the file belongs.
            maker: writes the file that it is given.
        """
        self.paths.add(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        maker(fresh)
        if path.exists() and filecmp.cmp(fresh, path, shallow=False):
            fresh.unlink()
            return
        fresh.replace(path)
        self.written += 1
