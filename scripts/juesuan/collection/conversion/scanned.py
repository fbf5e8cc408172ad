"""Scans of disclosures that are added: recognised once, outside of the bounds of reading.

A page of a scan takes seconds, and a whole one minutes, in a process with bounds of its own
(:mod:`juesuan.intake.scans`). So whoever reads is told that a file has to be recognised first,
and reads again then.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

from juesuan import intake
from juesuan.collection.conversion.bounded import outside
from juesuan.errors import UnrecognisedError

Result = TypeVar("Result")


def _nothing(name: str, done: int, of: int) -> None:
    """Tell nobody."""


_tell: ContextVar[intake.Tell] = ContextVar("_tell", default=_nothing)


@contextmanager
def scans(tell: intake.Tell = _nothing) -> Iterator[None]:
    """Inside, scans are recognised and kept; outside they are refused.

    Args:
        tell: is told the name of a file, how many of its pages are done, and how many there are.
    """
    before = _tell.set(tell)
    try:
        with tempfile.TemporaryDirectory() as folder, intake.kept(Path(folder)):
            yield
    finally:
        _tell.reset(before)


def recognising(folder: Path, work: Callable[[], Result]) -> Result:
    """Do some work on the files of a folder, each of which may have to be recognised first.

    Args:
        folder: in which the files lie, or below it.
        work: what is done; once more for each file that was recognised.

    Returns:
        Its result.

    Raises:
        UnreadableSourceError: if a scan cannot be recognised.
        Exception: whatever the work raises.
    """
    done: set[Path] = set()
    while True:
        try:
            return work()
        except UnrecognisedError as error:
            fresh = {path for path in folder.rglob("*") if path.name == error.where} - done
            if not fresh:
                raise
            with outside():
                for path in sorted(fresh):
                    intake.recognise(path, _tell.get())
            done |= fresh
