"""What a process prints that opens hostile files: its lines, as long as it goes on."""

from __future__ import annotations

import queue
import subprocess
import threading
from collections.abc import Generator, Sequence
from typing import IO

_AHEAD = 4
"""Lines that are taken from a process before somebody asks for them."""


def printed(command: Sequence[str], wait: float) -> Generator[bytes, None, None]:
    """The lines of a process of our own, until it ends, dies or is silent; then it is killed.

    Args:
        command: a program of ours and its arguments; no shell reads them.
        wait: seconds for which it may be silent.
    """
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    ) as process:
        lines: queue.Queue[bytes] = queue.Queue(maxsize=_AHEAD)
        gone = threading.Event()
        threading.Thread(target=_feed, args=(process.stdout, lines, gone), daemon=True).start()
        try:
            while line := _next(lines, wait):
                yield line
        finally:
            gone.set()
            process.kill()


def _next(lines: queue.Queue[bytes], wait: float) -> bytes:
    try:
        return lines.get(timeout=wait)
    except queue.Empty:
        return b""


def _feed(stream: IO[bytes], lines: queue.Queue[bytes], gone: threading.Event) -> None:
    """Pass on lines as they come, while somebody reads; an empty one says that this was all."""
    for line in iter(stream.readline, b""):
        while not gone.is_set() and not _put(line, lines):
            pass
        if gone.is_set():
            return
    if not gone.is_set():
        lines.put(b"")


def _put(line: bytes, lines: queue.Queue[bytes]) -> bool:
    """Whether a line could be passed on within a second."""
    try:
        lines.put(line, timeout=1)
    except queue.Full:
        return False
    return True
