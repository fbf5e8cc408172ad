"""The frozen objects: where a character stands, by line, page and box."""

from __future__ import annotations

import dataclasses
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.model import Box, Boxes, Document, Facts, Page


def document(text: str, **known: object) -> Document:
    return Document("a.txt", "0", 1, "utf-8", text, text, **known)


def boxes(*rows: tuple[int, int, int, int]) -> Boxes:
    return Boxes(array("i", [value for row in rows for value in row]))


@given(st.text(alphabet="ab\n", max_size=40))
def test_the_line_of_a_character_is_the_line_ends_before_it(text: str) -> None:
    made = document(text)
    for offset in range(len(text)):
        assert made.line_of(offset) == text.count("\n", 0, offset) + 1
    assert made.line_starts[0] == 0


def test_a_document_without_pages_has_places_by_line() -> None:
    made = document("甲\n乙")
    assert (made.page_of(2), made.box_of(2, 3), made.place_of(2)) == (None, None, "line 2")


def test_a_document_with_pages_has_places_by_page() -> None:
    made = document("甲\n乙\n", pages=(Page(1, 0, 2), Page(2, 2, 4)))
    assert [made.page_of(i) for i in range(5)] == [1, 1, 2, 2, None]
    assert made.place_of(2) == "page 2, line 2"
    assert made.box_of(2, 3) is None


def test_a_box_is_around_the_printed_characters_of_the_first_line() -> None:
    found = boxes((10, 20, 30, 40), (0, 0, 0, 0), (35, 22, 50, 42), (5, 60, 25, 80))
    assert found.around(7, 0, 3) == Box(7, 1.0, 2.0, 5.0, 4.2)
    assert found.around(7, 0, 4) == Box(7, 1.0, 2.0, 5.0, 4.2)
    assert found.around(7, 3, 4) == Box(7, 0.5, 6.0, 2.5, 8.0)
    assert found.around(7, 1, 2) is None


def test_a_box_ends_with_its_page() -> None:
    place = boxes((10, 10, 20, 20), (20, 10, 30, 20))
    made = document("甲乙", pages=(Page(1, 0, 1), Page(2, 1, 2)), boxes=place)
    assert made.box_of(0, 2) == Box(1, 1.0, 1.0, 2.0, 2.0)
    assert made.box_of(1, 2) == Box(2, 2.0, 1.0, 3.0, 2.0)


def test_what_a_format_does_not_tell_is_not_there() -> None:
    made = document("甲")
    assert not made.is_extracted and not made.tells_furniture
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.is_extracted = True  # type: ignore[misc]


def test_facts_give_rows_of_what_is_there() -> None:
    row = {"disclosure_id": "x-2024", "department": "某局"}
    facts = Facts("x-2024", {"disclosure": (row,)})
    assert facts.disclosure == row
    assert facts.rows("measures") == facts.table("table1") == ()
