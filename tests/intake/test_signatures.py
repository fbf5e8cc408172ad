"""First bytes by which formats are known."""

from __future__ import annotations

import pytest

from juesuan.intake.signatures import signature_of


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4", "a PDF document"),
        (b"PK\x03\x04 %PDF-1.4", "a PDF document"),
        (b"x" * 1019 + b"%PDF-", "a PDF document"),
        (b"x" * 1020 + b"%PDF-", ""),
        (b"PK\x03\x04", "an office document or ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old office document"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        ("决算".encode(), ""),
        (b"", ""),
    ],
)
def test_signatures(data: bytes, what: str) -> None:
    found = signature_of(data)
    assert (found.what if found else "") == what
