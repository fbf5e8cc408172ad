"""Scans are recognised only where that is asked for, and once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError, UnrecognisedError
from juesuan.intake.file import File
from juesuan.intake.scans import is_asked, keep, kept, recognised


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
