"""Files and places of figures in packages of several files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.errors import NoteError
from juesuan.intake import joined
from juesuan.model import Address, Facts, Figure, Page
from juesuan.package.places import place_rows, source_rows
from tests.made_tables import document

FIGURE = Figure(0, 1, "1", "1", "", "unread")


def two():
    prose = replace(document("甲1"), name="a.txt", sha256="aa")
    sheet = replace(
        document("2"), name="b.xlsx", pages=(Page(1, 0, 2, name="表1"),),
        addresses=(Address(0, 1, "C3"),),
    )  # fmt: skip
    return joined([prose, sheet])


def test_one_file_has_neither() -> None:
    assert source_rows("made-2024", document("1")) == []
    assert place_rows(Facts("made-2024", {}, (FIGURE,)), document("1")) == []


def test_several_files() -> None:
    notes = [{"file": "b.xlsx", "url": "https://a.example/b", "published": "2024-09-20"}]
    first, second = source_rows("made-2024", two(), notes)
    assert (first["file"], first["sha256"], first["first_line"], first["last_line"]) == (
        "a.txt", "aa", "1", "1",
    )  # fmt: skip
    assert (second["position"], second["first_line"], second["url"]) == (
        "2", "2", "https://a.example/b",
    )  # fmt: skip
    with pytest.raises(NoteError, match=r"names the file 'c\.xlsx'"):
        source_rows("made-2024", two(), [{**notes[0], "file": "c.xlsx"}])


def test_each_figure_names_its_place() -> None:
    figures = (FIGURE, replace(FIGURE, start=3, end=4))
    first, second = place_rows(Facts("made-2024", {}, figures), two())
    assert [*first.values()] == ["made-2024", "f00001", "a.txt", "", ""]
    assert [*second.values()] == ["made-2024", "f00002", "b.xlsx", "表1", "C3"]
