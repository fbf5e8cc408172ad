"""The parts of a workbook's file: a ZIP archive of XML, opened within bounds.

Entities are not resolved and a document type is refused, no other host is asked, and what an
archive unpacks to is counted while it is read, whatever its directory says.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from types import TracebackType

from lxml import etree

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.file import File
from juesuan.intake.zipped import ZIP_DAMAGE

_MOST_ENTRIES = 10_000
_CHUNK = 1 << 18
_DAMAGE = (*ZIP_DAMAGE, OSError, etree.XMLSyntaxError)


def name_of(element: etree._Element) -> str:
    """The name of an element, whatever its namespace (there is a transitional and a strict one)."""
    return str(element.tag).rpartition("}")[2]


class Archive:
    """The parts of a file, which must be closed.

    Args:
        file: the workbook.

    Raises:
        UnreadableSourceError: if it is no archive.
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self.file_name = file.name
        self._rest = limits.UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file.data))
        except _DAMAGE as error:
            raise self.damaged(error) from error
        self.names = frozenset(self._zip.namelist()[:_MOST_ENTRIES])

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def elements(self, part: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of a part by their names, each as soon as it has been read.

        An element is emptied once the next one is asked for.

        Args:
            part: its name in the archive; one that is not there has none.
            tags: local names.

        Raises:
            UnreadableSourceError: if it is damaged, has a document type, or is too large.
        """
        if part not in self.names:
            return
        wanted = [f"{{*}}{tag}" for tag in tags]
        try:
            parser = etree.XMLPullParser(
                events=("start", "end"), tag=wanted, resolve_entities=False, no_network=True,
                load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for chunk in self._chunks(part):
                parser.feed(chunk)
                yield from self._read(parser)
            parser.close()
            yield from self._read(parser)
        except _DAMAGE as error:
            raise self.damaged(error) from error

    def _chunks(self, part: str) -> Iterator[bytes]:
        with self._zip.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                self._rest -= len(chunk)
                if self._rest < 0:
                    raise UnreadableSourceError(
                        self._file.name,
                        f"a workbook that unpacks to more than {limits.UNPACKED:,} bytes",
                        "at most as many",
                        "check that this is one disclosure",
                    )
                yield chunk

    def _read(self, parser: etree.XMLPullParser) -> Iterator[etree._Element]:
        for event, element in parser.read_events():
            if event == "start":
                if element.getroottree().docinfo.doctype:
                    raise ValueError("a document type, which no workbook has")
                continue
            yield element
            element.clear()
            while element.getprevious() is not None:
                parent = element.getparent()
                if parent is None:
                    break
                del parent[0]

    def damaged(self, error: Exception) -> UnreadableSourceError:
        """The message for a file that cannot be read."""
        return UnreadableSourceError(
            self._file.name,
            f"a workbook that is damaged ({str(error)[:80]})",
            "a whole one",
            "get the file again, or open it and save it anew",
        )
