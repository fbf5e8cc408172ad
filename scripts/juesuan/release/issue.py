"""One release of the data as it is kept: the ZIP of its CSV files, read row by row."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from juesuan.errors import PackageError
from juesuan.hashes import sha256_of
from juesuan.pages import CSV, DESCRIPTOR

Cells = tuple[str, ...]
"""The texts of a row, in the order of its columns."""

_ADVICE = f"What to do: take the file {CSV} of a release."


class Issue:
    """The tables of a release; nothing of them is held in memory.

    Args:
        path: its ZIP of CSV files.

    Raises:
        PackageError: if it is none.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._archive = zipfile.ZipFile(path)
            self._base, self.about = self._descriptor()
            self._resources = {str(one["name"]): one for one in self._listed()}
        except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            raise self._wrong(f"no release that can be read ({error})") from error

    @property
    def version(self) -> str:
        """Its number by the calendar."""
        return str(self.about.get("version", ""))

    @property
    def created(self) -> str:
        """The moment it was made, as its descriptor says."""
        return str(self.about.get("created", ""))

    @property
    def sha256(self) -> str:
        """The hash of the file."""
        return sha256_of(self.path)

    @property
    def names(self) -> tuple[str, ...]:
        """Its resources, in their order."""
        return tuple(self._resources)

    @property
    def descriptor(self) -> bytes:
        """Its ``datapackage.json`` as it stands."""
        return self.beside(DESCRIPTOR)

    def beside(self, name: str) -> bytes:
        """A file of the package that is no table."""
        try:
            return self._archive.read(self._base + name)
        except KeyError as error:
            raise self._wrong(f"no {name}") from error

    def path_of(self, name: str) -> str:
        """Where the CSV file of a resource lies in the package."""
        return str(self._resources[name]["path"])

    def title(self, name: str) -> str:
        """The Chinese title of a resource; empty where the release has none."""
        return str(self._resources.get(name, {}).get("title", ""))

    def columns(self, name: str) -> Cells:
        """The columns of a resource; none where the release has no such resource."""
        if name not in self._resources:
            return ()
        with self._opened(name) as file:
            return tuple(next(csv.reader(file, strict=True), ()))

    def key(self, name: str) -> Cells:
        """The primary key of a resource."""
        schema = self._resources[name].get("schema")
        key = schema.get("primaryKey") if isinstance(schema, Mapping) else None
        return tuple(map(str, key)) if isinstance(key, list) else ()

    def rows(self, name: str) -> Iterator[Cells]:
        """The rows of a resource; none where the release has no such resource.

        Raises:
            PackageError: if a row has more or fewer cells than there are columns.
        """
        if name not in self._resources:
            return
        with self._opened(name) as file:
            reader = csv.reader(file, strict=True)
            width = len(next(reader, ()))
            for row in reader:
                if len(row) != width:
                    raise self._wrong(f"{len(row)} cells in line {reader.line_num} of {name}.csv")
                yield tuple(row)

    def _opened(self, name: str) -> io.TextIOWrapper:
        try:
            file = self._archive.open(self._base + self.path_of(name))
        except KeyError as error:
            raise self._wrong(f"no {self.path_of(name)}") from error
        return io.TextIOWrapper(file, encoding="utf-8", newline="")

    def _descriptor(self) -> tuple[str, Mapping[str, object]]:
        """The folder of the package in the ZIP, and its descriptor."""
        names = [one for one in self._archive.namelist() if PurePosixPath(one).name == DESCRIPTOR]
        where = min(names, key=len, default=DESCRIPTOR)
        about = json.loads(self._archive.read(where))
        return where.removesuffix(DESCRIPTOR), about if isinstance(about, dict) else {}

    def _listed(self) -> Iterator[Mapping[str, object]]:
        listed = self.about["resources"]
        for one in listed if isinstance(listed, list) else ():
            if one.get("type") == "table":
                yield one

    def _wrong(self, found: str) -> PackageError:
        return PackageError(f"{self.path}: found {found}; expected the CSV of a release. {_ADVICE}")
