"""A folder comes to hold what it should, whatever it held before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan.website.laid import lay
from tests.website.made_site import content

_NAMES = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map("/".join)
_FILES = st.dictionaries(_NAMES, st.binary(max_size=3), max_size=5)


def possible(files: dict[str, bytes]) -> dict[str, bytes]:
    """Those that can stand together: a file is no folder of another one."""
    return {
        one: text
        for one, text in files.items()
        if not any(other.startswith(f"{one}/") for other in files)
    }


def laid(site: Path, place: Path, files: dict[str, bytes]) -> dict[str, int]:
    """Lay files out that lie in a place."""
    place.mkdir()
    sources = {}
    for number, (file, text) in enumerate(files.items()):
        sources[file] = place / str(number)
        sources[file].write_bytes(text)
    return dict(lay(site, sources, {}))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(_FILES.map(possible), _FILES.map(possible))
def test_it_holds_what_it_should(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    base = tmp_path_factory.mktemp("laid")
    laid(base / "site", base / "1", before)
    sizes = laid(base / "site", base / "2", after)
    assert content(base / "site") == after
    assert sizes == {one: len(text) for one, text in after.items()}
    assert all(any(one.iterdir()) for one in (base / "site").rglob("*") if one.is_dir())


def test_what_stands_stays_and_is_never_written_into(tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_text("甲", encoding="utf-8")
    lay(tmp_path / "site", {"x/a": source}, {"t": "1"})
    first = {one: (tmp_path / "site" / one).stat().st_ino for one in ("x/a", "t")}
    lay(tmp_path / "site", {"x/a": source}, {"t": "1"})
    assert {one: (tmp_path / "site" / one).stat().st_ino for one in ("x/a", "t")} == first
    other = tmp_path / "b"
    other.write_text("乙", encoding="utf-8")
    lay(tmp_path / "site", {"x/a": other}, {"t": "2"})
    assert source.read_text(encoding="utf-8") == "甲"
    assert content(tmp_path / "site") == {"x/a": "乙".encode(), "t": b"2"}


def test_what_cannot_be_linked_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    source = tmp_path / "a"
    source.write_text("甲", encoding="utf-8")
    (tmp_path / "site").mkdir()
    shutil.copy(source, tmp_path / "site" / ".a.new")  # what a run that was stopped left
    monkeypatch.setattr("os.link", refused)
    lay(tmp_path / "site", {"a": source}, {})
    assert content(tmp_path / "site") == {"a": "甲".encode()}
    assert (tmp_path / "site" / "a").stat().st_nlink == 1
