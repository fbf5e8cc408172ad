"""Figures of scans are taken back, and offered with their place."""

from __future__ import annotations

import importlib
import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from juesuan import collection, package
from juesuan.check import Offer
from juesuan.collection.conversion.offered import is_scan, offer_lines, taken_back
from juesuan.model import Facts
from tests.conftest import document_of
from tests.intake.pdf.drawn import FONT
from tests.made import disclosure

TEXT = "某局2024年度部门决算\n收入总计 1,284.50 万元\n支出总计 77000 万元\n"


def facts_with(*figures: tuple[str, str]) -> Facts:
    rows = tuple(
        {"figure_id": name, "start": str(TEXT.index(text)), "text": text} for name, text in figures
    )
    return Facts("a-2024", {"figures": rows})


def test_what_may_read_otherwise_is_damaged_in_place() -> None:
    found = [
        Offer("a", "1,284.50", "1,234.50", ("N01",)),
        Offer("b", "77000", "770.00", ("N02", "N02")),
    ]
    facts = facts_with(("a", "1,284.50"), ("b", "77000"))
    document = taken_back(document_of(TEXT), facts, found)
    assert "1,2\ufffd4.50" in document.text and "7700\ufffd" in document.clean
    assert len(document.text) == len(document.clean) == len(TEXT)
    first, second = offer_lines(document, facts, found)
    assert (
        first.startswith("line 2: 1,284.50 was recognised; with 1,234.50 N01 would hold")
        and "[[reading]]" in first
    )
    assert "with 770.00 N02 would hold" in second


def test_a_scan_is_known_by_its_copy() -> None:
    assert not is_scan(package.notes_of_text("", "a"))
    assert is_scan(package.notes_of_text('[[copy]]\nhow = "recognised"\n', "a"))
    assert not is_scan(package.notes_of_text('[[copy]]\nhow = "cleaned"\n', "a"))
    for how in ("received", "cleaned", "pictures"):
        text = f'[[copy]]\nhow = "{how}"\ntext = "recognised"\n'
        assert is_scan(package.notes_of_text(text, "a"))


@pytest.mark.slow
def test_nothing_is_alleged_of_text_that_another_program_recognised(tmp_path: Path) -> None:
    before = "年末结转和结余5.00万元"
    folder = tmp_path / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    _under_pictures(
        folder / "source" / "made.pdf",
        disclosure(project="", overall="").replace(before, before.replace("5.00", "7.77")),
    )
    report = collection.convert(folder)
    assert "fail" not in report.checks and report.checks["unreadable"]
    assert any("compared it with the picture" in one for one in report.personal)
    notes = (folder / "disclosure.toml").read_text(encoding="utf-8")
    assert is_scan(package.read_notes(folder)) and 'how = "received"' in notes
    collection.convert(folder)
    assert (folder / "disclosure.toml").read_text(encoding="utf-8") == notes


def _under_pictures(path: Path, text: str) -> None:
    """A PDF of pictures, with a text under them that nobody sees."""
    picture = io.BytesIO()
    Image.new("L", (60, 80), 240).save(picture, "PNG")
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1)
    pieces = [line[at : at + 40] for line in text.split("\n") for at in range(0, len(line), 40)]
    for first in range(0, len(pieces), 40):
        canvas.drawImage(ImageReader(picture), 0, 0, 600, 800)
        under = canvas.beginText(40, 770)
        under.setFont(FONT, 12)
        under.setTextRenderMode(3)
        under.textLines(pieces[first : first + 40])
        canvas.drawText(under)
        canvas.showPage()
    canvas.save()


@pytest.mark.slow
def test_a_misread_figure_of_a_scan_is_no_value_and_is_offered(tmp_path: Path) -> None:
    text = disclosure()
    before = "年末结转和结余5.00万元"
    assert text.count(before) == 1
    folder = tmp_path / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.txt").write_text(
        text.replace(before, before.replace("5.00", "6.00")), encoding="utf-8"
    )
    plain = collection.convert(folder)
    assert plain.checks["fail"]
    (folder / "disclosure.toml").write_text('[[copy]]\nhow = "recognised"\n', encoding="utf-8")
    report = collection.convert(folder)
    assert "fail" not in report.checks
    told = [line for line in report.remarks if "would hold" in line]
    assert len(told) == 1 and " 6.00 was recognised; with 5.00" in told[0]
    figures = [row["text"] for row in package.load(folder).rows("figures")]
    assert "6.00" not in figures


@pytest.mark.slow
def test_what_is_said_to_be_marked_is_marked_however_often_something_is_offered(
    repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each reading offers one more figure; the last one comes when no more are taken back."""
    folder = repository(disclosure()) / "datapackages" / "made-up-2024"
    module = importlib.import_module("juesuan.collection.conversion.convert")
    told_of = folder.parent / "offered"  # conversions run in a process of their own
    told_of.touch()

    def one_more(made: package.Contents, *_: object) -> tuple[Offer, ...]:
        rows = package.read_back(made).rows("figures")
        offered = told_of.read_text(encoding="utf-8").split()
        new = (one for one in rows if one["status"] == "bound" and one["start"] not in offered)
        row = next(one for one in new if one["unit"] == "万元")
        told_of.write_text(" ".join([*offered, row["start"]]), encoding="utf-8")
        return (Offer(row["figure_id"], row["text"], f"9{row['text'][1:]}", ("N01",)),)

    monkeypatch.setattr(module, "_offers", one_more)
    monkeypatch.setattr(module, "_ROUNDS", 2)
    report = collection.convert(folder)
    rows, offered = package.load(folder).rows("figures"), told_of.read_text("utf-8").split()
    bound = [row["start"] for row in rows if row["status"] == "bound"]
    assert [one in bound for one in offered] == [False, False, True]
    told = [line for line in report.remarks if "would hold" in line]
    assert ["is marked as unreadable" in line for line in told] == [True, True, False]
    assert "It stands as it was recognised" in told[2]
