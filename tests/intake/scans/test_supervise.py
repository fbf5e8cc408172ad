"""Progress is told; what cannot be read in its bounds is a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.scans.supervise import recognise
from tests.intake.scans.conftest import LOOKS


@pytest.mark.slow
def test_each_page_is_told(layered: Path, told: list[tuple[str, int, int]]) -> None:
    every = len(LOOKS)
    assert [done for _, done, _ in told] == [*range(every + 1), every]
    assert {(name, of) for name, _, of in told} == {(layered.name, every)}


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SCANNED_PAGES", 2)
    with pytest.raises(UnreadableSourceError, match="3 scanned pages; expected at most 2"):
        recognise(tmp_path / "a.pdf", tmp_path / "b.pdf", [1, 2, 3], lambda *_: None)


@pytest.mark.slow
def test_a_picture_that_is_damaged_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"nothing" * 20)
    with pytest.raises(UnreadableSourceError, match="get the file again"):
        recognise(tmp_path / "a.png", tmp_path / "b.pdf", [], lambda *_: None)


def test_silence_ends_it(tmp_path: Path, scanned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SCANNED_WAIT", 0.01)
    with pytest.raises(UnreadableSourceError, match="0 of 1 could be read"):
        recognise(scanned, tmp_path / "b.pdf", [1], lambda *_: None)
