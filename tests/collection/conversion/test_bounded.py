"""Work on a source in bounded time and memory."""

from __future__ import annotations

import gc
import mmap
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from juesuan.collection.conversion.bounded import bounded, one_budget
from juesuan.collection.disk.guard import stage
from juesuan.errors import IncompleteError, UnreadableSourceError
from juesuan.intake import limits


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUESUAN_SECONDS", "1")


def test_the_result_is_handed_over() -> None:
    assert bounded("a.txt", lambda: {"pages": [1, 2]}) == {"pages": [1, 2]}
    assert bounded("a.txt", lambda: None) is None


def test_the_work_is_done_in_another_process() -> None:
    assert bounded("a.txt", os.getpid) != os.getpid()


def test_what_the_work_raises_is_raised_with_all_that_it_says() -> None:
    def refuse() -> None:
        raise IncompleteError("a.txt:7", "half of it", "all of it", "get it again")

    with pytest.raises(IncompleteError) as caught:
        bounded("a.txt", refuse)
    assert (caught.value.where, caught.value.advice) == ("a.txt:7", "get it again")
    with pytest.raises(ZeroDivisionError):
        bounded("a.txt", lambda: 1 // 0)


def _compute() -> None:
    while True:
        pass


@pytest.mark.slow
@pytest.mark.parametrize(
    ("work", "found"),
    [
        (_compute, "a file (that takes more than 1 seconds of computing|of which nothing came)"),
        (lambda: time.sleep(60), "a file of which nothing came within 2 seconds"),
    ],
    ids=["computes", "waits"],
)
def test_what_takes_too_long_is_killed_and_told(work, found: str, short) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableSourceError) as caught:
        bounded("a.txt", work)
    assert time.monotonic() - began < 5
    assert re.search(f"a.txt: found {found}", str(caught.value))
    assert "JUESUAN_SECONDS" in caught.value.advice


@pytest.mark.slow
def test_a_process_that_it_started_dies_with_it(short, tmp_path: Path) -> None:
    note = tmp_path / "pid"

    def start() -> None:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        note.write_text(str(child.pid), encoding="utf-8")
        time.sleep(60)

    with pytest.raises(UnreadableSourceError):
        bounded("a.txt", start)
    status = Path("/proc") / note.read_text(encoding="utf-8") / "stat"
    assert _is_gone(status)


def _is_gone(status: Path) -> bool:
    """Whether a process ends, which a busy system may do some moments after the signal."""
    for _ in range(50):
        try:
            if status.read_text(encoding="utf-8").split()[2] in "ZX":
                return True
        except OSError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
def test_what_takes_too_much_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableSourceError, match="megabytes of memory"):
        bounded("a.txt", lambda: len(bytearray((limits.WHOLE_MEGABYTES + 500) << 20)))


@pytest.mark.slow
def test_what_was_held_before_is_not_counted() -> None:
    kind = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)
    with mmap.mmap(-1, (limits.WHOLE_MEGABYTES + 500) << 20, flags=kind):
        assert bounded("a.txt", lambda: len(bytearray(64 << 20))) == 64 << 20


@pytest.mark.slow
def test_what_was_left_over_before_is_not_destroyed_in_the_copy(tmp_path: Path) -> None:
    ended = tmp_path / "ended"

    class Database:
        def __init__(self) -> None:
            self.own = self

        def __del__(self) -> None:
            ended.touch()

    gc.collect()
    gc.disable()
    try:
        Database()
        bounded("a.txt", gc.collect)
        assert not ended.exists()
    finally:
        gc.enable()
    gc.collect()
    assert ended.exists()


@pytest.mark.parametrize(
    ("end", "how"),
    [
        (lambda: os._exit(3), "with status 3"),
        (lambda: os.kill(os.getpid(), signal.SIGTERM), "by signal 15"),
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "by signal 9"),
    ],
)
def test_a_process_that_dies_is_told_as_what_it_is(end, how: str) -> None:
    with pytest.raises(UnreadableSourceError, match=rf"a\.txt: found .*{how}"):
        bounded("a.txt", end)


COPIED = """
import gc, os, sys
from pathlib import Path
from juesuan.collection.conversion.bounded import bounded

class Database:
    def __init__(self):
        self.own = self
    def __del__(self):
        Path(sys.argv[1]).touch()

def begins():  # as modules do that have something to set right in each copy
    gc.set_threshold(1)
    kept.extend([] for _ in range(9))

kept = []
gc.collect()
gc.set_threshold(1_000_000)
os.register_at_fork(after_in_child=begins)
Database()
print(bounded("a.txt", gc.isenabled), gc.isenabled(), os.path.exists(sys.argv[1]))
"""


def test_nothing_is_collected_before_the_copy_keeps_what_it_got(tmp_path: Path) -> None:
    command = [sys.executable, "-c", COPIED, str(tmp_path / "ended")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "False"]


def _computes(seconds: float) -> None:
    ends = time.process_time() + seconds
    while time.process_time() < ends:
        pass


@pytest.mark.slow
def test_all_work_on_one_disclosure_shares_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them alone is within it: the first, and as much again by itself."""
    monkeypatch.setenv("JUESUAN_SECONDS", "2")
    monkeypatch.setattr(
        "juesuan.collection.conversion.bounded._PATIENCE", 100
    )  # the machine may be busy
    with one_budget():
        bounded("a.txt", lambda: _computes(1.2))
        with pytest.raises(UnreadableSourceError, match="more than 2 seconds"), one_budget():
            bounded("a.txt", lambda: _computes(1.9))
    bounded("a.txt", lambda: _computes(1.2))


@pytest.mark.slow
def test_what_waits_uses_up_the_time_as_well(short) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableSourceError), one_budget():
        bounded("a.txt", lambda: time.sleep(1.2))
        bounded("a.txt", lambda: time.sleep(1.2))
    assert time.monotonic() - began < 4


def test_too_much_memory_is_told_also_where_a_stage_caught_it() -> None:
    def work() -> None:
        with stage("a-2024", "parse"):
            raise MemoryError

    with pytest.raises(UnreadableSourceError, match="megabytes of memory"):
        bounded("a.txt", work)
