"""Scans are recognised only where that is asked for, and once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.errors import UnreadableSourceError, UnrecognisedError
from juesuan.intake.file import File
from juesuan.intake.scans import is_asked, keep, kept, recognised
from tests import scans
from tests.intake.pdf.drawn import FONT, drawn


@pytest.mark.slow
def test_outside_a_scan_is_refused_with_what_to_do(scanned: Path) -> None:
    assert not is_asked()
    with pytest.raises(UnreadableSourceError, match=r"install juesuan\[ocr\]") as caught:
        intake.read(scanned)
    assert not isinstance(caught.value, UnrecognisedError)


def test_inside_it_is_to_be_recognised_first(scanned: Path, tmp_path: Path) -> None:
    with kept(tmp_path):
        assert is_asked() and recognised(File(scanned, scanned.read_bytes())) is None
        with pytest.raises(UnrecognisedError) as caught:
            intake.read(scanned)
    assert caught.value.where == scanned.name and not is_asked()


@pytest.mark.slow
def test_what_was_recognised_is_read_under_its_own_name(
    scanned: Path, layered: Path, tmp_path: Path
) -> None:
    file = File(scanned, scanned.read_bytes())
    with kept(tmp_path):
        (tmp_path / file.sha256).mkdir()
        shutil.copyfile(layered, tmp_path / file.sha256 / file.name)
        document = intake.read(scanned)
        copy = intake.copy(scanned, lambda _: set())
    assert (document.name, document.sha256) == (scanned.name, file.sha256)
    assert copy.how == "recognised" and copy.data == layered.read_bytes()
    assert copy.document.text == document.text and copy.document.sha256 != file.sha256


def test_nothing_is_kept_outside(scanned: Path) -> None:
    keep(File(scanned, b""), [1], lambda *_: pytest.fail("nothing is told"))


@pytest.mark.slow
def test_the_picture_is_read_and_not_the_text_that_another_program_put_under_it(
    tmp_path: Path,
) -> None:
    drawn(tmp_path / "page.pdf", [(50, 100, "本年收入3,184.60万元")])
    path = scans.scan(tmp_path / "page.pdf", tmp_path / "a.pdf", [1], [scans.Look()])
    under = Canvas(str(tmp_path / "under.pdf"), pagesize=(600, 800), invariant=1)
    text = under.beginText(50, 690)
    text.setFont(FONT, 12)
    text.setTextRenderMode(3)
    text.textOut("本年收入8,184.60万元")
    under.drawText(text)
    under.save()
    with (
        pikepdf.open(path, allow_overwriting_input=True) as pdf,
        pikepdf.open(tmp_path / "under.pdf") as other,
    ):
        pdf.pages[0].add_underlay(other.pages[0])
        pdf.save(path)
    (told,) = intake.read(path).remarks
    assert "another program" in told
    with kept(tmp_path / "kept"):
        with pytest.raises(UnrecognisedError):
            intake.read(path)
        keep(File(path, path.read_bytes()), [1], lambda *_: None)
        document, copy = intake.read(path), intake.copy(path, lambda _: set())
    assert "3,184.60万元" in document.text and "8,184" not in document.text
    (tmp_path / "published.pdf").write_bytes(copy.data)
    again = intake.read(tmp_path / "published.pdf")
    assert again.text == document.text and "another program" not in "".join(again.remarks)
