"""What has not changed is not done again: hashes over code, sources and notes, kept in ``.cache/``."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path

_CACHE = "build.json"


def code_version(
    suffixes: tuple[str, ...] = (".py", ".toml", ".csv", ".json"),
    leave_out: tuple[str, ...] = ("pages", "cli.py"),
) -> str:
    """A hash over the code and the definitions that a stage depends on; by default those of conversion.

    Args:
        suffixes: endings of the files that count.
        leave_out: folders and files of the package that do not.
    """
    found = hashlib.sha256()
    base = Path(str(resources.files("juesuan")))
    for path in sorted(base.rglob("*")):
        parts = path.relative_to(base).parts
        if path.is_file() and path.suffix in suffixes and parts[0] not in leave_out:
            found.update(
                path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes() + b"\0"
            )
    return found.hexdigest()


def fingerprint(folder: Path, code: str) -> str:
    """A hash over a disclosure's folder and the version of the code."""
    found = hashlib.sha256(code.encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.update(
                path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0"
            )
    return found.hexdigest()


def read_cache(root: Path) -> dict[str, str]:
    """Id to the fingerprint with which a disclosure was converted last; nothing where the cache is missing or damaged."""
    try:
        found = json.loads((root / ".cache" / _CACHE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def write_cache(root: Path, known: dict[str, str]) -> None:
    """Keep the fingerprints; written beside and renamed."""
    folder = made(root / ".cache")
    fresh = folder / f"{_CACHE}.new"
    fresh.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    fresh.replace(folder / _CACHE)


def made(folder: Path) -> Path:
    """The folder, made where it was not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder
