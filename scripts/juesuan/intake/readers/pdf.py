"""PDF documents with text."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.intake import pdf
from juesuan.intake.file import File
from juesuan.intake.reader import Copy, Find, Reader
from juesuan.intake.signatures import PDF
from juesuan.model import Document


class PdfReader(Reader):
    """Reads PDF documents in a process of their own, page by page."""

    called = "PDF"
    endings = (".pdf",)
    reads_pages = True

    def recognises(self, file: File) -> bool:
        """Whether it bears the signature of PDF in its first kilobyte, and the name."""
        return file.suffix in self.endings and file.signature is PDF

    def read(self, file: File) -> Document:
        """The text of a PDF in reading order, its ruled tables, and where everything stands."""
        return pdf.read_pdf(file)

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """As received, written anew, or pictures of its pages."""
        return pdf.published(file, document, find)

    def pictures(self, file: File, pages: Sequence[int], scale: float) -> dict[int, bytes]:
        """Pictures of pages as PNG, by number; a page that cannot be drawn has none."""
        return pdf.pictures(file.path, pages, scale)


READER = PdfReader()
