"""The files of one disclosure, out of what was given: files, folders, ZIP archives.

An archive is hostile: it may name files outside of its folder, hold links, or swell to a thousand
times its size. Its files are written flat into a folder that is given, under their last names, and
only as many and as large as a disclosure may be.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.zipped import ZIP_DAMAGE

ENDING = ".zip"
"""Of the names of archives."""

_UTF_8 = 0x800
"""Flag of an entry whose name is UTF-8; older archives have names in the code page of a machine."""

_BEGIN = b"PK\x03\x04"
_ENCRYPTED = 0x1
_CHUNK = 1 << 20
_DESKTOP = {"thumbs.db", "desktop.ini", "__macosx"}
_ONE = "the files of one disclosure"


def of_desktop(name: str) -> bool:
    """Whether a file or folder was left by the desktop of somebody's machine, or is hidden."""
    return name.startswith((".", "~$")) or name.lower() in _DESKTOP


def gathered(given: Sequence[Path], into: Path) -> list[Path]:
    """All files that were given, out of their folders and archives.

    Args:
        given: files, folders, and ZIP archives, of one disclosure.
        into: an empty folder, into which the files of archives are written.

    Returns:
        The files, no two of the same name.

    Raises:
        UnreadableSourceError: if there is none, too many, too large ones, two of one name, a link,
            or an archive that is damaged or leads out of its folder.
    """
    found = [path for one in given for path in _files(one, into)]
    where = given[0].name or str(given[0])
    if not found:
        raise UnreadableSourceError(where, "no files", _ONE, "check the path")
    _few(where, len(found))
    names = [path.name.lower() for path in found]
    twice = next((path.name for path in found if names.count(path.name.lower()) > 1), None)
    if twice:
        raise UnreadableSourceError(
            twice, "two files of this name", "names that differ", "rename one of them"
        )
    return found


def _files(given: Path, into: Path) -> Iterator[Path]:
    if given.is_dir():
        yield from _in_folder(given)
    elif given.suffix.lower() == ENDING and given.is_file() and _is_archive(given):
        yield from _Archive(given).unpacked(into)
    else:
        yield given


def _is_archive(path: Path) -> bool:
    """Whether a file is an archive, or was one before it was damaged."""
    with path.open("rb") as file:
        return file.read(len(_BEGIN)) == _BEGIN or zipfile.is_zipfile(path)


def _in_folder(folder: Path) -> Iterator[Path]:
    """The files below a folder, none of which may be a link."""
    for number, path in enumerate(sorted(folder.rglob("*"))):
        _few(folder.name, number // 10)
        inside = path.relative_to(folder)
        if path.is_symlink():
            raise UnreadableSourceError(
                f"{folder.name}/{inside.as_posix()}",
                "a symbolic link",
                "a file",
                "put the file itself there",
            )
        if path.is_file() and not any(map(of_desktop, inside.parts)):
            yield path


def _few(where: str, number: int) -> None:
    if number > limits.FILES:
        found = f"more than {limits.FILES} files"
        raise UnreadableSourceError(where, found, _ONE, "give only the files of one disclosure")


def parted(given: Path, into: Path) -> list[Path]:
    """What lies in a ZIP archive of many disclosures: a file or a folder of files each.

    A folder that holds everything, as one does that was packed as a whole, counts as the archive.

    Args:
        given: the archive.
        into: an empty folder, into which its files are written.

    Raises:
        UnreadableSourceError: as :func:`gathered`, with the bounds of many disclosures.
    """
    archive = _Archive(given, limits.MANY_BYTES, limits.MANY_FILES)
    return list(dict.fromkeys(archive.parts(into)))


class _Archive:
    """A ZIP archive.

    Args:
        path: where it lies.
        most: bytes that it may have, and hold; those of one disclosure where 0.
        files: that it may hold; likewise.
    """

    def __init__(self, path: Path, most: int = 0, files: int = 0) -> None:
        self._path, self._most, self._files = path, most or limits.BYTES, files or limits.FILES
        self._rest = self._most

    def unpacked(self, into: Path) -> Iterator[Path]:
        """Its files, as they are written into a folder.

        Raises:
            UnreadableSourceError: if it is damaged, too large, or leads out of the folder.
        """
        with self._opened() as archive:
            for entry in self._entries(archive):
                yield self._written(archive, entry, into)

    def parts(self, into: Path) -> Iterator[Path]:
        """Its files, each below a folder of its own or of the folder in which it lies.

        Raises:
            UnreadableSourceError: as :meth:`unpacked`.
        """
        with self._opened() as archive:
            entries = self._entries(archive)
            ways = [PurePosixPath(_name_of(entry)).parts for entry in entries]
            whole = len({way[0] for way in ways}) == 1 and all(len(way) > 1 for way in ways)
            numbers: dict[str, int] = {}
            for entry, way in zip(entries, (way[whole:] for way in ways), strict=True):
                place = into / str(numbers.setdefault(way[0], len(numbers)))
                folder = place / _plain(way[0]) if len(way) > 1 else place
                folder.mkdir(parents=True, exist_ok=True)
                file = self._written(archive, entry, folder)
                yield folder if len(way) > 1 else file

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        if self._path.stat().st_size > self._most:
            raise self._refused("a large archive", f"at most {self._most:,} bytes")
        try:
            with zipfile.ZipFile(self._path) as archive:
                yield archive
        except ZIP_DAMAGE as error:
            found = f"a ZIP archive that is damaged ({error})"
            raise self._refused(found, "a whole one") from error

    def _entries(self, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
        """The entries that are files of the disclosure."""
        found = []
        for entry in archive.infolist():
            name = _name_of(entry)
            self._refuse_outside(entry, name)
            if not entry.is_dir() and not any(map(of_desktop, PurePosixPath(name).parts)):
                found.append(entry)
                self._refuse_many(len(found))
        return found

    def _refuse_many(self, number: int) -> None:
        if number > self._files:
            raise self._refused(f"more than {self._files} files", "at most as many")

    def _refuse_outside(self, entry: zipfile.ZipInfo, name: str) -> None:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind and not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise self._refused(f"a link ({name[:80]!r})", "files")
        if ".." in PurePosixPath(name).parts or name.startswith("/") or ":" in name:
            raise self._refused(f"the name {name[:80]!r}, which leads elsewhere", "plain names")
        if entry.flag_bits & _ENCRYPTED:
            raise self._refused("an archive with a password", "one without")

    def _written(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, into: Path) -> Path:
        path = _free(into, PurePosixPath(_name_of(entry)))
        with archive.open(entry) as packed, path.open("xb") as file:
            self._copy(packed, file)
        return path

    def _copy(self, packed: IO[bytes], file: IO[bytes]) -> None:
        """Write what an entry holds, as long as all of them hold no more than may be."""
        while chunk := packed.read(_CHUNK):
            self._rest -= len(chunk)
            if self._rest < 0:
                raise self._refused("more than it may hold", f"at most {self._most:,} bytes")
            file.write(chunk)

    def _refused(self, found: str, expected: str) -> UnreadableSourceError:
        advice = "check the archive, or unpack it yourself and give its files"
        return UnreadableSourceError(self._path.name, found, expected, advice)


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The name of an entry, with slashes; old archives of Chinese machines have it in GB18030."""
    name = entry.orig_filename
    if not entry.flag_bits & _UTF_8:
        raw = name.encode("cp437", "replace")
        name = next((text for code in ("utf-8", "gb18030") if (text := _text(raw, code))), name)
    return name.replace("\\", "/")


def _text(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _plain(name: str) -> str:
    """A name of an entry as one of a file, never longer than those may be."""
    return "".join(char if char.isprintable() else "-" for char in name)[-80:]


def _free(into: Path, name: PurePosixPath) -> Path:
    """A free place for a file: under its last name, or with those of its folders before it."""
    plain = [_plain(part) for part in name.parts]
    for depth in range(1, len(plain) + 1):
        path = into / "-".join(plain[-depth:])[-120:]
        if not path.exists():
            return path
    return into / f"{sum(1 for _ in into.iterdir())}-{plain[-1]}"[-120:]
