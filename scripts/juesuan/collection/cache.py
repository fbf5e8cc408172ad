"""What has not changed is not done again: hashes over code, sources, notes, in ``.cache/``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

CONVERSION = (
    "__init__.py",
    "amount.py",
    "check",
    "collection",
    "errors.py",
    "intake",
    "model.py",
    "package",
    "parse",
    "personal",
    "rows",
    "terms",
)
"""Rooms on which conversion depends: ``collection`` and all that it imports."""

_DEFINITIONS = (".py", ".toml", ".csv", ".json")
_CACHE = "build.json"


def code_version(suffixes: tuple[str, ...] = _DEFINITIONS) -> str:
    """A hash over all code of the package, and over what stands beside it.

    Args:
        suffixes: endings of the files that count.
    """
    return _code(suffixes, None)


class Cache:
    """Which disclosures are as their last conversion left them.

    What counts are all files of a disclosure and the code that converts it, by their bytes.
    """

    def __init__(self, root: Path) -> None:
        self._file = root / ".cache" / _CACHE
        self._known = _read(self._file)
        self._code = _code(_DEFINITIONS, CONVERSION)

    def is_current(self, folder: Path) -> bool:
        """Whether nothing of a disclosure's folder has changed, nor the code."""
        return self._known.get(folder.name) == self._fingerprint(folder)

    def keep(self, folder: Path) -> None:
        """Note that a disclosure was converted, and its folder is as it should be."""
        self._known[folder.name] = self._fingerprint(folder)

    def forget(self, folder: Path) -> None:
        """Note that a disclosure could not be converted."""
        self._known.pop(folder.name, None)

    def write(self) -> None:
        """Keep what was noted; written beside and renamed."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(f"{_CACHE}.new")
        fresh.write_text(json.dumps(self._known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        fresh.replace(self._file)

    def _fingerprint(self, folder: Path) -> str:
        return _hash(folder, sorted(folder.rglob("*")), self._code)


def _read(file: Path) -> dict[str, str]:
    """Id to the fingerprint of its last conversion; nothing where the file is lost or damaged."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _code(suffixes: tuple[str, ...], rooms: tuple[str, ...] | None) -> str:
    """A hash over the files of these rooms of the package; of all where None."""
    base = Path(str(resources.files("juesuan")))
    return _hash(
        base,
        (
            path
            for path in sorted(base.rglob("*"))
            if path.suffix in suffixes and _in(rooms, path.relative_to(base))
        ),
    )


def _in(rooms: tuple[str, ...] | None, path: Path) -> bool:
    return rooms is None or path.parts[0] in rooms


def _hash(base: Path, paths: Iterable[Path], begin: str = "") -> str:
    """A hash over the names of files below a folder and their bytes."""
    found = hashlib.sha256(begin.encode())
    for path in paths:
        if path.is_file():
            name = path.relative_to(base).as_posix()
            found.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()
