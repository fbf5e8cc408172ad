"""Documents of older formats and of other programs, which LibreOffice turns into DOCX."""

from __future__ import annotations

from juesuan.errors import UnreadableSourceError
from juesuan.intake.docx import read_docx
from juesuan.intake.file import File
from juesuan.intake.libreoffice import as_docx
from juesuan.intake.reader import Copy, Find, Reader
from juesuan.intake.rewritten import rewritten
from juesuan.intake.signatures import OLE, RTF, WORD_XML, ZIP, Signature
from juesuan.model import Document

_CONTENTS: dict[str, tuple[Signature, ...]] = {
    ".doc": (OLE, RTF, WORD_XML),
    ".wps": (OLE, RTF, WORD_XML),
    ".rtf": (RTF,),
    ".odt": (ZIP,),
}
"""What files of each ending hold."""

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_HEAD = 200


class OfficeReader(Reader):
    """Reads DOC, WPS, RTF and ODT documents where LibreOffice is installed."""

    called = "DOC, WPS, RTF or ODT"
    endings = (".doc", ".wps", ".rtf", ".odt")

    def recognises(self, file: File) -> bool:
        """Whether its first bytes are of a format that its name may stand for."""
        is_known = file.signature in _CONTENTS.get(file.suffix, ())
        return is_known and (file.signature is not ZIP or _OPEN_DOCUMENT in file.data[:_HEAD])

    def read(self, file: File) -> Document:
        """Its paragraphs, tables and notes, as LibreOffice understands them."""
        return read_docx(file, as_docx(file, ".rtf" if file.signature is RTF else file.suffix))

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """Written anew, so that nobody needs LibreOffice to read it again."""
        return rewritten(file, document, find)

    def refusal(self, file: File) -> UnreadableSourceError:
        """The message for what is another format under such a name."""
        found = file.signature.what if file.signature else "a file of no known format"
        advice = "save it as .docx with the program that opens it"
        return UnreadableSourceError(file.name, found, "a document of a word processor", advice)


READER = OfficeReader()
