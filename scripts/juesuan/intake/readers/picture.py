"""Pictures of pages: PNG, JPEG and TIFF, one page each or several in a TIFF."""

from __future__ import annotations

from juesuan.errors import UnreadableSourceError
from juesuan.intake import scans
from juesuan.intake.file import File
from juesuan.intake.reader import Copy, Find, Reader
from juesuan.intake.signatures import JPEG, PNG, TIFF, TIFF_OF_OTHERS, Signature
from juesuan.model import Document

_CONTENTS: dict[str, tuple[Signature, ...]] = {
    ".png": (PNG,),
    ".jpg": (JPEG,),
    ".jpeg": (JPEG,),
    ".tif": (TIFF, TIFF_OF_OTHERS),
    ".tiff": (TIFF, TIFF_OF_OTHERS),
}
"""What files of each ending hold."""


class PictureReader(Reader):
    """Reads pictures of pages, where the extra ``ocr`` is installed."""

    called = "PNG, JPEG or TIFF"
    endings = tuple(_CONTENTS)

    def recognises(self, file: File) -> bool:
        """Whether its first bytes are those of the picture that its name tells."""
        return file.signature in _CONTENTS.get(file.suffix, ())

    def read(self, file: File) -> Document:
        """What is written on the pages, with tables and places as of a PDF.

        Raises:
            UnrecognisedError: if the text is to be recognised first.
            UnreadableSourceError: if it cannot be recognised.
        """
        known = scans.recognised(file)
        if known:
            return scans.read_recognised(file, known)
        if scans.is_asked():
            raise scans.unrecognised(file, 1)
        raise UnreadableSourceError(
            file.name,
            "a picture of a page",
            "a document with text, or juesuan[ocr], which recognises the text of pictures",
            f"get the document that was printed, or {scans.INSTALL}",
        )

    def recognise(self, file: File, tell: scans.Tell) -> None:
        """Have the pages recognised, and keep that for the next reading."""
        scans.keep(file, [], tell)

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """A PDF of its pages, with the text that was recognised under them."""
        known = scans.recognised(file)
        if known is None:
            return Copy(file.data, document)
        return scans.published_recognised(known, document, find)


READER = PictureReader()
