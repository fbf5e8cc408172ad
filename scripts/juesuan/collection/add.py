"""Adding a new disclosure to a collection."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
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
from juesuan.collection.sources import pages_of, put_together, read
from juesuan.errors import ConflictingSourceError, NoteError, PackageError
from juesuan.intake import SIGN, Pages
from juesuan.model import Document
from juesuan.parse import Identity, identify

_PAGES = re.compile(r"([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?")
"""The first and the last page as they are asked for."""

_SCHEMA = "scripts/juesuan/terms/schemas/disclosure.json"
"""Where a repository of the project has the schema by which editors complete notes."""

_BEGUN = """# Where the disclosure comes from and limits; package/notes.py describes all keys.
# url = "https://"
# published = {on}
# obtained = {on}
added = {on}
"""


def add(
    root: Path,
    given: Path | Sequence[Path],
    disclosure_id: str = "",
    on: str = "",
    pages: str = "",
) -> Report:
    """Put a new disclosure into the collection; nothing is written unless it can be understood.

    Its department is found in the registry, and gets a line there where it is new.

    Args:
        root: the repository.
        given: the file as received; or the files of one disclosure, a folder or a ZIP archive of
            them.
        disclosure_id: the id to use; found from the registry, the file's name or its text where
            empty.
        on: the day (ISO), for the maintainer's notes, which are begun then; no notes where empty.
        pages: the first and the last page of a PDF that holds more than the disclosure, such as
            ``15-28``; all of it where empty.

    Returns:
        What became of it.

    Raises:
        SourceError: if the file cannot be used, is in the collection already, or its department
            has published this year already.
        TermsError: if the registry is wrong.
    """
    known = Known(root)
    with one_budget():
        place, report = _taken_in(root, known, given, disclosure_id, on, _pages(pages))
    known.keep(place)
    with stage(place.disclosure_id, "cache"):
        write_registry(root, known.departments.rows)
        cache = Cache(root)
        cache.keep(root / "datapackages" / place.disclosure_id)
        cache.write()
    return replace(report, remarks=(*place.remarks, *report.remarks))


def _pages(told: str) -> Pages | None:
    """The pages that were asked for; None for all.

    Raises:
        NoteError: if they are not written as the first and the last one.
    """
    if not told:
        return None
    match = _PAGES.fullmatch(told)
    pages = Pages(int(match[1]), int(match[2] or match[1])) if match else None
    if pages is None or pages.last < pages.first:
        raise NoteError(
            f"found --pages {told}; expected the first and the last page, counted from 1. "
            "What to do: write them such as --pages 15-28."
        )
    return pages


def _taken_in(
    root: Path,
    known: Known,
    given: Path | Sequence[Path],
    disclosure_id: str,
    on: str,
    pages: Pages | None,
) -> tuple[Place, Report]:
    """Where a new disclosure was put, and what became of it."""
    files = [given] if isinstance(given, Path) else list(given)
    name = files[0].name
    with tempfile.TemporaryDirectory() as unpacked:
        with stage(name, "intake"):
            into = Path(unpacked)
            new = bounded(name, lambda: _told(files, into, pages))
        _refuse_known(root, name, new)
        place = known.place(name, new.identity, disclosure_id)
        with stage(place.disclosure_id, "package"):
            return place, _placed(root / "datapackages" / place.disclosure_id, new, on)


@dataclass(frozen=True)
class _New:
    """What is to be added.

    Attributes:
        paths: its files, under the names that they get.
        document: what is read from them.
        identity: what it is.
        pages: those of its only file that are its own; None for all.
        known: what was read from each whole file, by its name.
    """

    paths: Sequence[Path]
    document: Document
    identity: Identity
    pages: Pages | None
    known: Mapping[str, Document]


def _told(given: Sequence[Path], into: Path, pages: Pages | None) -> _New:
    """The files that were given, archives unpacked; what is read from them; what it is."""
    (named := into / "named").mkdir()
    (unpacked := into / "unpacked").mkdir()
    paths = [_named(path, named) for path in intake.gathered(given, unpacked)]
    if pages:
        document = read(paths, pages)
        return _New(paths, document, identify(document), pages, {})
    known = {path.name: intake.read(path) for path in paths}
    document = put_together([*known.values()])
    return _New(paths, document, identify(document), None, known)


def _named(path: Path, folder: Path) -> Path:
    """A file under the name that it gets in the collection; one of no format is told by its own."""
    if not path.is_file():
        return path
    return Path(shutil.copyfile(path, _free(folder, _plain_name(path.name))))


def _refuse_known(root: Path, name: str, new: _New) -> None:
    """Refuse files that are in the collection under any name, also where parts are masked."""
    contents = {path.read_bytes() for path in new.paths}
    for other in ids(root):
        folder = root / "datapackages" / other
        is_same = contents & _sources(folder) and not _is_of_other_pages(folder, new)
        if is_same or _is_masked_copy(folder, new.document):
            raise ConflictingSourceError(
                name,
                f"the same content as {other}",
                "a new disclosure",
                "nothing: it is in the collection",
            )


def _is_of_other_pages(folder: Path, new: _New) -> bool:
    """Whether a folder has other pages of one file."""
    with suppress(NoteError, PackageError):
        known = pages_of(folder)
        return bool(new.pages and known and not new.pages.meets(known))
    return False


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


def _placed(folder: Path, new: _New, on: str) -> Report:
    """Convert files in a folder beside, which becomes the disclosure's when that went well."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=BEGUN) as name:
        fresh = Path(name) / folder.name
        (fresh / "source").mkdir(parents=True)
        for file in new.paths:
            shutil.copyfile(file, fresh / "source" / file.name)
        if begun := _begun(folder.parent.parent, on, new.pages):
            (fresh / package.NOTES).write_text(begun, encoding="utf-8")
        report = convert(fresh, on=on, known=new.known)
        fresh.rename(folder)
    return report


def _begun(root: Path, on: str, pages: Pages | None) -> str:
    """The notes that are begun on a day (ISO); empty where there is nothing to note."""
    own = f'pages = "{pages}"\n' if pages else ""
    if not on:
        return own
    schema = f"#:schema ../../{_SCHEMA}\n" if (root / _SCHEMA).is_file() else ""
    return schema + _BEGUN.format(on=on) + own


def _plain_name(name: str) -> str:
    """The file's name with nothing in it but letters, digits and ``-_.``."""
    kept = "".join(char if char.isalnum() or char in "-_." else "-" for char in name)
    return kept.lstrip(".-") or "source.txt"


def _free(folder: Path, name: str) -> Path:
    """A free place for a file of this name; another one may have become the same."""
    taken = sum(1 for one in folder.iterdir() if one.name.lower() == name.lower())
    return folder / (f"{sum(1 for _ in folder.iterdir())}-{name}" if taken else name)
