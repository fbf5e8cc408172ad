"""Documents of Word and WPS in the open format, under whatever name such a program gives them."""

from __future__ import annotations

from juesuan.errors import UnreadableSourceError
from juesuan.intake.docx import read_docx
from juesuan.intake.docx.container import is_package
from juesuan.intake.file import File
from juesuan.intake.reader import Copy, Find, Reader
from juesuan.intake.rewritten import rewritten
from juesuan.intake.signatures import OLE, ZIP
from juesuan.model import Document

_BORROWED = frozenset((".doc", ".wps"))
"""Endings of older formats that such documents bear as well."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class DocxReader(Reader):
    """Reads DOCX documents."""

    called = "Word document"
    endings = (".docx", ".docm")

    def recognises(self, file: File) -> bool:
        """Whether it is an archive with the parts of such a document, and the name agrees."""
        if file.suffix in self.endings:
            return file.signature is ZIP
        return file.suffix in _BORROWED and is_package(file.data, "word")

    def read(self, file: File) -> Document:
        """Its paragraphs, tables and notes."""
        return read_docx(file)

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """Written anew: it holds names of persons, comments and what was deleted from it."""
        return rewritten(file, document, find)

    def refusal(self, file: File) -> UnreadableSourceError:
        """The message for another file: one that is encrypted bears the marks of an old format."""
        if file.signature is OLE and _ENCRYPTED in file.data:
            found, advice = "an encrypted document", "ask for the file without a password"
            return UnreadableSourceError(
                file.name, found, "one that opens without a password", advice
            )
        return super().refusal(file)


READER = DocxReader()
