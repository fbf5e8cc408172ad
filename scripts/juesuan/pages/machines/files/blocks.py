"""An archive of long texts that grow: what has not changed is copied as it was deflated.

The rows of several disclosures are a block, and each block is deflated by itself. Where a block
ends is told by the rows before its end alone, so that one more disclosure changes one block, and
the same rows give the same bytes whatever was there before.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from juesuan.hashes import sha256_of
from juesuan.pages.machines.files.zipped import info_of
from juesuan.reach import version

_LEVEL = 6
_END = b"\x03\x00"
"""The end of deflated data: a last block that holds nothing."""

_MEAN = 16
"""Pieces of a block in the mean."""

_LARGEST = 4 << 20
"""Bytes from which a block ends with the next piece."""


class Place(NamedTuple):
    """Where a deflated block stands in an archive."""

    offset: int
    length: int


class Blocks:
    """The blocks of the archive that is there.

    Args:
        archive: the archive.
        index: the file in which is kept where its blocks stand.
    """

    def __init__(self, archive: Path, index: Path) -> None:
        self._archive, self._index = archive, index
        self._known = self._read()
        self._written: dict[str, Place] = {}

    def write(
        self, archive: zipfile.ZipFile, name: str, size: int, pieces: Iterable[bytes]
    ) -> None:
        """Write an entry.

        Args:
            archive: the new archive.
            name: of the entry.
            size: of its content in bytes.
            pieces: the content; those that may change by themselves are pieces of their own.
        """
        info, crc = info_of(name, size), 0
        info.compress_type = zipfile.ZIP_STORED
        with archive.open(info, "w", force_zip64=_is_large(size)) as entry:
            start = archive.fp.tell() if archive.fp else 0
            for block in _blocks(pieces):
                crc = zlib.crc32(block, crc)
                key = hashlib.sha256(block).hexdigest()
                deflated = self._deflated(key, block)
                self._written[key] = Place(start, len(deflated))
                start += entry.write(deflated)
            entry.write(_END)
        _tell(archive, info, size, crc)

    def keep(self, archive: Path) -> None:
        """Note where the blocks of the new archive stand."""
        told = {"made": _made(archive), "blocks": self._written}
        self._index.parent.mkdir(parents=True, exist_ok=True)
        self._index.write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8")

    def _deflated(self, key: str, block: bytes) -> bytes:
        if place := self._known.get(key):
            with self._archive.open("rb") as file:
                file.seek(place.offset)
                return file.read(place.length)
        press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return press.compress(block) + press.flush(zlib.Z_FULL_FLUSH)

    def _read(self) -> Mapping[str, Place]:
        """Where blocks stand; nothing if that was told of another archive."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            told = json.loads(self._index.read_text(encoding="utf-8"))
            if told["made"] == _made(self._archive):
                return {key: Place(*map(int, place)) for key, place in told["blocks"].items()}
        return {}


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces put together; the last piece of a block says by its bytes that it is."""
    block: list[bytes] = []
    size = 0
    for piece in pieces:
        block.append(piece)
        size += len(piece)
        if zlib.crc32(piece) % _MEAN == 0 or size >= _LARGEST:
            yield b"".join(block)
            block, size = [], 0
    if block:
        yield b"".join(block)


def _tell(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int, crc: int) -> None:
    """Write before an entry, and in the list at the end, that it is deflated."""
    info.compress_type, info.file_size, info.CRC = zipfile.ZIP_DEFLATED, size, crc
    file = archive.fp
    if file is None:
        raise ValueError("found a closed archive; expected one that is written")
    end = file.tell()
    file.seek(info.header_offset)
    file.write(info.FileHeader(_is_large(size)))
    file.seek(end)


def _is_large(size: int) -> bool:
    """Whether an entry's sizes need the longer form, as the library sees it."""
    return size * 1.05 > zipfile.ZIP64_LIMIT


def _made(archive: Path) -> list[str]:
    """The bytes of an archive, and what deflated them."""
    return [sha256_of(archive), version("pages.machines.files.blocks"), zlib.ZLIB_RUNTIME_VERSION]
