"""A reader is found by being there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.intake import readers

MODULE = """
from juesuan.intake.reader import Reader
from juesuan.model import Document


class MadeReader(Reader):
    called = "made"
    endings = (".made",)

    def recognises(self, file):
        return file.suffix == ".made" and file.data.startswith(b"MADE")

    def read(self, file):
        return Document(file.name, file.sha256, file.size, "made", "甲", "甲", is_extracted=True)


READER = MadeReader()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A second folder of readers."""
    monkeypatch.setattr(readers, "__path__", [*readers.__path__, str(tmp_path)])
    known = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - known:
        del sys.modules[name]


def test_what_is_read() -> None:
    found = {one.called: one.endings for one in readers.readers()}
    assert found["PDF"] == (".pdf",)
    assert found["text"] == (".txt", ".md")
    assert len({ending for endings in found.values() for ending in endings}) == sum(
        map(len, found.values())
    )


def test_a_reader_in_a_new_module_is_found_by_itself(folder: Path) -> None:
    (folder / "spreadsheet.py").write_text(MODULE, encoding="utf-8")
    assert "made" in [one.called for one in readers.readers()]
    (folder / "a.made").write_bytes(b"MADE")
    assert intake.read(folder / "a.made").text == "甲"


def test_a_module_without_a_reader_is_an_error(folder: Path) -> None:
    (folder / "nothing.py").write_text("reader = 1\n", encoding="utf-8")
    with pytest.raises(TypeError, match=r"readers\.nothing: found no READER"):
        readers.readers()
