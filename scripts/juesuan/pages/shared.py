"""Files over all disclosures: which there are, and whether they are as they were drawn."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from juesuan.pages import addresses

_STAMP = ".over-all"
"""Below the drawn folder: of what the files over all were drawn, and which they were."""


def shared_files(drawn: Path) -> Iterator[tuple[str, int]]:
    """Files that belong to no disclosure, as they are now, and their sizes; below the folder."""
    for name in (*map(addresses.folder, addresses.SHARED), addresses.API):
        if (drawn / name).is_dir():
            yield from _files(os.fspath(drawn / name), name)


def _files(folder: str, begin: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, f"{begin}{entry.name}/")
            elif entry.is_file():
                yield begin + entry.name, entry.stat().st_size


def remove_but(drawn: Path, kept: Iterable[Path]) -> None:
    """Remove files that belong to no disclosure and are not drawn any more, and empty folders."""
    there = {f"{os.fspath(drawn)}/{name}" for name, _ in shared_files(drawn)}
    for old in map(Path, sorted(there - {*map(os.fspath, kept)})):
        old.unlink()
        if not any(old.parent.iterdir()):
            old.parent.rmdir()


def stand(drawn: Path, told: str) -> bool:
    """Whether the files over all are those that were drawn from the same."""
    stamp = drawn / _STAMP
    return bool(told) and stamp.is_file() and stamp.read_text("utf-8") == told + _listed(drawn)


def keep(drawn: Path, told: str) -> None:
    """Note of what the files over all were drawn."""
    if told:
        (drawn / _STAMP).write_text(told + _listed(drawn), encoding="utf-8")
    else:
        (drawn / _STAMP).unlink(missing_ok=True)


def _listed(drawn: Path) -> str:
    """The files over all with their sizes, as one hash."""
    lines = sorted(f"{name} {size}" for name, size in shared_files(drawn))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
