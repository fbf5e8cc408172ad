"""The package of one disclosure as typed frames."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.request import urlopen

import pandas as pd

from juesuan.errors import PackageError
from juesuan.frames.addressed import SECONDS, is_address
from juesuan.frames.described import DESCRIPTOR, damaged, inside, tables
from juesuan.frames.evidence import BOUND, evidence_of
from juesuan.frames.typed import frame_of

LARGEST = 500_000_000
"""Bytes that a package may have, also when it is unpacked."""

_Reader = Callable[[str], bytes]
"""Gives the bytes of a file of a package by its path there."""


class Package(Mapping[str, pd.DataFrame]):
    """The tables of a package by their names; each is read when it is first asked for.

    Args:
        descriptor: the package's ``datapackage.json``.
        read: gives the bytes of a file by its path in the package.

    Raises:
        PackageError: if the descriptor is none of a package.
    """

    def __init__(self, descriptor: Mapping[str, object], read: _Reader) -> None:
        self.descriptor = descriptor
        self._read = read
        self._tables = {one.name: one for one in tables(self.name, descriptor)}
        self._frames: dict[str, pd.DataFrame] = {}

    @property
    def name(self) -> str:
        """The id of the disclosure."""
        return str(self.descriptor.get("name", ""))

    def __getitem__(self, resource: str) -> pd.DataFrame:
        """A table.

        Args:
            resource: its name, as ``measures``.

        Raises:
            KeyError: if the disclosure has no such table.
        """
        if resource not in self._frames:
            one = self._tables[resource]
            self._frames[resource] = frame_of(_texts(self._read(one.path)), one.kinds)
        return self._frames[resource]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def evidence(self, resource: str) -> pd.DataFrame:
        """Where the cells of a table are printed.

        Args:
            resource: the name of the table.

        Returns:
            The rows of ``figures`` behind its cells, with the columns of the table's own key, so
            that it can be merged with the table: one row a printed figure, ``field`` names the
            column.
        """
        figures = self["figures"]
        own = figures[(figures["status"] == BOUND) & (figures["resource"] == resource)]
        return evidence_of(own, self[resource], self._tables[resource].key)


def read(place: str | Path) -> Package:
    """The package of one disclosure.

    Args:
        place: its folder, its ZIP, or the address of its ZIP (``https://…/<id>.zip``).

    Raises:
        PackageError: if there is no package, or it is damaged.
    """
    text = str(place)
    if is_address(text):
        with urlopen(text, timeout=SECONDS) as answer:  # noqa: S310 - http alone  # nosec B310
            return _of_zip(text, answer.read(LARGEST + 1))
    path = Path(place)
    if path.is_dir():
        return _package(text, lambda name: (path / inside(text, name)).read_bytes())
    if not path.is_file():
        raise PackageError(
            f"{text}: found nothing; expected the folder or the ZIP of a package. What to do: "
            "download one from the website, or name its address."
        )
    return _of_zip(text, path.read_bytes())


def read_all(places: Iterable[str | Path], *resources: str) -> dict[str, pd.DataFrame]:
    """Tables of several packages, one below the other; each row names its disclosure.

    Args:
        places: as for :func:`read`.
        resources: names of the tables; all if none is named.

    Returns:
        Frames by the name of the table; a table that no package has is left out.
    """
    found: dict[str, list[pd.DataFrame]] = {}
    for package in map(read, places):
        for name in resources or package:
            if name in package:
                found.setdefault(name, []).append(package[name])
    return {name: pd.concat(frames, ignore_index=True) for name, frames in found.items()}


def _of_zip(where: str, content: bytes) -> Package:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise damaged(where, "no ZIP", error) from error
    if sum(one.file_size for one in archive.infolist()) > LARGEST or len(content) > LARGEST:
        raise PackageError(f"{where}: found more than {LARGEST // 1_000_000} MB; expected less.")
    names = [one for one in archive.namelist() if PurePosixPath(one).name == DESCRIPTOR]
    if not names:
        raise damaged(where, f"no {DESCRIPTOR}")
    base = min(names, key=len).removesuffix(DESCRIPTOR)
    return _package(where, lambda name: archive.read(base + name))


def _package(where: str, read: _Reader) -> Package:
    try:
        descriptor = json.loads(read(DESCRIPTOR))
    except (OSError, ValueError, KeyError) as error:
        raise damaged(where, f"no {DESCRIPTOR} that can be read", error) from error

    def one(name: str) -> bytes:
        try:
            return read(name)
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise damaged(where, f"no {name} that can be read", error) from error

    return Package(descriptor, one)


def _texts(content: bytes) -> pd.DataFrame:
    """A CSV file, every cell as text."""
    return pd.read_csv(
        io.BytesIO(content), dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8"
    )


__all__ = ["LARGEST", "Package", "read", "read_all"]
