"""Where a collection's tables come from: a folder, a ZIP, an address, or disclosures beside.

What is elsewhere is brought into a folder of one's own when it is first asked for.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath

from juesuan import terms
from juesuan.beside import beside
from juesuan.errors import PackageError
from juesuan.frames.addressed import MOST, below, fetch, is_address
from juesuan.frames.described import DESCRIPTOR, Table, damaged, tables

_WHOLE = "d/all"
"""Where a website holds the package over all."""

_Bring = Callable[[str, Path], None]
"""Writes the file of a path of the package into a file."""


class Place:
    """A collection at some place.

    Args:
        where: the place, for messages.
        found: its tables, or the parts of them.
        folder: in which their files lie, or are brought; then it is removed with this object.
        bring: brings a file that is not there; None where all are.
    """

    def __init__(
        self, where: str, found: Iterable[Table], folder: Path, bring: _Bring | None = None
    ) -> None:
        self.where, self.tables = where, tuple(found)
        self._folder, self._bring = folder, bring
        if bring:
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)

    def file(self, table: Table) -> Path:
        """The file of a table or of a part of it.

        Raises:
            PackageError: if it is not to be had.
        """
        path = self._folder / table.path
        if self._bring and not path.exists():
            self._bring(table.path, path)
        if not path.is_file():
            raise damaged(self.where, f"no {table.path}")
        return path


def place_of(place: str | Path) -> Place:
    """A collection by its place.

    Args:
        place: a folder (of the package over all, of packages of disclosures, or a website or a
            repository that holds one), a ZIP of a release, or an address of the web: of a ZIP, of a
            ``datapackage.json``, or of the folder that holds it.

    Raises:
        PackageError: if there is no collection.
    """
    text = str(place)
    if is_address(text):
        return _elsewhere(lambda own: _at_address(text, own))
    path = Path(place)
    if path.is_file():
        return _elsewhere(lambda own: _of_zip(text, path, own))
    for folder in (path, path / _WHOLE):
        if (folder / DESCRIPTOR).is_file():
            return Place(text, _described(text, folder / DESCRIPTOR), folder)
    for folder in (path / "datapackages", path):
        if found := _of_disclosures(folder):
            return Place(text, found, folder)
    raise PackageError(
        f"{text}: found no {DESCRIPTOR}; expected the package over all disclosures, a release's "
        "ZIP, or a folder of packages. What to do: download one from the website, or name its "
        "address."
    )


def _elsewhere(make: Callable[[Path], Place]) -> Place:
    """A place whose files are brought into a folder of its own."""
    own = Path(tempfile.mkdtemp(prefix="juesuan-"))
    try:
        return make(own)
    except BaseException:
        shutil.rmtree(own, ignore_errors=True)
        raise


def _of_disclosures(folder: Path) -> Sequence[Table]:
    """The files of packages that lie beside each other, each a part of a table."""
    ids = [one.parent.name for one in sorted(folder.glob(f"*/{DESCRIPTOR}"))]
    return [
        Table(name, path, {field.name: field.type for field in resource.fields}, resource.key, one)
        for name, resource in terms.resource_schemas().items()
        for one in ids
        if (folder / (path := f"{one}/data/{name}.csv")).is_file()
    ]


def _of_zip(where: str, path: Path, own: Path) -> Place:
    try:
        archive = zipfile.ZipFile(path)
        names = [one for one in archive.namelist() if PurePosixPath(one).name == DESCRIPTOR]
        base = min(names, key=len).removesuffix(DESCRIPTOR)
        _unpack(archive, base + DESCRIPTOR, own / DESCRIPTOR)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise damaged(where, f"no ZIP with a {DESCRIPTOR}", error) from error

    def bring(name: str, to: Path) -> None:
        try:
            _unpack(archive, base + name, to)
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise damaged(where, f"no {name} that can be read", error) from error

    return Place(where, _described(where, own / DESCRIPTOR), own, bring)


def _unpack(archive: zipfile.ZipFile, name: str, to: Path) -> None:
    """Write a file of an archive; it is whole or not there."""
    if archive.getinfo(name).file_size > MOST:
        raise ValueError(f"more than {MOST // 10**9} GB")
    to.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as file, beside(to) as fresh, fresh.open("wb") as copy:
        shutil.copyfileobj(file, copy)


def _at_address(address: str, own: Path) -> Place:
    if address.endswith(".zip"):
        fetch(address, own / "all.zip")
        return _of_zip(address, own / "all.zip", own)
    base = address.removesuffix(DESCRIPTOR).rstrip("/") + "/"
    fetch(base + DESCRIPTOR, own / DESCRIPTOR)
    found = _described(address, own / DESCRIPTOR)
    return Place(address, found, own, lambda path, to: fetch(below(base, path), to))


def _described(where: str, path: Path) -> Sequence[Table]:
    try:
        return list(tables(where, json.loads(path.read_bytes())))
    except (OSError, ValueError) as error:
        raise damaged(where, f"no {DESCRIPTOR} that can be read", error) from error


__all__ = ["Place", "place_of"]
