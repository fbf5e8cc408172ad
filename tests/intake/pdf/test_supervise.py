"""The worker is bounded, and reading goes on behind a page that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from juesuan import intake
from juesuan.intake import limits
from juesuan.intake.pdf import supervise
from tests.intake.pdf.drawn import PDFS, drawn, refused


@pytest.mark.slow
def test_pictures_of_pages() -> None:
    found = intake.pictures(PDFS / "reportlab.pdf", [1, 5, 99], 1.0)
    assert sorted(found) == [1, 5] and all(data.startswith(b"\x89PNG") for data in found.values())
    assert found == intake.pictures(PDFS / "reportlab.pdf", [1, 5], 1.0)


@pytest.mark.slow
def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = drawn(
        tmp_path / "a.pdf", [(50, 100, "决算")], encrypt=StandardEncryption("secret", canPrint=0)
    )
    assert "encrypted" in refused(path) and "without a password" in refused(path)


def test_a_cut_file_is_refused_or_remarked(tmp_path: Path) -> None:
    data = (PDFS / "reportlab.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(data[:3000])
    assert "damaged" in refused(tmp_path / "a.pdf")


@pytest.mark.slow
def test_a_page_that_hangs_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text(
        "import json, sys, time\nfirst = int(sys.argv[2])\nprint(json.dumps({'pages': 4}), flush=True)\n"
        "for n in range(first, 5):\n    print(json.dumps({'begin': n}), flush=True)\n"
        "    if n == 2: time.sleep(60)\n    if n == 3: sys.exit(9)\n"
        "    print(json.dumps({'page': n, 'width': 9, 'height': 9, 'turn': 0, 'text': 'x', 'boxes': [0, 0, 9, 9], 'heights': [0, 9], 'pieces': [1],"
        " 'rulings': [], 'unknown': 0, 'tilted': '', 'pictures': 0}), flush=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(supervise, "_WORKER", worker)
    monkeypatch.setattr(limits, "PAGE_SECONDS", 1)
    pages = list(supervise.raw_pages(drawn(tmp_path / "a.pdf", [])))
    assert [(page.number, bool(page.why)) for page in pages] == [
        (1, False),
        (2, True),
        (3, True),
        (4, False),
    ]


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGES", 2)
    assert "3 pages" in refused(drawn(tmp_path / "a.pdf", [], [], []))


def messages(*pages: int) -> list[dict[str, object]]:
    """What a worker prints: what the file holds, and some of its pages."""
    read = dict.fromkeys(("width", "height", "turn", "unknown", "pictures"), 0)
    lists = {name: [] for name in ("boxes", "heights", "pieces", "rulings")}
    whole = {**read, **lists, "text": "", "tilted": ""}
    head = {"pages": 3, "files": ["a.xlsx"], "holds": ["a form"]}
    return [head, *({"page": page, **whole} for page in pages)]


def test_what_a_file_holds_is_told_though_its_first_page_breaks_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = {1: [*messages(), {"begin": 1}], 2: messages(2, 3)}
    monkeypatch.setattr(supervise, "_run", lambda path, first: iter(runs[first]))
    pages = list(supervise.raw_pages(tmp_path / "a.pdf"))
    assert [(page.number, bool(page.why)) for page in pages] == [(1, True), (2, False), (3, False)]
    assert [(page.files, page.holds) for page in pages] == [
        (("a.xlsx",), ("a form",)),
        ((), ()),
        ((), ()),
    ]
