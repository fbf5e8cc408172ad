"""What may be published of a scan."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.intake.file import File
from juesuan.intake.scans import published_recognised, read_recognised


@pytest.mark.slow
def test_numbers_of_persons_are_masked_in_picture_and_text(layered: Path) -> None:
    known = File(layered, layered.read_bytes())
    document = read_recognised(File(layered.with_name("scan.png"), b"as received"), known)
    assert document.name == "scan.png" and document.size == len(b"as received")
    at = document.text.index("公务接待费")
    copy = published_recognised(
        known,
        document,
        lambda one: (
            {one.text.index("公务接待费") + i for i in range(5)}
            if "公务接待费" in one.text
            else set()
        ),
    )
    assert copy.how in ("pictures", "cleaned") and copy.name == known.name
    assert intake.SIGN * 5 in copy.document.text and copy.document.text[:at] == document.text[:at]
