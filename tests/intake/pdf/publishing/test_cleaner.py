"""The process that writes a PDF anew says what it removed, or why it could not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan.intake.pdf.publishing import cleaner
from tests.intake.pdf.publishing.test_publish import active, drawn


def run(path: Path, tmp_path: Path) -> dict[str, object]:
    orders = tmp_path / "orders.json"
    orders.write_text(json.dumps({"places": {}, "texts": []}), encoding="utf-8")
    command = [
        sys.executable,
        "-I",
        cleaner.__file__,
        str(path),
        str(tmp_path / "new.pdf"),
        str(orders),
        "60",
        "2000",
    ]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.mark.slow
def test_it_writes_nothing_of_a_harmless_file(tmp_path: Path) -> None:
    assert run(drawn(tmp_path / "a.pdf"), tmp_path) == {"removed": [], "is_clean": True}
    assert not (tmp_path / "new.pdf").exists()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["open", "launch"])
def test_a_new_file_needs_no_cleaning(tmp_path: Path, kind: str) -> None:
    assert run(active(tmp_path / "a.pdf", kind), tmp_path)["is_clean"] is False
    assert run(tmp_path / "new.pdf", tmp_path) == {"removed": [], "is_clean": True}


@pytest.mark.slow
def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert "cannot be written anew" in str(run(tmp_path / "a.pdf", tmp_path)["why"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("author", "keywords", "is_named"),
    [
        ("王建国", "", True), ("Administrator", "tel 138 1234 5678", True),
        ("admin", "2024 12345678901234", False), ("某某市财政局办公室", "决算", False),
    ],
)  # fmt: skip
def test_properties_that_name_a_person_are_removed(
    tmp_path: Path, author: str, keywords: str, is_named: bool
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setAuthor(author)
    canvas.setKeywords(keywords)
    canvas.drawString(72, 700, "12.50")
    canvas.save()
    told = run(tmp_path / "a.pdf", tmp_path)
    assert told["removed"] == ([cleaner.PROPERTIES] if is_named else [])
    if is_named:
        assert run(tmp_path / "new.pdf", tmp_path) == {"removed": [], "is_clean": True}


@pytest.mark.slow
def test_a_name_in_the_metadata(tmp_path: Path) -> None:
    with pikepdf.open(drawn(tmp_path / "a.pdf")) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = ["李建设"]
        pdf.save(tmp_path / "b.pdf")
    assert run(tmp_path / "b.pdf", tmp_path)["removed"] == [cleaner.PROPERTIES]
