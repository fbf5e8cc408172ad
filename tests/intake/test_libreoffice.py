"""Documents of older formats, where LibreOffice is installed and where it is not."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake import libreoffice
from juesuan.intake.file import File
from juesuan.intake.libreoffice import as_docx, as_xlsx, program
from tests.intake.made import file
from tests.made_docx import package, paragraph


def stand_in(folder: Path, script: str) -> Path:
    """A program that stands in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_without_libreoffice_a_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_PROGRAMS", ("no-such-program",))
    assert program() == ""
    with pytest.raises(
        UnreadableSourceError, match=r"save it as \.docx with Word or WPS, or install LibreOffice"
    ):
        as_docx(file("a.doc", b"\xd0\xcf\x11\xe0"), ".doc")


def test_it_is_started_alone_and_its_settings_forbid_macros(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(package(paragraph("甲")))
    script = f'cp -r "$HOME/profile" {tmp_path}/kept; echo "$@" > {tmp_path}/said; mkdir -p "$HOME/out"; cp {made} "$HOME/out/source.docx"'
    monkeypatch.setattr(libreoffice, "_PROGRAMS", (str(stand_in(tmp_path, script)),))
    assert as_docx(file("甲; rm -rf.doc", b"\xd0\xcf\x11\xe0"), ".doc") == made.read_bytes()
    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert "--headless" in said and said.rstrip().endswith("source.doc") and "rm" not in said
    settings = (tmp_path / "kept" / "user" / "registrymodifications.xcu").read_text(
        encoding="utf-8"
    )
    assert "DisableMacrosExecution" in settings and "BlockUntrustedRefererLinks" in settings


def test_what_it_cannot_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_PROGRAMS", (str(stand_in(tmp_path, "exit 0")),))
    with pytest.raises(
        UnreadableSourceError, match=r"a\.wps: found a document that LibreOffice cannot read"
    ):
        as_docx(file("a.wps", b"x"), ".wps")


@pytest.mark.slow
def test_it_is_ended_with_all_it_has_started_when_it_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        libreoffice,
        "_PROGRAMS",
        (str(stand_in(tmp_path, f"(sleep 4; touch {tmp_path}/late) & sleep 60")),),
    )
    monkeypatch.setenv("JUESUAN_SECONDS", "1")
    begun = time.monotonic()
    with pytest.raises(
        UnreadableSourceError, match=r"a\.odt: found a file that takes more than 1 seconds"
    ):
        as_docx(file("a.odt", b"x"), ".odt")
    assert time.monotonic() - begun < 3.5
    time.sleep(max(0.0, 5 - (time.monotonic() - begun)))
    assert not (tmp_path / "late").exists()


def test_an_older_workbook_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_PROGRAMS", ("no-such-program",))
    with pytest.raises(UnreadableSourceError, match=r"apt install libreoffice-calc"):
        as_xlsx(File(Path("a.xls"), b"\xd0\xcf\x11\xe0"))


def test_a_workbook_that_it_cannot_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_PROGRAMS", ("true",))
    with pytest.raises(UnreadableSourceError, match="a workbook that LibreOffice cannot read"):
        as_xlsx(File(Path("a.xls"), b"\xd0\xcf\x11\xe0"))
