"""Packages as typed pandas frames, for those who work with the data in Python.

    >>> import juesuan
    >>> package = juesuan.read("datapackages/urumqi-government-office-2024")
    >>> package["measures"].query("measure == 'three_public.total'")["actual"].item()
    Decimal('102.36')

Columns have the types of the package's own Table Schema: codes and other texts are ``string``,
amounts :class:`decimal.Decimal` and never binary floats, whole numbers ``Int64``, days
:class:`datetime.date`. What is not printed is missing, and is not 0.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import TypeAlias
from urllib.parse import urlsplit
from urllib.request import urlopen

import pandas as pd
from pandas.api.extensions import ExtensionArray

from juesuan import terms
from juesuan.errors import PackageError

LARGEST = 500_000_000
"""Bytes that a package may have, also when it is unpacked."""

_DESCRIPTOR = "datapackage.json"
_SECONDS = 60

_Reader = Callable[[str], bytes]
"""Gives the bytes of a file of a package by its path there."""

_Column = Mapping[str, object]

_Cells: TypeAlias = "pd.Series[int] | pd.Series[bool] | pd.Series[str] | ExtensionArray"


class Package(Mapping[str, pd.DataFrame]):
    """The tables of a package by their names; each is read when it is first asked for.

    Args:
        descriptor: the package's ``datapackage.json``.
        read: gives the bytes of a file by its path in the package.
    """

    def __init__(self, descriptor: Mapping[str, object], read: _Reader) -> None:
        self.descriptor = descriptor
        self._read = read
        self._resources = {
            str(one["name"]): one
            for one in _listed(descriptor.get("resources"))
            if one.get("type") == "table"
        }
        self._frames: dict[str, pd.DataFrame] = {}

    @property
    def name(self) -> str:
        """The id of the disclosure."""
        return str(self.descriptor["name"])

    def __getitem__(self, resource: str) -> pd.DataFrame:
        """A table.

        Args:
            resource: its name, as ``measures``.

        Raises:
            KeyError: if the disclosure has no such table.
        """
        if resource not in self._frames:
            one = self._resources[resource]
            fields = list(_listed(dict(_mapping(one["schema"]))["fields"]))
            self._frames[resource] = _frame(self._read(str(one["path"])), fields)
        return self._frames[resource]

    def __iter__(self) -> Iterator[str]:
        return iter(self._resources)

    def __len__(self) -> int:
        return len(self._resources)

    def evidence(self, resource: str) -> pd.DataFrame:
        """Where the cells of a table are printed.

        Args:
            resource: the name of the table.

        Returns:
            The rows of ``figures`` behind its cells, with the columns of the table's own key, so
            that it can be merged with the table: one row a printed figure, ``field`` names the
            column.
        """
        figures, table = self["figures"], self[resource]
        own = figures[(figures["status"] == "bound") & (figures["resource"] == resource)]
        schema = terms.resource_schemas()[resource]
        keys = table[[*dict.fromkeys(("disclosure_id", *schema.key))]].copy()
        texts = [table[name].astype("string").fillna("") for name in schema.key]
        keys["row"] = ["/".join(map(str, one)) for one in zip(*texts, strict=True)] or ""
        return own.merge(keys, on=["disclosure_id", "row"], how="inner")


def read(place: str | Path) -> Package:
    """The package of one disclosure.

    Args:
        place: its folder, its ZIP, or the address of its ZIP (``https://…/<id>.zip``).

    Raises:
        PackageError: if there is no package, or it is damaged.
    """
    text = str(place)
    if urlsplit(text).scheme in ("http", "https"):
        with urlopen(text, timeout=_SECONDS) as answer:  # noqa: S310 - http alone  # nosec B310
            return _of_zip(text, answer.read(LARGEST + 1))
    path = Path(place)
    if path.is_dir():
        return _package(text, lambda name: (path / _inside(text, name)).read_bytes())
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
        raise _damaged(where, "no ZIP", error) from error
    if sum(one.file_size for one in archive.infolist()) > LARGEST or len(content) > LARGEST:
        raise PackageError(f"{where}: found more than {LARGEST // 1_000_000} MB; expected less.")
    names = [one for one in archive.namelist() if PurePosixPath(one).name == _DESCRIPTOR]
    if not names:
        raise _damaged(where, f"no {_DESCRIPTOR}")
    base = min(names, key=len).removesuffix(_DESCRIPTOR)
    return _package(where, lambda name: archive.read(base + name))


def _package(where: str, read: _Reader) -> Package:
    try:
        descriptor = json.loads(read(_DESCRIPTOR))
    except (OSError, ValueError, KeyError) as error:
        raise _damaged(where, f"no {_DESCRIPTOR} that can be read", error) from error

    def one(name: str) -> bytes:
        try:
            return read(name)
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise _damaged(where, f"no {name} that can be read", error) from error

    return Package(descriptor, one)


def _inside(where: str, name: str) -> str:
    """A path that stays in the package's folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise _damaged(where, f"the path {name}")
    return name


def _damaged(where: str, found: str, error: Exception | None = None) -> PackageError:
    why = f" ({error})" if error else ""
    return PackageError(
        f"{where}: found {found}{why}; expected a package of a disclosure. What to do: download it "
        "again."
    )


def _frame(content: bytes, fields: Iterable[_Column]) -> pd.DataFrame:
    """A CSV file typed by its schema; every cell is read as text first."""
    frame = pd.read_csv(
        io.BytesIO(content), dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8"
    )
    kinds = {str(field["name"]): str(field["type"]) for field in fields}
    return frame.assign(
        **{str(name): _typed(frame[name], kinds.get(str(name), "string")) for name in frame}
    )


def _typed(column: pd.Series[str], kind: str) -> _Cells:
    """A column of texts in the type of its field."""
    if kind == "integer":
        return column.astype("Int64")
    if kind == "boolean":
        return column.map({"true": True, "false": False}).astype("boolean")
    if kind in _EXACT:
        made = _EXACT[kind]
        return pd.array(
            [None if pd.isna(cell) else made(str(cell)) for cell in column], dtype=object
        )
    return column.astype("string")


_EXACT: Mapping[str, Callable[[str], object]] = {"number": Decimal, "date": date.fromisoformat}


def _listed(value: object) -> Iterator[Mapping[str, object]]:
    for one in value if isinstance(value, list) else ():
        yield _mapping(one)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise PackageError(f"{_DESCRIPTOR}: found {value!r}; expected an object.")
    return value


__all__ = ["Package", "read", "read_all"]
