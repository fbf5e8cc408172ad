"""Files over all disclosures: which there are, and whether they are as they were drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from juesuan.pages import addresses

_STAMP = ".over-all"
"""Below the drawn folder: of what the files over all were drawn, and which they were."""


def shared_files(drawn: Path) -> list[Path]:
    """Files that belong to no disclosure, as they are now."""
    folders = [drawn / addresses.folder(name) for name in addresses.SHARED]
    found = [path for folder in folders for path in folder.rglob("*")]
    found += (drawn / addresses.API).rglob("*")
    return [path for path in found if path.is_file()]


def remove_but(drawn: Path, kept: Iterable[Path]) -> None:
    """Remove files that belong to no disclosure and are not drawn any more, and empty folders."""
    for old in sorted({*shared_files(drawn)} - {*kept}):
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
    lines = sorted(
        f"{path.relative_to(drawn)} {path.stat().st_size}" for path in shared_files(drawn)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
