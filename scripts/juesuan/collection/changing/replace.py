"""Replacing the file of a disclosure by a newer one; the earlier version stays beside it.

``versions/<day>/`` holds the package, the source and the notes as they were, and ``changes.csv``
with every published value that changed.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan import package
from juesuan.collection.adding.by_hand import NOTHING_SAID, ByHand, of_newer_files
from juesuan.collection.adding.looked import received
from juesuan.collection.conversion.bounded import one_budget
from juesuan.collection.conversion.convert import convert
from juesuan.collection.disk.exchange import entry
from juesuan.collection.disk.guard import stage
from juesuan.collection.disk.lock import BEGUN, swap
from juesuan.collection.disk.log import Logged, disclosure_of, logged_as, note
from juesuan.collection.disk.versions import CHANGES, VERSIONS
from juesuan.collection.reports.changes import Change, change_lines, changes, changes_csv
from juesuan.collection.reports.report import Report
from juesuan.collection.work.cache import Cache
from juesuan.errors import PackageError
from juesuan.rows import DisclosureRow

_KEPT = ("source", "data", "datapackage.json", package.NOTES)
"""What of a disclosure is kept of an earlier version."""


_OF_FILES = ("[[source]]", "[[mask]]", "[[copy]]")
"""Entries of the notes that are about the files."""


@dataclass(frozen=True)
class Replaced:
    """What became of a replacement.

    Attributes:
        report: of the conversion.
        changes: the published values that changed.
        version: the folder of the earlier version.
    """

    report: Report
    changes: tuple[Change, ...]
    version: Path


def replace_source(
    root: Path,
    disclosure_id: str,
    given: Sequence[Path],
    reason: str,
    on: str,
    by: str = "maintainers",
    said: ByHand = NOTHING_SAID,
) -> Replaced:
    """Put a newer file in the place of a disclosure's; both or none is done.

    Where the earlier file came from and when is not said of the newer one.

    A correction that tells of it is written into its notes. Notes that the new file contradicts
    (a pin that matches nothing) are refused by the conversion: correct them first.

    Args:
        root: the repository.
        disclosure_id: the disclosure.
        given: the newer file, or its files, a folder or an archive of them.
        reason: why, in Chinese; it is published.
        on: the day (ISO).
        by: who says so; it stands in the log.
        said: where the newer file comes from and when: its address and days count, nothing else.

    Raises:
        JuesuanError: if the file cannot be read, is of another year, or nothing of it differs.
    """
    folder = disclosure_of(root, disclosure_id)
    before = package.load(folder)
    version = _free(folder / VERSIONS, on)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=BEGUN) as name, one_budget():
        fresh = _made(folder, given, Path(name), on, said)
        report = convert(fresh, on=on)
        now = package.load(fresh)
        if now.disclosure["source_sha256"] == before.disclosure["source_sha256"]:
            raise PackageError(
                f"{disclosure_id}: found the file that is there; expected a newer one."
            )
        _refuse_other(before.disclosure["department"], now.disclosure["department"], disclosure_id)
        found = tuple(changes(before, now))
        report = replace(report, changed=change_lines(found))
        _correct(fresh, reason, len(found), on)
        with stage(disclosure_id, "package"):
            _keep(folder, fresh, version, changes_csv(found))
            row = _row(disclosure_id, now.disclosure, reason, by, on)
            swap(folder, fresh)
            note(root, row)
    cache = Cache(root)
    cache.keep(folder)
    cache.write()
    return Replaced(report, found, version)


def _row(disclosure_id: str, about: DisclosureRow, reason: str, by: str, on: str) -> Logged:
    """The row of the log that tells of the replacement."""
    told = {"on": on, "action": "replaced", "disclosure_id": disclosure_id}
    return logged_as(about, told | {"reason": reason.strip(), "by": by.strip()})


def _refuse_other(before: str, now: str, disclosure_id: str) -> None:
    """Refuse the file of another department, which is no newer version."""
    if before != now:
        raise PackageError(
            f"{disclosure_id}: found the department {now} in the newer file; expected {before}. "
            "What to do: add it by itself; where only the name was corrected, say `department` in "
            "disclosure.toml first."
        )


def _made(folder: Path, given: Sequence[Path], scratch: Path, on: str, said: ByHand) -> Path:
    """A folder beside with the newer files and the notes."""
    fresh, unpacked = scratch / folder.name, scratch / "unpacked"
    fresh.mkdir()
    unpacked.mkdir()
    received(given, unpacked)
    (unpacked / "named").rename(fresh / "source")
    notes = package.within(folder, package.NOTES)
    text = notes.read_text(encoding="utf-8-sig") if notes.exists() else ""
    text = of_newer_files(_without_earlier_files(text), on, said)
    (fresh / package.NOTES).write_text(text, encoding="utf-8")
    return fresh


def _without_earlier_files(notes: str) -> str:
    """Notes without the earlier files: where each came from, what was masked and exchanged."""
    kept, is_kept = [], True
    for line in notes.splitlines(keepends=True):
        if line.lstrip().startswith("["):
            is_kept = line.strip() not in _OF_FILES
        kept.append(line if is_kept else "")
    return "".join(kept)


def _correct(fresh: Path, reason: str, number: int, on: str) -> None:
    """Add the correction that tells of the replacement to the notes."""
    notes = fresh / package.NOTES
    told = notes.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if notes.exists() else ""
    what = f"部门重新公开，本站改用新的文件：{reason}。共有 {number} 处数据与原先公布的不同。"
    notes.write_text(told + entry("correction", on, {"what": what}), encoding="utf-8")
    package.read_notes(fresh)


def _free(folder: Path, on: str) -> Path:
    """The folder of a version of a day, of which there may be several."""
    number, free = 1, folder / on
    while free.exists():
        number += 1
        free = folder / f"{on}-{number}"
    return free


def _keep(folder: Path, fresh: Path, version: Path, told: str) -> None:
    """Put the earlier versions, and what is there now as one of them, beside the newer one."""
    if (folder / VERSIONS).is_dir():
        shutil.copytree(folder / VERSIONS, fresh / VERSIONS)
    kept = fresh / version.relative_to(folder)
    kept.mkdir(parents=True)
    for name in _KEPT:
        path = folder / name
        if path.is_dir():
            shutil.copytree(path, kept / name)
        elif path.exists():
            shutil.copyfile(path, kept / name)
    (kept / CHANGES).write_text(told, encoding="utf-8", newline="\n")
