"""What a reader of a format is: it recognises its files, and reads one into a Document."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.model import Document

RENAME = "give the file the name that says what it is, or get it again"
"""Advice for a file whose name and content do not agree."""


class Reader(ABC):
    """Reads one format. A reader is there when its module in ``intake/readers/`` has a ``READER``.

    What it gives is a :class:`~juesuan.model.Document` that says what the format has: a sheet of a
    workbook or a picture of a scan is a page, rows of a table are lines with tabs between columns,
    and a source that is no text itself gives one that ``is_extracted``.

    Attributes:
        called: the format in a message: "PDF".
        endings: of the names that its files bear, in lower case, with the dot.
    """

    called: ClassVar[str]
    endings: ClassVar[tuple[str, ...]]

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

    def pictures(self, file: File, pages: Sequence[int], scale: float) -> dict[int, bytes]:
        """Pictures of pages as PNG, by number; none for a format that has nothing to draw.

        Args:
            file: a file that was recognised.
            pages: their 1-based numbers.
            scale: pixels a point.
        """
        return {}

    def refusal(self, file: File) -> UnreadableSourceError:
        """The message for a file that bears a name of this format and is something else."""
        found = file.signature.what if file.signature else "a file"
        expected = f"a {self.called} document"
        return UnreadableSourceError(
            file.name, f"{found} that is no {self.called}", expected, RENAME
        )
