"""Workbooks of other programs, turned into one that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.intake.sheets import older


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(older, "_PROGRAMS", ("no-such-program",))
    with pytest.raises(UnreadableSourceError, match=r"install LibreOffice \(Debian: apt install"):
        older.as_xlsx(File(Path("a.xls"), b"\xd0\xcf\x11\xe0"))


def test_what_it_cannot_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(older, "_PROGRAMS", ("true",))
    with pytest.raises(UnreadableSourceError, match="LibreOffice cannot read"):
        older.as_xlsx(File(Path("a.xls"), b"\xd0\xcf\x11\xe0"))


def test_it_is_ended_when_it_takes_too_long(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    slow.chmod(0o700)
    monkeypatch.setattr(older, "_PROGRAMS", (str(slow),))
    monkeypatch.setenv("JUESUAN_SECONDS", "1")
    with pytest.raises(UnreadableSourceError, match="more than 1 seconds"):
        older.as_xlsx(File(Path("a.xls"), b"\xd0\xcf\x11\xe0"))
