"""Figures of scans are taken back, and offered with their place."""

from __future__ import annotations

from juesuan import package
from juesuan.check import Offer
from juesuan.collection.offered import is_scan, offer_lines, taken_back
from juesuan.model import Facts
from tests.conftest import document_of

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
