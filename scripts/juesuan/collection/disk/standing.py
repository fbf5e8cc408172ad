"""What is shown of a disclosure whose source or notes are not those of its package any more.

Its last good package, without what does not belong to it.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from juesuan import package
from juesuan.collection.disk.folders import sources_of
from juesuan.errors import JuesuanError
from juesuan.model import Facts
from juesuan.rows import FiguresRow


def is_outdated(folder: Path, facts: Facts) -> bool:
    """Whether a package was not made from the source and the notes that its folder has now."""
    return not _has_its_source(folder, facts) or not _has_notes(folder)


def _has_its_source(folder: Path, facts: Facts) -> bool:
    try:
        found = {one.name: one.read_bytes() for one in sources_of(folder)}
    except (JuesuanError, OSError):
        return False
    about = facts.disclosure
    told = {row["file"]: row["sha256"] for row in facts.rows("sources")}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}
    return hashes == (told or {about["source_file"]: about["source_sha256"]})


def _has_notes(folder: Path) -> bool:
    return _notes(folder) is not None


def notes_of(folder: Path) -> package.Notes:
    """The maintainer's notes; none where they cannot be read, which the conversion tells."""
    return _notes(folder) or package.Notes()


def _notes(folder: Path) -> package.Notes | None:
    try:
        return package.read_notes(folder)
    except JuesuanError:
        return None


@contextmanager
def standing(folder: Path, facts: Facts) -> Iterator[Path]:
    """A folder with what belongs to a package: itself, or a copy without what does not.

    Args:
        folder: the disclosure's.
        facts: its package.
    """
    if not is_outdated(folder, facts):
        yield folder
        return
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / folder.name
        shutil.copytree(folder / "data", copy / "data")
        shutil.copyfile(folder / "datapackage.json", copy / "datapackage.json")
        if _has_its_source(folder, facts):
            shutil.copytree(folder / "source", copy / "source")
        (copy / "source").mkdir(exist_ok=True)
        if _has_notes(folder) and (folder / package.NOTES).exists():
            shutil.copyfile(folder / package.NOTES, copy / package.NOTES)
        yield copy


def known_text(rows: Sequence[FiguresRow]) -> str:
    """What a ledger alone tells of a source that is lost: each figure at its offset, in its line.

    Args:
        rows: of ``figures``, in the order of the source.
    """
    text = [" "] * max((int(row["end"]) for row in rows), default=0)
    line, at = 1, 0
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        for offset in range(at, min(at + int(row["line"]) - line, start)):
            text[offset] = "\n"
        text[start:end] = list(row["text"][: end - start].ljust(end - start))
        line, at = max(line, int(row["line"])), end
    return "".join(text)
