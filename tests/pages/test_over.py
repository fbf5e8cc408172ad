"""What is over all disclosures, written where it changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from juesuan.pages import over
from juesuan.pages.addresses import API, DRAWN, Address
from juesuan.pages.draw import Job, draw
from juesuan.pages.over import over_all
from juesuan.pages.writer import Content, Writer
from tests.conftest import IDS, ROOT

NAME = "made-up-2024"


@pytest.mark.slow
def test_it_is_written_once_and_what_is_gone_goes(converted: Path) -> None:
    address = Address("")
    draw(Job(converted, NAME, "", address))
    assert over_all(converted, [NAME], address, {}) > 50
    index = converted / DRAWN / API / "index.json"
    assert json.loads(index.read_text(encoding="utf-8"))["disclosures"] == 1
    assert over_all(converted, [NAME], address, {}) == 0
    assert (converted / DRAWN / "d" / "departments" / "made-up").exists()
    assert over_all(converted, [], address, {}) > 0
    assert json.loads(index.read_text(encoding="utf-8"))["disclosures"] == 0
    assert not (converted / DRAWN / "d" / "departments" / "made-up").exists()


@pytest.fixture(scope="module")
def drawn_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of two disclosures with contradictions, each drawn."""
    root = tmp_path_factory.mktemp("two")
    for one in IDS[:2]:
        shutil.copytree(ROOT / "datapackages" / one, root / "datapackages" / one)
        draw(Job(root, one, "", Address("")))
    shutil.copy(ROOT / "datapackages" / "departments.csv", root / "datapackages")
    return root


def drawn_by(root: Path, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Draw what is over some disclosures; the files that were drawn, below the drawn folder."""
    drawn = set()

    class Counting(Writer):
        def _put(self, path: Path, content: Content) -> None:
            drawn.add(path.relative_to(root / DRAWN).as_posix())
            super()._put(path, content)

    monkeypatch.setattr(over, "Writer", Counting)
    over_all(root, ids, Address(""), {})
    return drawn


def content_of(root: Path) -> dict[str, bytes]:
    drawn = root / DRAWN
    return {
        path.relative_to(drawn).as_posix(): path.read_bytes()
        for path in sorted(drawn.rglob("*"))
        if path.is_file()
    }


def of_one(drawn: set[str], one: str) -> set[str]:
    """Pages over all that show one disclosure or its department alone."""
    begins = f"d/findings/{one}--", f"d/departments/{one[:-5]}/"
    return {name for name in drawn if name.startswith(begins)}


@pytest.mark.slow
def test_what_shows_another_disclosure_alone_is_not_drawn_again(
    drawn_two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, (one, other) = shutil.copytree(drawn_two, tmp_path / "a"), IDS[:2]
    first = drawn_by(root, [one], monkeypatch)
    assert len(of_one(first, one)) > 3
    added = drawn_by(root, [one, other], monkeypatch)
    assert not of_one(added, one) and len(of_one(added, other)) > 3
    again = drawn_by(root, [one, other], monkeypatch)
    assert not [name for name in again if name.startswith("d/rules/N") or "parquet" in name]
    assert not of_one(again, one) | of_one(again, other)
    table = root / "datapackages" / other / "data" / "organisation.csv"
    table.write_text(table.read_text("utf-8").replace("office", "unit", 1), encoding="utf-8")
    changed = drawn_by(root, [one, other], monkeypatch)
    assert of_one(changed, other) and not of_one(changed, one)
    parquet = {name for name in changed if name.endswith(".parquet")}
    assert parquet == {"d/all/organisation.parquet"}
    fresh = shutil.copytree(drawn_two, tmp_path / "b")
    shutil.copy(table, fresh / "datapackages" / other / "data")
    drawn_by(fresh, [one, other], monkeypatch)
    assert content_of(root) == content_of(fresh)
