"""Which files are given to LibreOffice; where it is installed, what is read from them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake.libreoffice import as_docx, program
from juesuan.intake.read import reader_of
from juesuan.intake.readers.office import READER
from tests.intake.made import facts_in, file
from tests.made import understood
from tests.made_pdf import Made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"
PDFS = Path(__file__).resolve().parents[2] / "pdfs"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", OLE), ("a.WPS", OLE), ("a.rtf", b"{\\rtf1 x}"), ("a.doc", b"{\\rtf1 x}"), ("a.odt", ODT),
        ("a.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'),
    ],
)  # fmt: skip
def test_old_formats(name: str, data: bytes) -> None:
    assert reader_of(file(name, data)) is READER


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.rtf", OLE), ("a.odt", b"PK\x03\x04word/"), ("a.doc", b"abc"), ("a.rtf", b"%PDF-1.7")],
)
def test_others_are_refused(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableSourceError, match="What to do"):
        reader_of(file(name, data))


def has_writer() -> bool:
    """Whether LibreOffice is there with its Writer."""
    try:
        as_docx(file("a.rtf", b"{\\rtf1 x}"), ".rtf")
    except UnreadableSourceError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", ["doc:MS Word 97", "odt:writer8", "rtf:Rich Text Format", "docx:MS Word 2007 XML"]
)
def test_the_same_facts_as_from_the_pdf(kind: str, tmp_path: Path) -> None:
    if not has_writer():
        pytest.skip("LibreOffice Writer is not installed")
    page = tmp_path / "made.html"
    page.write_text(Made(1).html(), encoding="utf-8")
    options = [
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--infilter=HTML (StarWriter)",
    ]
    subprocess.run(
        [program(), *options, "--convert-to", kind, "--outdir", str(tmp_path), str(page)],
        check=True,
        capture_output=True,
    )
    made = page.with_suffix(f".{kind.partition(':')[0]}")
    assert (
        facts_in(made, made.read_bytes()).tables
        == understood(intake.read(PDFS / "chromium.pdf")).tables
    )
