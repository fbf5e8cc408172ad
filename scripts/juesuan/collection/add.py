"""Adding a new disclosure to a collection."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.bounded import bounded, one_budget
from juesuan.collection.cache import Cache
from juesuan.collection.convert import convert
from juesuan.collection.entering import Known, Place
from juesuan.collection.folders import ids, sources_of, text_of
from juesuan.collection.guard import stage
from juesuan.collection.lock import BEGUN
from juesuan.collection.registry import write_registry
from juesuan.collection.report import Report
from juesuan.collection.sources import read
from juesuan.errors import ConflictingSourceError, NoteError, PackageError
from juesuan.intake import SIGN
from juesuan.model import Document
from juesuan.parse import Identity, identify

_SCHEMA = "scripts/juesuan/terms/schemas/disclosure.json"
"""Where a repository of the project has the schema by which editors complete notes."""

_BEGUN = """# Where the disclosure comes from and limits; package/notes.py describes all keys.
# url = "https://"
# published = {on}
# obtained = {on}
added = {on}
"""


def add(root: Path, given: Path | Sequence[Path], disclosure_id: str = "", on: str = "") -> Report:
    """Put a new disclosure into the collection; nothing is written unless it can be understood.

    Its department is found in the registry, and gets a line there where it is new.

    Args:
        root: the repository.
        given: the file as received; or the files of one disclosure, a folder or a ZIP archive of
            them.
        disclosure_id: the id to use; found from the registry, the file's name or its text where
            empty.
        on: the day (ISO), for the maintainer's notes, which are begun then; no notes where empty.

    Returns:
        What became of it.

    Raises:
        SourceError: if the file cannot be used, is in the collection already, or its department
            has published this year already.
        TermsError: if the registry is wrong.
    """
    known = Known(root)
    with one_budget():
        place, report = _taken_in(root, known, given, disclosure_id, on)
    known.keep(place)
    with stage(place.disclosure_id, "cache"):
        write_registry(root, known.departments.rows)
        cache = Cache(root)
        cache.keep(root / "datapackages" / place.disclosure_id)
        cache.write()
    return replace(report, remarks=(*place.remarks, *report.remarks))


def _taken_in(
    root: Path, known: Known, given: Path | Sequence[Path], disclosure_id: str, on: str
) -> tuple[Place, Report]:
    """Where a new disclosure was put, and what became of it."""
    files = [given] if isinstance(given, Path) else list(given)
    name = files[0].name
    with tempfile.TemporaryDirectory() as unpacked:
        with stage(name, "intake"):
            into = Path(unpacked)
            paths, document, identity = bounded(name, lambda: _told(files, into))
        _refuse_known(root, name, paths, document)
        place = known.place(name, identity, disclosure_id)
        with stage(place.disclosure_id, "package"):
            return place, _placed(root / "datapackages" / place.disclosure_id, paths, on)


def _told(given: Sequence[Path], into: Path) -> tuple[list[Path], Document, Identity]:
    """The files that were given, archives unpacked; what is read from them; what it is."""
    paths = intake.gathered(given, into)
    document = read(paths)
    return paths, document, identify(document)


def _refuse_known(root: Path, name: str, paths: Sequence[Path], document: Document) -> None:
    """Refuse files that are in the collection under any name, also where parts are masked."""
    contents = {path.read_bytes() for path in paths}
    for other in ids(root):
        folder = root / "datapackages" / other
        if contents & _sources(folder) or _is_masked_copy(folder, document):
            raise ConflictingSourceError(
                name,
                f"the same content as {other}",
                "a new disclosure",
                "nothing: it is in the collection",
            )


def _sources(folder: Path) -> set[bytes]:
    """The contents of a folder's sources; none where it is damaged, which the build tells."""
    try:
        return {path.read_bytes() for path in sources_of(folder)}
    except (PackageError, OSError):
        return set()


def _is_masked_copy(folder: Path, document: Document) -> bool:
    """Whether a folder holds the document with parts of it masked."""
    try:
        notes = package.read_notes(folder)
        masked = bool(notes.masks or notes.copies)
        return masked and _is_like(document.text, text_of(folder))
    except (NoteError, PackageError, OSError):
        return False


def _is_like(text: str, masked: str) -> bool:
    """Whether two texts are the same but for what is masked in the second one."""
    alike = (one in (char, SIGN) for char, one in zip(text, masked, strict=False))
    return len(text) == len(masked) and all(alike)


def _placed(folder: Path, files: Sequence[Path], on: str) -> Report:
    """Convert files in a folder beside, which becomes the disclosure's when that went well."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=BEGUN) as name:
        fresh = Path(name) / folder.name
        (fresh / "source").mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, _free(fresh / "source", _plain_name(file.name)))
        if on:
            (fresh / package.NOTES).write_text(_begun(folder.parent.parent, on), encoding="utf-8")
        report = convert(fresh, on=on)
        fresh.rename(folder)
    return report


def _begun(root: Path, on: str) -> str:
    """The notes that are begun on a day (ISO)."""
    schema = f"#:schema ../../{_SCHEMA}\n" if (root / _SCHEMA).is_file() else ""
    return schema + _BEGUN.format(on=on)


def _plain_name(name: str) -> str:
    """The file's name with nothing in it but letters, digits and ``-_.``."""
    kept = "".join(char if char.isalnum() or char in "-_." else "-" for char in name)
    return kept.lstrip(".-") or "source.txt"


def _free(folder: Path, name: str) -> Path:
    """A free place for a file of this name; another one may have become the same."""
    taken = sum(1 for one in folder.iterdir() if one.name.lower() == name.lower())
    return folder / (f"{sum(1 for _ in folder.iterdir())}-{name}" if taken else name)
