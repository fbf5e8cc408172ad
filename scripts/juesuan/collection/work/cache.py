"""What has not changed is not done again: hashes over code, sources, notes, in ``.cache/``."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from juesuan.beside import put
from juesuan.hashes import sha256_of
from juesuan.reach import version

_MADE = {"data", "datapackage.json"}
"""What conversion writes into a disclosure's folder; all else goes in."""

_CACHE = "build.json"

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is changed again has another time, on any file system."""

_FILES = 1 << 17
"""Files whose hashes are kept in one run."""


class Entry(NamedTuple):
    """Hashes of a disclosure when its package was last known to be what its source gives.

    Attributes:
        inputs: over its source, its notes and the code; empty once it could not be converted.
        package: over its tables and its descriptor.
    """

    inputs: str
    package: str


class Cache:
    """Which disclosures are as their last conversion left them.

    What counts are all files of a disclosure and the code that converts it, by their bytes: those
    that go in and those that come out, so that an edited table is noticed.
    """

    def __init__(self, root: Path) -> None:
        self._file = root / ".cache" / _CACHE
        self._known = _read(self._file)
        self._code = version("collection.conversion.convert")

    def is_current(self, folder: Path) -> bool:
        """Whether nothing of a disclosure's folder has changed, nor the code.

        What cannot be read is not: working on it tells why.
        """
        try:
            return self._known.get(folder.name) == self._entry(folder)
        except OSError:
            return False

    def is_last_good(self, folder: Path) -> bool:
        """Whether its package is the last one that was what its source gave, at that time."""
        known = self._known.get(folder.name)
        return known is not None and known.package == self._entry(folder).package

    def keep(self, folder: Path) -> None:
        """Note that a disclosure's package is what its source gives."""
        self._known[folder.name] = self._entry(folder)

    def forget(self, folder: Path) -> None:
        """Note that a disclosure could not be converted; its last good package stays known."""
        if known := self._known.get(folder.name):
            self._known[folder.name] = known._replace(inputs="")

    def write(self) -> None:
        """Keep what was noted; what cannot be kept is done again."""
        told = {name: entry._asdict() for name, entry in self._known.items()}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            put(self._file, f"{json.dumps(told, indent=1, sort_keys=True)}\n".encode())

    def _entry(self, folder: Path) -> Entry:
        made: list[Path] = []
        given: list[Path] = []
        for path in sorted(folder.rglob("*")):
            is_made = path.relative_to(folder).parts[0] in _MADE
            (made if is_made else given).append(path)
        return Entry(hash_of(folder, given, self._code), hash_of(folder, made))


def _read(file: Path) -> dict[str, Entry]:
    """Id to what is known of it; nothing where the file is lost, damaged, or of an older form."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    entries = found.items() if isinstance(found, dict) else ()
    return {name: entry for name, told in entries if (entry := _told(told))}


def _told(told: object) -> Entry | None:
    if not isinstance(told, dict) or set(told) != set(Entry._fields):
        return None
    return Entry(str(told["inputs"]), str(told["package"]))


def hash_of(base: Path, paths: Iterable[Path], begin: str = "") -> str:
    """A hash over files below a folder.

    Args:
        base: the folder.
        paths: what lies below it; each file counts by its name from there and its bytes.
        begin: what counts before them.
    """
    found = hashlib.sha256(begin.encode())
    for path in paths:
        if path.is_file():
            name = path.relative_to(base).as_posix()
            found.update(f"{name}\0{file_hash(path)}\0".encode())
    return found.hexdigest()


def file_hash(path: Path) -> str:
    """A hash over a file. In one run it is read once, unless it was written just now.

    Args:
        path: the file.

    Raises:
        OSError: if it cannot be read.
    """
    about = path.stat()
    if time.time_ns() - max(about.st_mtime_ns, about.st_ctime_ns) < _SETTLED:
        return sha256_of(path)
    return _known(path, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)


@lru_cache(_FILES)
def _known(path: Path, *about: int) -> str:
    """The hash of a file that nothing has changed since, by what the file system says of it."""
    return sha256_of(path)
