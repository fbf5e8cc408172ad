"""Files at an address of the web, taken into a folder of one's own."""

from __future__ import annotations

from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.error import URLError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

from juesuan.beside import beside
from juesuan.errors import PackageError

SECONDS = 60
"""How long an answer may be awaited."""

MOST = 8_000_000_000
"""Bytes that one file may have."""

_PART = 1 << 20


def is_address(place: str) -> bool:
    """Whether a place is an address of the web, and no path.

    >>> is_address("https://example.org/d/all/"), is_address("C:/data")
    (True, False)
    """
    return urlsplit(place).scheme in ("http", "https")


def below(address: str, path: str) -> str:
    """The address of a file below that of a folder, which ends with a slash.

    >>> below("https://example.org/d/all/", "facts/year=2024/数.parquet")
    'https://example.org/d/all/facts/year=2024/%E6%95%B0.parquet'
    """
    return address + quote(path, safe="/=")


def fetch(address: str, to: Path) -> None:
    """Take a file into a folder; it is whole or not there.

    Args:
        address: of the web, see :func:`is_address`.
        to: the file to write.

    Raises:
        PackageError: if it is not to be had, ends early, or is too large.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        with beside(to) as fresh:
            _take(address, fresh)
    except (URLError, HTTPException, TimeoutError, ConnectionError) as error:
        raise _lost(address, "no answer", error) from error


def _take(address: str, to: Path) -> None:
    with urlopen(address, timeout=SECONDS) as answer, to.open("wb") as file:  # noqa: S310 - http alone  # nosec B310
        told = answer.headers.get("Content-Length")
        length = _copied(address, answer, file)
    if told is not None and told != str(length):
        raise _lost(address, f"{length} of {told} bytes")


def _copied(address: str, answer: IO[bytes], file: IO[bytes]) -> int:
    """Copy an answer; returns how many bytes it has."""
    length = 0
    while part := answer.read(_PART):
        length += len(part)
        if length > MOST:
            raise _lost(address, f"more than {MOST // 10**9} GB")
        file.write(part)
    return length


def _lost(address: str, found: str, error: Exception | None = None) -> PackageError:
    why = f" ({error})" if error else ""
    return PackageError(
        f"{address}: found {found}{why}; expected a file of the data. What to do: open the address "
        "in a browser, and take that of the datapackage.json or of a ZIP of all data."
    )


__all__ = ["MOST", "SECONDS", "below", "fetch", "is_address"]
