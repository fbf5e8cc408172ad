"""First bytes by which formats are known, also those that are not read: for messages."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Signature:
    """The first bytes of a format.

    Attributes:
        what: the format in words, for a message.
        magic: the bytes.
        within: bytes of the file in which they stand; 0 where the file begins with them.
        ending: of the names that such files bear; empty where many formats share the bytes.
        pattern: matches the beginning of the file, for a format that begins with words.
    """

    what: str
    magic: bytes = b""
    within: int = 0
    ending: str = ""
    pattern: re.Pattern[bytes] | None = None

    def opens(self, data: bytes) -> bool:
        """Whether a file with these bytes bears the signature."""
        if self.pattern:
            return self.pattern.search(data[:_HEAD].replace(b"\0", b"")) is not None
        return self.magic in data[: self.within] if self.within else data.startswith(self.magic)


PDF = Signature("a PDF document", b"%PDF-", within=1024, ending=".pdf")
HTML = Signature(
    "a web page",
    ending=".html",
    pattern=re.compile(
        rb"(?:\A|\n)(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype\s+html|html[\s>])"
        rb"|\A\s*(?:<!--[^>]*>\s*)*<(?:head|body|title|meta|div|table|center)\b[^>]*>"
        rb"(?:[^<]*<[^>]*>){20}",
        re.IGNORECASE,
    ),
)
MHTML = Signature(
    "a web archive",
    ending=".mht",
    pattern=re.compile(
        rb"\A\s*[A-Za-z-]+:(?=(?s:.{0,2000})^MIME-Version:)"
        rb"(?=(?s:.{0,2000})^Content-Type:\s*(?:multipart/|text/html))",
        re.IGNORECASE | re.MULTILINE,
    ),
)
_HEAD = 4096
ZIP = Signature("an office document or ZIP archive", b"PK\x03\x04")
OLE = Signature("an old office document", b"\xd0\xcf\x11\xe0")
RTF = Signature("a document in RTF", b"{\\rtf", ending=".rtf")
WORD_XML = Signature(
    "a Word document in XML",
    pattern=re.compile(
        rb"\A(?:\xef\xbb\xbf)?\s*<\?xml(?s:.{0,400})"
        rb"(?:progid=.Word\.Document|<w:wordDocument|<pkg:package)"
    ),
)
PNG = Signature("a PNG picture", b"\x89PNG", ending=".png")
JPEG = Signature("a JPEG picture", b"\xff\xd8\xff", ending=".jpg")
TIFF = Signature("a TIFF picture", b"II*\0", ending=".tif")
TIFF_OF_OTHERS = Signature("a TIFF picture", b"MM\0*", ending=".tif")
_KNOWN = (
    PDF,
    MHTML,
    HTML,
    WORD_XML,
    ZIP,
    OLE,
    RTF,
    PNG,
    JPEG,
    TIFF,
    TIFF_OF_OTHERS,
    Signature("a gzip archive", b"\x1f\x8b"),
)


def signature_of(data: bytes) -> Signature | None:
    """The signature that a file bears; None where it bears none that is known.

    >>> signature_of(b"PK...") is None, signature_of(b"PK" + bytes([3, 4])).what
    (True, 'an office document or ZIP archive')
    """
    return next((one for one in _KNOWN if one.opens(data)), None)
