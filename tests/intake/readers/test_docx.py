"""Which files are documents of Word, and what is said of others."""

from __future__ import annotations

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.read import reader_of
from juesuan.intake.readers.docx import READER
from tests.intake.made import file
from tests.made_docx import package, paragraph

DOCX = package(paragraph("甲"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("name", ["a.docx", "a.DOCX", "a.docm", "a.doc", "a.wps"])
def test_documents_under_their_names(name: str) -> None:
    assert reader_of(file(name, DOCX)) is READER


def test_what_is_none_is_told() -> None:
    assert not READER.recognises(file("a.xlsx", DOCX)) and not READER.recognises(
        file("a.doc", b"PK\x03\x04xl/")
    )
    with pytest.raises(UnreadableSourceError, match="an encrypted document"):
        reader_of(file("a.docx", OLE + "EncryptedPackage".encode("utf-16-le")))
    with pytest.raises(
        UnreadableSourceError, match="an old office document that is no Word document"
    ):
        reader_of(file("a.docx", OLE))
