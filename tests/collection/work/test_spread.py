"""Work over processes: a process that dies takes nothing with it but its own job."""

from __future__ import annotations

import gc
import os
import signal
from pathlib import Path

import pytest

from juesuan.collection.work.spread import ENDED, spread


def _doubled(number: int) -> int:
    return 2 * number


def _dying(path: Path) -> str:
    if path.name == "bad":
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def _failing(number: int) -> int:
    raise KeyError(number)


def _threshold(number: int) -> tuple[int, int, int]:
    return gc.get_threshold()


@pytest.mark.slow
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_workers_look_for_garbage_as_seldom_as_the_command(start: str) -> None:
    before = gc.get_threshold()
    gc.set_threshold(12345, 6, 7)
    try:
        found = dict(spread(_threshold, [1, 2], 2, _threshold, start))
    finally:
        gc.set_threshold(*before)
    assert set(found.values()) == {(12345, 6, 7)}


@pytest.mark.parametrize("processes", [1, 2])
def test_each_job_has_its_result(processes: int) -> None:
    assert dict(spread(_doubled, range(5), processes, _doubled)) == {n: 2 * n for n in range(5)}


def test_nothing_to_do() -> None:
    assert list(spread(_doubled, [], 2, _doubled)) == []


@pytest.mark.slow
def test_a_process_that_dies_loses_its_own_job_alone() -> None:
    jobs = [Path(name) for name in ("a", "bad", "b", "c")]
    found = dict(spread(_dying, jobs, 2, lambda job: f"{job.name}: {ENDED}"))
    assert {job.name: found[job] for job in jobs if job.name != "bad"} == {
        "a": "a",
        "b": "b",
        "c": "c",
    }
    assert found[Path("bad")].startswith("bad: its process was ended from outside")


@pytest.mark.slow
def test_what_work_raises_is_raised() -> None:
    with pytest.raises(KeyError):
        list(spread(_failing, [1, 2], 2, _doubled))
