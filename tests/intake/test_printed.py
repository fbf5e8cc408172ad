"""Lines of a process: all of them, those before it dies, none that it never prints."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from juesuan.intake.printed import printed


def program(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_all_lines_come_in_their_order() -> None:
    lines = list(printed(program("for i in range(50): print(i)"), 20))
    assert [int(line) for line in lines] == list(range(50))


def test_what_was_printed_before_it_died_counts() -> None:
    code = "import os; print('one', flush=True); os._exit(9)"
    assert [line.strip() for line in printed(program(code), 20)] == [b"one"]


@pytest.mark.slow
def test_a_process_that_is_silent_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, time; print('one', flush=True); "
        f"pathlib.Path({str(tmp_path / 'pid')!r}).write_text(str(os.getpid())); time.sleep(60)"
    )
    begun = time.monotonic()
    assert [line.strip() for line in printed(program(code), 2)] == [b"one"]
    assert time.monotonic() - begun < 30
    assert not Path("/proc", (tmp_path / "pid").read_text(encoding="utf-8")).exists()


def test_who_reads_no_further_ends_it() -> None:
    lines = printed(program("while True: print('x' * 999)"), 20)
    assert len(next(lines).strip()) == 999
    lines.close()
