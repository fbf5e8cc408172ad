"""What a reader of a format is: it recognises files, reads them, says what may be published."""

from __future__ import annotations

import codecs
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.model import Document

RENAME = "give the file the name that says what it is, or get it again"
"""Advice for a file whose name and content do not agree."""

SIGN = "□"
"""Stands for each character that is masked."""

How = Literal["received", "masked", "cleaned", "pictures", "rewritten", "recognised"]
"""How a file is published."""

Find = Callable[[Document], Collection[int]]
"""The offsets of the characters of a document that must not be published."""


@dataclass(frozen=True)
class Copy:
    """What may be published of a file.

    Attributes:
        data: its bytes.
        document: what is read from them.
        how: ``received`` as it came; ``masked`` with signs in place of characters; ``cleaned``, a
            PDF that was written anew without what it must not hold; ``pictures`` of its pages;
            ``rewritten``, a web page of the text and the tables that were read;
            ``recognised``, a PDF of scanned pages with the text that was recognised under them.
        removed: what a file held beside its pages that does something or hides something, in the
            words of :mod:`juesuan.intake.pdf.publishing.cleaner`.
        name: of the file that is published, where the format changes; empty for the same name.
        is_recognised: whether text of it was recognised in pictures, by whatever program.
    """

    data: bytes
    document: Document
    how: How = "received"
    removed: tuple[str, ...] = ()
    name: str = ""
    is_recognised: bool = False


class Reader(ABC):
    """Reads one format. A reader is there when its module in ``intake/readers/`` has a ``READER``.

    What it gives is a :class:`~juesuan.model.Document` that says what the format has: a sheet of a
    workbook or a picture of a scan is a page, rows of a table are lines with tabs between columns,
    and a source that is no text itself gives one that ``is_extracted``.

    Attributes:
        called: the format in a message: "PDF".
        endings: of the names that its files bear, in lower case, with the dot.
        reads_pages: whether it reads some pages of a file alone (:attr:`File.pages`).
    """

    called: ClassVar[str]
    endings: ClassVar[tuple[str, ...]]
    reads_pages: ClassVar[bool] = False

    @abstractmethod
    def recognises(self, file: File) -> bool:
        """Whether a file is of this format: its content says so *and* its name agrees.

        No other reader may recognise the same file: what looks like two formats must be told apart
        by the readers of both.
        """

    @abstractmethod
    def read(self, file: File) -> Document:
        """The document of a file that was recognised.

        Raises:
            UnreadableSourceError: if it is damaged, without text, or too large.
        """

    def recognise(self, file: File, tell: Callable[[str, int, int], None]) -> None:  # noqa: B027
        """Have the text of scanned pages recognised; nothing for a format that has none.

        Args:
            file: a file of which reading raised :class:`juesuan.errors.UnrecognisedError`.
            tell: is told its name, how many pages are done, and how many there are.

        Raises:
            UnreadableSourceError: if that cannot be done in time.
        """

    def pictures(self, file: File, pages: Sequence[int], scale: float) -> dict[int, bytes]:
        """Pictures of pages as PNG, by number; none for a format that has nothing to draw.

        Args:
            file: a file that was recognised.
            pages: their 1-based numbers.
            scale: pixels a point.
        """
        return {}

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """What may be published of a file: here a text, each hidden character of which is a sign.

        Args:
            file: a file that was recognised.
            document: what was read from it.
            find: the offsets of the characters that must not be published.
        """
        text = with_signs(document, find)
        if text == document.text:
            return Copy(file.data, document)
        fresh = File(file.path, _encoded(text, document, file.data))
        return Copy(fresh.data, self.read(fresh), "masked")

    def refusal(self, file: File) -> UnreadableSourceError:
        """The message for a file that bears a name of this format and is something else."""
        found = file.signature.what if file.signature else "a file"
        expected = f"a {self.called} document"
        return UnreadableSourceError(
            file.name, f"{found} that is no {self.called}", expected, RENAME
        )


def with_signs(document: Document, find: Find) -> str:
    """The text of a document, a sign in place of each character that must not be published."""
    hidden = {at for at in find(document) if not document.text[at].isspace()}
    return "".join(SIGN if at in hidden else char for at, char in enumerate(document.text))


def _encoded(text: str, document: Document, before: bytes) -> bytes:
    """The text in the encoding in which it was received."""
    has_mark = before.startswith(codecs.BOM_UTF8)
    is_plain = document.encoding == "utf-8-sig" and not has_mark
    return text.encode("utf-8" if is_plain else document.encoding)
