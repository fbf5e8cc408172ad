"""Looking at what is given before it is put in: what it is, and whether it is there already."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.adding.alike import Content, Sample, content, sample
from juesuan.collection.adding.by_hand import NOTHING_SAID, ByHand
from juesuan.collection.conversion.bounded import bounded
from juesuan.collection.conversion.scanned import recognising
from juesuan.collection.conversion.sources import put_together, read
from juesuan.collection.disk.guard import stage
from juesuan.collection.disk.texts import text_of
from juesuan.errors import NoteError, PackageError
from juesuan.hashes import sha256_of
from juesuan.intake import SIGN
from juesuan.model import Document
from juesuan.parse import Identity, identify
from juesuan.terms.hidden import HIDDEN


@dataclass(frozen=True)
class Entry:
    """One disclosure that is given.

    Attributes:
        files: it: a file, or its files, folders and archives.
        by_hand: what a maintainer says of it.
        where: what it is called in messages, where that is not the name of its first file.
    """

    files: tuple[Path, ...]
    by_hand: ByHand = NOTHING_SAID
    where: str = ""

    @property
    def name(self) -> str:
        """The name of its first file."""
        return self.files[0].name

    @property
    def label(self) -> str:
        """What it is called in reports over many."""
        return self.where or self.name


@dataclass(frozen=True)
class Looked:
    """What was seen of an entry.

    Attributes:
        identity: what it is.
        hashes: SHA-256 of its files.
        length: characters of its text.
        sample: of its amounts.
        content: what its text is compared by.
        documents: what was read from its whole files, by their names, where that is kept.
    """

    identity: Identity
    hashes: tuple[str, ...]
    length: int
    sample: Sample
    content: Content
    documents: Mapping[str, Document] = field(default_factory=dict)


def look(entry: Entry, keep: bool = False) -> Looked:
    """Look at an entry, in bounded time and memory; nothing is written.

    Args:
        entry: what is given.
        keep: whether what was read is kept, so that it need not be read again.

    Raises:
        SourceError: if it cannot be read, or is no disclosure.
        NoteError: if what was said of it by hand is not as it must be.
    """
    name = entry.name
    with tempfile.TemporaryDirectory() as unpacked, stage(name, "intake"):
        pages, given = entry.by_hand.own_pages(), entry.by_hand.given()
        into = Path(unpacked)

        def looked() -> Looked:
            paths = received(entry.files, Path(tempfile.mkdtemp(dir=into)))
            documents = {} if pages else {path.name: intake.read(path) for path in paths}
            document = read(paths, pages) if pages else put_together([*documents.values()])
            return Looked(
                identify(document, given),
                tuple(map(sha256_of, paths)),
                len(document.text),
                sample(document.text),
                content(document.text),
                documents if keep else {},
            )

        return recognising(into, lambda: bounded(name, looked))


def received(given: Sequence[Path], into: Path) -> list[Path]:
    """The files of a disclosure, archives unpacked, under the names that they get.

    Args:
        given: files, folders and archives.
        into: an empty folder.

    Raises:
        UnreadableSourceError: as :func:`juesuan.intake.gathered`.
    """
    (named := into / "named").mkdir()
    (unpacked := into / "unpacked").mkdir()
    return [_named(path, named) for path in intake.gathered(given, unpacked)]


def _named(path: Path, folder: Path) -> Path:
    """A file under the name that it gets in the collection; one that is refused keeps its own."""
    if not path.is_file() or HIDDEN.search(path.name):
        return path
    return Path(shutil.copyfile(path, _free(folder, _plain_name(path.name))))


def _plain_name(name: str) -> str:
    """The file's name with nothing in it but letters, digits and ``-_.``."""
    kept = "".join(char if char.isalnum() or char in "-_." else "-" for char in name)
    return kept.lstrip(".-") or "source.txt"


def _free(folder: Path, name: str) -> Path:
    """A free place for a file of this name; another one may have become the same."""
    taken = {one.name.lower() for one in folder.iterdir()}
    names = (name, *(f"{at}-{name}" for at in range(1, len(taken) + 1)))
    return folder / next(one for one in names if one.lower() not in taken)


def is_masked_copy(entry: Entry, folder: Path) -> bool:
    """Whether a folder holds the text of an entry with parts of it masked."""
    pages = entry.by_hand.own_pages()
    with tempfile.TemporaryDirectory() as unpacked:
        into = Path(unpacked)

        def is_like() -> bool:
            return _is_like(read(received(entry.files, into), pages).text, text_of(folder))

        return bounded(entry.name, is_like)


def masked_length(folder: Path) -> int:
    """Characters of a text that is not published as received; -1 where it is, or is damaged."""
    try:
        notes = package.read_notes(folder)
        return len(text_of(folder)) if notes.masks or notes.copies else -1
    except (NoteError, PackageError, OSError):
        return -1


def _is_like(text: str, masked: str) -> bool:
    """Whether two texts are the same but for what is masked in the second one."""
    alike = (one in (char, SIGN) for char, one in zip(text, masked, strict=False))
    return len(text) == len(masked) and all(alike)
