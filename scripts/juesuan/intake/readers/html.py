"""Web pages, as they were saved: also those that were saved under the name of a text."""

from __future__ import annotations

from juesuan.intake.file import File
from juesuan.intake.html import read_html
from juesuan.intake.reader import Copy, Find, Reader
from juesuan.intake.rewritten import rewritten
from juesuan.intake.signatures import HTML, MHTML
from juesuan.model import Document

_BORROWED = frozenset((".txt", ".md", ".doc", ".xls", ".wps", ".et"))
"""Endings of other formats under which pages are saved, by browsers and by systems' exports."""


class HtmlReader(Reader):
    """Reads the article of a web page."""

    called = "web page"
    endings = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")

    def recognises(self, file: File) -> bool:
        """Whether its content is that of a page; a file with the name may have no head."""
        if file.signature in (HTML, MHTML):
            return file.suffix in self.endings or file.suffix in _BORROWED
        return file.suffix in self.endings and file.signature is None

    def read(self, file: File) -> Document:
        """The article, as text with its tables."""
        return read_html(file)

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """Written anew: a page as received may run, and load from elsewhere."""
        return rewritten(file, document, find)


READER = HtmlReader()
