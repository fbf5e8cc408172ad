"""ZIP archives whose bytes depend on names and contents alone, also easy to open in a browser.

Each entry's size stands before it and its name is UTF-8, so that a script finds and inflates one
entry of a fetched archive without a library. What is packed already is stored as it is.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from juesuan.pages import addresses
from juesuan.pages.addresses import SUMS

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL, _SMALLEST = 6, 9
"""How hard an archive over all is deflated, and that of one package, which is small."""

_WORTH = 0.9
"""What deflating leaves of a file that is worth deflating, at most."""


class Entry(NamedTuple):
    """A file of an archive: its name, its size in bytes, its content in parts."""

    name: str
    size: int
    parts: Iterable[bytes]
    is_packed: bool = False


def zip_file(path: Path, entries: Iterable[Entry]) -> None:
    """Write an archive.

    Args:
        path: the file to write.
        entries: in their order; none is held in memory.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for one in entries:
            with archive.open(_described(one), "w") as entry:
                for part in one.parts:
                    entry.write(part)


def _described(one: Entry) -> zipfile.ZipInfo:
    info = info_of(one.name, one.size)
    info.compress_type = zipfile.ZIP_STORED if one.is_packed else zipfile.ZIP_DEFLATED
    return info


def info_of(name: str, size: int) -> zipfile.ZipInfo:
    """What an archive says of an entry that depends on its name and its size in bytes alone."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o644 << 16
    info.create_system = 3
    info.file_size = size
    return info


def package_zip(path: Path, folder: Path, citation: str) -> None:
    """Write the whole package: descriptor, tables, source, how to cite it, checksums.

    Args:
        path: the file to write.
        folder: the package's folder.
        citation: as BibTeX.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for one in _of_package(folder, citation):
            archive.writestr(_described(one), b"".join(one.parts), compresslevel=_SMALLEST)


def _of_package(folder: Path, citation: str) -> Iterator[Entry]:
    """The entries of a package, small ones first, checksums at the end."""
    sums = []
    for name, content in _contents(folder, citation):
        sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        yield entry(f"{folder.name}/{name}", content)
    yield entry(f"{folder.name}/{SUMS}", "".join(sorted(sums, key=_name_of)).encode())


def _name_of(line: str) -> str:
    return line.partition("  ")[2]


def _contents(folder: Path, citation: str) -> Iterator[tuple[str, bytes]]:
    yield addresses.DESCRIPTOR, (folder / addresses.DESCRIPTOR).read_bytes()
    yield addresses.CITATION, citation.encode()
    for part in ("data", "source"):
        for path in sorted((folder / part).iterdir()):
            if path.is_file():
                yield f"{part}/{path.name}", path.read_bytes()


def entry(name: str, content: bytes) -> Entry:
    """A file that is in memory; stored as it is where deflating it is not worth while."""
    return Entry(name, len(content), [content], _is_packed(content))


def _is_packed(content: bytes) -> bool:
    """Whether deflating hardly makes a file smaller: pictures, workbooks, most PDFs."""
    return len(zlib.compress(content, 1)) > _WORTH * len(content)
