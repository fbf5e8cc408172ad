"""Documents of several producers: the same facts as from the PDF; what was not read is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake.docx import read_docx
from tests.intake.made import facts_in, file
from tests.made import understood
from tests.made_docx import KINDS, package, paragraph
from tests.made_pdf import STYLES, Made

PDFS = Path(__file__).resolve().parents[2] / "pdfs"


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_the_same_facts_as_from_the_pdf(style: str, tmp_path: Path) -> None:
    printed = understood(intake.read(PDFS / f"{style}.pdf"))
    for name, write in KINDS.items():
        facts = facts_in(tmp_path / name, write(Made(*STYLES[style])))
        assert facts.tables == printed.tables, name


def test_what_stands_beside_the_text_is_told() -> None:
    outside = '<Relationship Id="r8" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/><Relationship Id="r9" Type="http://x/attachedTemplate" Target="http://x/a" TargetMode="External"/>'
    data = package(
        paragraph("甲"),
        {"comments": f"<w:comment>{paragraph('改')}</w:comment>"},
        {"word/vbaProject.bin": b"x"},
        outside,
    )
    document = read_docx(file("a.docm", data))
    assert document.text == "甲\n" and document.encoding == "docx"
    assert document.remarks == (
        "1 comments are not read", "the document holds macros, which are not run and not read",
        "what the document takes from elsewhere is not fetched: attachedTemplate",
    )  # fmt: skip


def test_a_document_without_text_is_refused() -> None:
    picture = "<w:p><w:r><w:drawing><a:blip xmlns:a='a'/></w:drawing></w:r></w:p>"
    with pytest.raises(UnreadableSourceError, match=r"without text \(pictures: a scan\)"):
        read_docx(file("a.docx", package(picture)))
    with pytest.raises(UnreadableSourceError, match="a document without text;"):
        read_docx(file("a.docx", package("<w:p/>")))
