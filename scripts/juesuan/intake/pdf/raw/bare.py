"""A PDF that is open, by pdfium's own functions: what reading needs of the classes of pypdfium2.

They take as long to load as a page takes to read, and each file is read in a process of its own. It
imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdfium


class PdfiumError(Exception):
    """pdfium cannot do what it was asked to do."""


class Document:
    """An open file: its length is the number of its pages, which are counted from zero.

    Args:
        source: the path of a file, or the bytes of one.

    Raises:
        PdfiumError: if it cannot be opened.
    """

    def __init__(self, source: str | bytes) -> None:
        pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
        self._source = source  # pdfium reads bytes as long as the file is open
        if isinstance(source, bytes):
            self.raw = pdfium.FPDF_LoadMemDocument64(source, len(source), None)
        else:
            self.raw = pdfium.FPDF_LoadDocument(source.encode(errors="surrogateescape"), None)
        if len(self) < 1:
            raise PdfiumError

    def __len__(self) -> int:
        return int(pdfium.FPDF_GetPageCount(self.raw)) if self.raw else 0

    def __getitem__(self, index: int) -> Page:
        return Page(self, index)


class Page:
    """A page of an open file.

    Raises:
        PdfiumError: if it is damaged.
    """

    def __init__(self, document: Document, index: int) -> None:
        self.pdf, self.raw = document, pdfium.FPDF_LoadPage(document.raw, index)
        self._texts: list[Text] = []
        if not self.raw:
            raise PdfiumError

    def get_size(self) -> tuple[float, float]:
        """Its width and height in points."""
        return pdfium.FPDF_GetPageWidthF(self.raw), pdfium.FPDF_GetPageHeightF(self.raw)

    def get_bbox(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of what is shown of it."""
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(self.raw, ctypes.byref(rect)):
            raise PdfiumError
        return rect.left, rect.bottom, rect.right, rect.top

    def get_rotation(self) -> int:
        """By how many degrees it is turned, clockwise."""
        return 90 * max(0, int(pdfium.FPDFPage_GetRotation(self.raw)))

    def get_textpage(self) -> Text:
        """Its text; closed with the page."""
        self._texts.append(Text(self))
        return self._texts[-1]

    def close(self) -> None:
        """Give back what pdfium holds of it."""
        for one in self._texts:
            pdfium.FPDFText_ClosePage(one.raw)
        pdfium.FPDF_ClosePage(self.raw)


class Text:
    """The text of a page.

    Raises:
        PdfiumError: if it cannot be read.
    """

    def __init__(self, page: Page) -> None:
        self.raw: Any = pdfium.FPDFText_LoadPage(page.raw)
        if not self.raw:
            raise PdfiumError

    def count_chars(self) -> int:
        """How many characters it has."""
        return int(pdfium.FPDFText_CountChars(self.raw))
