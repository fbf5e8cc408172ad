"""Damage of every kind, seeded, from the folder to the drawn pages: messages, never a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.damage import DAMAGES, damaged, run_all, whole_collection
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
