"""The package that was published before a conversion, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from juesuan import package
from juesuan.errors import PackageError
from juesuan.model import Facts
from juesuan.rows import ChecksRow

_MADE_LATER = {"figures", "checks", "sources", "places"}
"""Resources that are made after parsing."""


@dataclass(frozen=True)
class Before:
    """A package as it stands on disk.

    Attributes:
        facts: what it holds; None where there is no package, or a damaged one.
        remarks: that it was damaged.
    """

    facts: Facts | None = None
    remarks: tuple[str, ...] = ()

    @classmethod
    def of(cls, folder: Path) -> Before:
        """The package in a folder; one that is damaged counts as none and is remarked."""
        if not (folder / "datapackage.json").exists() and not (folder / "data").exists():
            return cls()
        try:
            return cls(package.load(folder))
        except PackageError as error:
            remark = (
                "the package on disk was damaged and is written anew; nothing could be compared "
                f"with it: {error}"
            )
            return cls(None, (remark,))


def refuse_vanished(name: str, before: Before, facts: Facts) -> None:
    """Refuse facts that lack a resource which was published.

    Raises:
        PackageError: if they do.
    """
    published = set(before.facts.tables) if before.facts else set()
    gone = sorted(published - set(facts.tables) - _MADE_LATER)
    if gone:
        raise PackageError(
            f"{name}: {', '.join(gone)} was published and is not found any more. Expected the same "
            "resources. What to do: see what changed in the source or the code; to publish without "
            "it, delete data/ and datapackage.json first."
        )


def changed_fails(
    before: Before, checks: Sequence[ChecksRow]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Failed checks that are new and have no pin, and those that are gone, as sentences."""
    old = _fails(before.facts.rows("checks") if before.facts else ())
    now = _fails(checks)
    new = (row for key, row in now.items() if key not in old and not row["pinned"])
    gone = (row for key, row in old.items() if key not in now)
    return _sentences(new), _sentences(gone)


def _fails(checks: Sequence[ChecksRow]) -> dict[tuple[str, str], ChecksRow]:
    return {(row["rule"], row["subject"]): row for row in checks if row["state"] == "fail"}


def _sentences(checks: Iterable[ChecksRow]) -> tuple[str, ...]:
    return tuple(f"{row['rule']} {row['statement']}" for row in checks)
