"""A scan whose text was recognised: what is read of it, and what may be published."""

from __future__ import annotations

from dataclasses import replace

from juesuan.intake import pdf
from juesuan.intake.file import File
from juesuan.intake.reader import Copy, Find
from juesuan.model import Document


def read_recognised(file: File, known: File) -> Document:
    """The document of a scan, under its own name and hash.

    Args:
        file: as received.
        known: the same with its text.
    """
    document = pdf.read_pdf(known)
    return replace(document, name=file.name, sha256=file.sha256, size=file.size)


def published_recognised(known: File, document: Document, find: Find) -> Copy:
    """What may be published of a scan: with its text, so that it is recognised once.

    Args:
        known: the scan with its text.
        document: what was read from it.
        find: the offsets of the characters that must not be published.
    """
    copy = pdf.published(known, document, find)
    if copy.how != "received":
        return replace(copy, name=known.name, is_recognised=True)
    own = replace(document, name=known.name, sha256=known.sha256, size=known.size)
    return Copy(known.data, own, "recognised", name=known.name, is_recognised=True)
