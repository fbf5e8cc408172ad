"""Several files as one document."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake import joined, limits
from juesuan.intake.text.characters import clean
from juesuan.model import Address, Boxes, Document, Page
from tests.made_tables import document


def plain(name: str, text: str) -> Document:
    return Document(name, name * 2, len(text), "utf-8", text, clean(text))


def paged(name: str) -> Document:
    made = document("标题", ["一|二", "三|4.50"])
    end = len(made.text)
    pages = (Page(1, 0, 3, name="甲"), Page(2, 3, end, name="乙"))
    boxes = Boxes(array("i", range(4 * end)))
    at = made.text.index("4.50")
    addresses = (Address(at, at + 4, "B2"),)
    return replace(made, name=name, pages=pages, boxes=boxes, addresses=addresses,
                   remarks=("gone",), tells_furniture=True, furniture=((0, 2),))  # fmt: skip


def test_one_file_stays_as_it_is() -> None:
    only = plain("a.txt", "甲")
    assert joined([only]) is only
    assert [one.name for one in only.files] == ["a.txt"] and only.place_of(0) == "line 1"


def test_places_are_counted_behind_the_files_before() -> None:
    both = joined([plain("a.txt", "甲乙"), paged("b.xlsx"), paged("c.xlsx")])
    first, second = (i for i in range(len(both.text)) if both.text.startswith("4.50", i))
    assert [one.name for one in both.files] == ["a.txt", "b.xlsx", "c.xlsx"]
    assert both.text.startswith("甲乙\n标题\n") and len(both.text) == len(both.clean)
    assert [both.file_of(at).name for at in (0, 2, first, second)] == [
        "a.txt", "a.txt", "b.xlsx", "c.xlsx",
    ]  # fmt: skip
    assert [page.number for page in both.pages] == [1, 2, 3, 4]
    assert [both.page_of(at) for at in (0, first, second)] == [None, 2, 2]
    assert [both.address_of(at) for at in (0, first, second)] == ["", "B2", "B2"]
    assert both.place_of(second) == "c.xlsx, 乙!B2, line 7"
    assert both.where(second) == "c.xlsx:7"
    cell = both.tables[1].cells[-1]
    assert both.text[cell.start : cell.end] == "4.50"
    assert both.furniture == ((3, 5), (3 + len(paged("b").text), 5 + len(paged("b").text)))
    assert both.remarks == ("b.xlsx: gone", "c.xlsx: gone")
    assert both.is_extracted and not both.tells_furniture
    assert (both.name, both.sha256) == ("a.txt", "a.txta.txt")


def test_characters_without_boxes_have_none() -> None:
    both = joined([plain("a.txt", "甲\n"), paged("b.pdf")])
    assert both.boxes is not None and len(both.boxes.numbers) == 4 * len(both.text)
    assert list(both.boxes.numbers[:8]) == [0] * 8 and both.boxes.numbers[9] == 1
    assert joined([plain("a.txt", "甲"), plain("b.txt", "乙")]).boxes is None


def test_more_text_than_any_disclosure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS", 5)
    with pytest.raises(UnreadableSourceError, match="more than 5 characters"):
        joined([plain("a.txt", "甲乙丙"), plain("b.txt", "甲")])
