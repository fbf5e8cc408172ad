"""Damage of every kind, seeded, from the folder to the drawn pages: messages, never a fault."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.damage import DAMAGES, damaged, run_all, whole_collection
from tests.damage_pages import variant
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
    assert not run_all(one.source, one.name, one.disclosure_id).startswith("BROKE")
    assert time.perf_counter() - began < 60


def test_the_variants_are_of_texts_and_of_files() -> None:
    few = [variant(seed) for seed in range(8)]
    assert {type(one.source) for one in few} == {str, bytes}
    assert few == [variant(seed) for seed in range(8)]
