"""What is given when many disclosures are added: which files are one, and what is said of each.

Without being told, several files are one disclosure. Many are told by ``--each``, where each file,
and each file, folder or archive *in* a given folder or archive is one; or by a list.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from juesuan import intake
from juesuan.collection.adding.by_hand import NOTHING_SAID, ByHand
from juesuan.collection.adding.looked import Entry
from juesuan.errors import PackageError, UnreadableSourceError
from juesuan.intake.archive import ENDING, of_desktop

COLUMNS = {
    "file": "",
    "url": "url",
    "published": "published",
    "obtained": "obtained",
    "department": "department",
    "scope": "scope",
    "year": "year",
    "region": "region_code",
    "pages": "pages",
    "id": "disclosure_id",
    "note": "note",
}
"""Columns of a list, and what of :class:`ByHand` each says."""

BETWEEN = "|"
"""What stands between the files of one disclosure, which no name of a file holds."""

MOST = 20_000
"""Lines of a list."""

_BYTES = 20_000_000


def each(given: Sequence[Path], into: Path, by_hand: ByHand = NOTHING_SAID) -> list[Entry]:
    """The disclosures among files, folders and archives of many.

    Args:
        given: what is given.
        into: an empty folder, into which archives are unpacked.
        by_hand: what is said of all of them.

    Raises:
        UnreadableSourceError: if an archive cannot be unpacked, or nothing is given.
    """
    found: list[Entry] = []
    for number, one in enumerate(given):
        for part in _parts(one, into / str(number)):
            where = part.name if part == one else f"{one.name}/{part.name}"
            found.append(Entry((part,), by_hand, where))
    if not found:
        raise UnreadableSourceError(
            given[0].name if given else "add", "no files", "disclosures", "check the path"
        )
    return found


def _parts(given: Path, into: Path) -> list[Path]:
    """What of a path is a disclosure each: itself, or what lies in it."""
    if given.is_dir():
        return sorted(one for one in given.iterdir() if not of_desktop(one.name))
    if given.suffix.lower() == ENDING:
        into.mkdir()
        return intake.parted(given, into)
    return [given]


def listed(path: Path, by_hand: ByHand = NOTHING_SAID) -> list[Entry]:
    """The disclosures of a list: CSV with a line each, the files beside it or below.

    Args:
        path: of the list.
        by_hand: what is said of those of which the list does not say it.

    Raises:
        PackageError: if it is no such list, with its line.
    """
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    found: list[Entry] = []
    try:
        _want_columns(path, reader.fieldnames or ())
        for row in reader:
            where = f"{path.name}:{reader.line_num}"
            if len(found) >= MOST:
                raise _wrong(where, f"more than {MOST} lines", "fewer", "part the list")
            found.append(_entry(path.parent, row, where, by_hand))
    except csv.Error as error:
        raise _wrong(
            f"{path.name}:{reader.line_num}", str(error), "CSV", "save it as CSV"
        ) from error
    if not found:
        raise _wrong(path.name, "no lines", "a disclosure a line", "check the path")
    return found


def _text(path: Path) -> str:
    """The text of a list, in UTF-8 or as a Chinese spreadsheet writes it."""
    try:
        if path.stat().st_size > _BYTES:
            raise _wrong(path.name, "a large file", f"at most {_BYTES:,} bytes", "part the list")
        data = path.read_bytes()
    except OSError as error:
        raise _wrong(path.name, error.strerror or str(error), "a list", "check the path") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _wrong(path.name, "text of no known encoding", "UTF-8", "save it as CSV in UTF-8")


def _want_columns(path: Path, found: Sequence[str]) -> None:
    if "file" not in found or not set(found) <= COLUMNS.keys() or len(set(found)) < len(found):
        columns = f"the columns {', '.join(map(str, found))[:200]}"
        expected = f"file, and any of {', '.join(list(COLUMNS)[1:])}"
        raise _wrong(f"{path.name}:1", columns, expected, "write the first line so")


def _entry(folder: Path, row: Mapping[str, object], where: str, by_hand: ByHand) -> Entry:
    if None in row or None in row.values():
        raise _wrong(where, "more or fewer cells than columns", "as many", "correct the line")
    cells = {name: str(row.get(name, "")).strip() for name in COLUMNS}
    files = tuple(_files(folder, cells["file"], where))
    said = {key: cells[name] for name, key in COLUMNS.items() if key and cells[name]}
    return Entry(files, replace(by_hand, **said), f"{where} ({cells['file'][:80]})")


def _files(folder: Path, cell: str, where: str) -> Iterator[Path]:
    """The files of a line; none may lie outside of the list's folder."""
    for name in cell.split(BETWEEN):
        way = PurePosixPath(name.strip().replace("\\", "/"))
        path = folder / way
        outside = way.is_absolute() or ".." in way.parts or ":" in name or "\0" in name
        if not name.strip() or outside or not _inside(folder, path):
            found = f"the file {name.strip()[:80]!r}"
            raise _wrong(where, found, "one beside the list or below it", "put it there")
        yield path


def _inside(folder: Path, path: Path) -> bool:
    """Whether a path leads to something below a folder, over no link that leads out."""
    return path.exists() and path.resolve().is_relative_to(folder.resolve())


def _wrong(where: str, found: str, expected: str, advice: str) -> PackageError:
    return PackageError(f"{where}: found {found}; expected {expected}. What to do: {advice}.")
