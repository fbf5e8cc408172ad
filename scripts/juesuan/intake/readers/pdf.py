"""PDF documents with text, and scans of which the text was recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.errors import UnreadableSourceError
from juesuan.intake import pdf, scans
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
        """The text of a PDF in reading order, its ruled tables, and where everything stands.

        Raises:
            UnrecognisedError: if pages of it are scans that are to be recognised first.
            UnreadableSourceError: if it cannot be read.
        """
        known = scans.recognised(file)
        if known:
            return scans.read_recognised(file, known)
        scanned: list[int] = []
        try:
            document = pdf.read_pdf(file, scanned)
        except UnreadableSourceError as error:
            if scanned and scans.is_asked():
                raise scans.unrecognised(file, len(scanned)) from error
            raise
        if scanned and scans.is_asked():
            raise scans.unrecognised(file, len(scanned))
        return document

    def recognise(self, file: File, tell: scans.Tell) -> None:
        """Have the scanned pages recognised, and keep that for the next reading."""
        scans.keep(
            file, [raw.number for raw in pdf.raw_pages(file.path) if pdf.is_picture(raw)], tell
        )

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """As received, written anew, or pictures of its pages; of a scan with its text."""
        known = scans.recognised(file)
        if known:
            return scans.published_recognised(known, document, find)
        copy = pdf.published(file, document, find)
        return replace(copy, is_recognised=document.is_recognised)

    def pictures(self, file: File, pages: Sequence[int], scale: float) -> dict[int, bytes]:
        """Pictures of pages as PNG, by number; a page that cannot be drawn has none."""
        return pdf.pictures(file.path, pages, scale)


READER = PdfReader()
