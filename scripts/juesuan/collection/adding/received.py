"""Which files this machine has added already: known by their hash before anything is read.

What is published may differ from what was received (numbers of persons are masked, web pages are
written anew), and no hash of the file as received may be published: it would tell what was masked.
So the hashes stay in ``.cache/``, beside the files that they are of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from juesuan.beside import put
from juesuan.hashes import sha256_of

_CACHE = "received.json"


def key_of(given: Sequence[Path]) -> str:
    """What files, folders and archives are known by: one hash over all, whatever their names."""
    files = [path for one in given for path in _files(one)]
    hashes = sorted(sha256_of(path) for path in files)
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _files(given: Path) -> Iterable[Path]:
    """A file, or those below a folder; links are left to whoever reads them."""
    found = given.rglob("*") if given.is_dir() else (given,)
    return (path for path in found if path.is_file() and not path.is_symlink())


class Received:
    """What was added on this machine.

    Args:
        root: the repository.
    """

    def __init__(self, root: Path) -> None:
        self._packages = root / "datapackages"
        self._file = root / ".cache" / _CACHE
        self._known = _read(self._file)

    def has(self, key: str) -> str:
        """The disclosure that was made of what has this key; empty if there is none any more."""
        name = self._known.get(key, "")
        return name if name and (self._packages / name).is_dir() else ""

    def keep(self, key: str, disclosure_id: str) -> None:
        """Note what was added."""
        self._known[key] = disclosure_id

    def write(self) -> None:
        """Keep what was noted; what cannot be kept is read again."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            put(self._file, json.dumps(self._known, indent=1).encode())


def _read(file: Path) -> dict[str, str]:
    """Key to id; nothing where the file is lost or damaged."""
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return {str(key): str(value) for key, value in found.items()}
    return {}
