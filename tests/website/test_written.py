"""Pages that are written by hand are filled once."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.website import written as module
from juesuan.website.written import PLACE, written


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with what MkDocs built, and what was drawn."""
    built, parts = tmp_path / "built", tmp_path / "drawn" / "d" / "parts"
    for folder in (built / "about", parts):
        folder.mkdir(parents=True)
    index = '<p id="a">x</p>\n<!-- part: own -->\n<a href="about/#b">y</a>'
    (built / "index.html").write_text(index, encoding="utf-8")
    (built / "404.html").write_text('<a href="/nowhere/">x</a>', encoding="utf-8")
    (built / "about" / "index.html").write_text('<p id="b">z</p>', encoding="utf-8")
    (parts / "own.html").write_text('<p id="c">甲</p>', encoding="utf-8")
    return tmp_path


def test_a_page_has_its_parts_ids_and_targets(place: Path) -> None:
    found = written(place, place / "built", place / "drawn")
    assert found.fresh == {"index.html", "about/index.html", "404.html"}
    assert found.pages["index.html"].ids == ["a", "c"]
    assert found.targets == {"about/index.html": ["b"]}
    text = (place / PLACE / "index.html").read_text(encoding="utf-8")
    assert '<p id="c">甲</p>' in text and "part:" not in text


def test_only_what_changed_is_filled_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(place, place / "built", place / "drawn")
    with monkeypatch.context() as patch:
        patch.setattr(module, "squeezed", lambda _: pytest.fail("nothing has changed"))
        again = written(place, place / "built", place / "drawn")
    assert again.fresh == set() and again.targets == first.targets
    part = place / "drawn" / "d" / "parts" / "own.html"
    part.write_text('<p id="d">乙</p>', encoding="utf-8")
    assert written(place, place / "built", place / "drawn").fresh == {"index.html"}
    (place / PLACE / ".written.json").write_text("{", encoding="utf-8")
    assert len(written(place, place / "built", place / "drawn").fresh) == 3


def test_what_is_gone_goes(place: Path) -> None:
    written(place, place / "built", place / "drawn")
    (place / "built" / "404.html").unlink()
    found = written(place, place / "built", place / "drawn")
    assert found.fresh == {"404.html"} and "404.html" not in found.pages
    assert not (place / PLACE / "404.html").exists()
