"""Adding a new disclosure to a collection."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.bounded import bounded, one_budget
from juesuan.collection.cache import Cache
from juesuan.collection.convert import convert
from juesuan.collection.folders import ID, check_id, ids, sources_of, text_of
from juesuan.collection.guard import stage
from juesuan.collection.lock import BEGUN
from juesuan.collection.report import Report
from juesuan.collection.sources import read
from juesuan.errors import ConflictingSourceError, NoteError, PackageError
from juesuan.intake import SIGN
from juesuan.model import Document, Facts
from juesuan.parse import Identity, identify
from juesuan.rows import DisclosureColumn, DisclosureRow

_SCHEMA = "scripts/juesuan/terms/schemas/disclosure.json"
"""Where a repository of the project has the schema by which editors complete notes."""

_BEGUN = """# Where the disclosure comes from and limits; package/notes.py describes all keys.
# url = "https://"
# published = {on}
# obtained = {on}
added = {on}
"""

_SAME: tuple[DisclosureColumn, ...] = ("department", "scope", "fiscal_year")
"""Columns in which two versions of one disclosure agree."""


def add(root: Path, given: Path | Sequence[Path], disclosure_id: str = "", on: str = "") -> Report:
    """Put a new disclosure into the collection; nothing is written unless it can be understood.

    Args:
        root: the repository.
        given: the file as received; or the files of one disclosure, a folder or a ZIP archive of
            them.
        disclosure_id: the id to use; found from the file's name or its text where empty.
        on: the day (ISO), for the maintainer's notes, which are begun then; no notes where empty.

    Returns:
        What became of it; a disclosure of the same department and year is remarked.

    Raises:
        SourceError: if the file cannot be used, or is in the collection already.
    """
    with one_budget():
        chosen, report = _taken_in(root, given, disclosure_id, on)
    with stage(chosen, "cache"):
        cache = Cache(root)
        cache.keep(root / "datapackages" / chosen)
        cache.write()
    return replace(report, remarks=(*_same_year(root, chosen), *report.remarks))


def _taken_in(
    root: Path, given: Path | Sequence[Path], disclosure_id: str, on: str
) -> tuple[str, Report]:
    """The id of a new disclosure, and what became of it."""
    files = [given] if isinstance(given, Path) else list(given)
    name = files[0].name
    with tempfile.TemporaryDirectory() as unpacked:
        with stage(name, "intake"):
            into = Path(unpacked)
            paths, document, identity = bounded(name, lambda: _told(files, into))
        chosen = check_id(disclosure_id or _id_of(files[0], identity))
        _refuse_known(root, name, paths, document)
        folder = root / "datapackages" / chosen
        _refuse_taken(folder, name)
        with stage(chosen, "package"):
            return chosen, _placed(folder, paths, on)


def _told(given: Sequence[Path], into: Path) -> tuple[list[Path], Document, Identity]:
    """The files that were given, archives unpacked; what is read from them; what it is."""
    paths = intake.gathered(given, into)
    document = read(paths)
    return paths, document, identify(document)


def _id_of(file: Path, identity: Identity) -> str:
    """The file's name where it is an id of the document's year; else one from the document."""
    if ID.fullmatch(file.stem) and file.stem.endswith(f"-{identity.year}"):
        return file.stem
    return identity.suggested_id()


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


def _refuse_taken(folder: Path, name: str) -> None:
    if folder.exists():
        found = f"the id {folder.name}, which is taken"
        raise ConflictingSourceError(name, found, "a free id", "give another one with --id")


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


def _same_year(root: Path, chosen: str) -> tuple[str, ...]:
    """A remark for each other disclosure of the same department and year.

    One of the two may be an older version.
    """
    about = {facts.disclosure_id: facts.disclosure for facts in _whole(root)}
    this = about.pop(chosen)
    return tuple(
        f"{one} is of the same department and year; if one of the two is an older version, keep "
        "only the other"
        for one, row in about.items()
        if _agree(row, this)
    )


def _whole(root: Path) -> Iterator[Facts]:
    """The packages that can be read."""
    for one in ids(root):
        with suppress(PackageError):
            yield package.load(root / "datapackages" / one)


def _agree(row: DisclosureRow, other: DisclosureRow) -> bool:
    return all(row[column] == other[column] for column in _SAME)
