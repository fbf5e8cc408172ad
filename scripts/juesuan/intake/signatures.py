"""First bytes by which formats are known, also those that are not read: for messages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Signature:
    """The first bytes of a format.

    Attributes:
        what: the format in words, for a message.
        magic: the bytes.
        within: bytes of the file in which they stand; 0 where the file begins with them.
        ending: of the names that such files bear; empty where many formats share the bytes.
    """

    what: str
    magic: bytes
    within: int = 0
    ending: str = ""

    def opens(self, data: bytes) -> bool:
        """Whether a file with these bytes bears the signature."""
        return self.magic in data[: self.within] if self.within else data.startswith(self.magic)


PDF = Signature("a PDF document", b"%PDF-", within=1024, ending=".pdf")
_KNOWN = (
    PDF,
    Signature("an office document or ZIP archive", b"PK\x03\x04"),
    Signature("an old office document", b"\xd0\xcf\x11\xe0"),
    Signature("a PNG picture", b"\x89PNG"),
    Signature("a JPEG picture", b"\xff\xd8\xff"),
    Signature("a gzip archive", b"\x1f\x8b"),
)


def signature_of(data: bytes) -> Signature | None:
    """The signature that a file bears; None where it bears none that is known.

    >>> signature_of(b"PK...") is None, signature_of(b"PK" + bytes([3, 4])).what
    (True, 'an office document or ZIP archive')
    """
    return next((one for one in _KNOWN if one.opens(data)), None)
