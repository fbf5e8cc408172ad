"""A file as it is handed to readers."""

from __future__ import annotations

import hashlib
from pathlib import Path

from juesuan.intake.file import File, Pages


def test_a_file_knows_its_name_bytes_and_kind() -> None:
    file = File(Path("folder/决算.PDF"), b"%PDF-1.7")
    assert (file.name, file.suffix, file.size) == ("决算.PDF", ".pdf", 8)
    assert file.sha256 == hashlib.sha256(b"%PDF-1.7").hexdigest()
    assert file.signature is not None and file.signature.what == "a PDF document"
    assert "%PDF" not in repr(file)


def test_a_name_without_an_ending() -> None:
    assert File(Path("决算"), b"").suffix == ""


def test_pages_meet_where_one_is_of_both() -> None:
    pages = Pages(3, 7)
    assert str(pages) == "3-7"
    assert pages.meets(Pages(7, 9)) and pages.meets(Pages(1, 3)) and pages.meets(Pages(4, 5))
    assert not pages.meets(Pages(8, 9)) and not pages.meets(Pages(1, 2))
