"""Damage of every kind, seeded, from the folder to the drawn pages: messages, never a fault."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.damage import DAMAGES, damaged, run_all, whole_collection
from tests.damage_files import sets
from tests.damage_pages import Variant, became, variant
from tests.made import disclosure


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole_collection(tmp_path_factory.mktemp("whole"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [*range(2 * len(DAMAGES)), 165, 312])
def test_a_damaged_collection_gives_messages_in_bounded_time(whole: Path, seed: int) -> None:
    what, seconds = damaged(whole, seed)
    assert "BROKE" not in what and "VANISHED" not in what
    assert seconds < 60


@pytest.mark.slow
def test_the_one_door_tells_drawn_from_refused() -> None:
    assert run_all(disclosure()) == "drawn"
    assert run_all("") == "UnreadableSourceError"
    assert run_all(b"%PDF-1.7\n", "made.pdf") == "UnreadableSourceError"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(16))
def test_a_damaged_source_of_any_format_is_drawn_or_refused(seed: int) -> None:
    one = variant(seed)
    began = time.perf_counter()
    assert not became(one).startswith("BROKE")
    assert time.perf_counter() - began < 60


@pytest.mark.slow
def test_the_variants_are_of_texts_and_of_files_and_some_are_added() -> None:
    few = [variant(seed) for seed in range(60)]
    time.sleep(2.1)  # an archive keeps times in steps of two seconds
    assert few == [variant(seed) for seed in range(60)]
    assert {one.kind.startswith("file") for one in few} == {True, False}
    assert {one.is_added for one in few} == {True, False}
    endings = {name.rpartition(".")[2] for one in few for name in one.files}
    assert {"txt", "docx", "html", "pdf", "xlsx"} <= endings


@pytest.mark.slow
def test_each_format_is_drawn_whole_before_it_is_damaged() -> None:
    for name, files in sets().items():
        if not name.endswith("pdf"):
            assert became(Variant(name, files, is_added=name.endswith("zip"))) == "drawn", name
