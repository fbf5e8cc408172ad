"""One command at a time writes into a repository; what a killed one left is removed."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from juesuan import package
from juesuan.errors import JuesuanError

BEGUN = ".new-"
"""How the name of a folder begins in which ``add`` works until all went well."""

WAS = ".was-"
"""How the name of a disclosure's folder begins while another one takes its place."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the repository's lock, which the system takes back from a command that is killed.

    Raises:
        JuesuanError: if another command holds it, or the repository cannot be written.
    """
    path = root / ".cache" / "lock"
    try:
        path.parent.mkdir(exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise JuesuanError(
            f"{path}: {error.strerror}. Expected a repository that can be written. What to do: "
            "check the rights of the folder and the disk."
        ) from error
    with file:
        _take(file, path)
        _sweep(root / "datapackages")
        yield


def _take(file: TextIO, path: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.seek(0)
        by = file.read(20).strip() or "unknown"
        raise JuesuanError(
            f"{path}: another command (process {by}) is writing into this repository. What to do: "
            "wait until it is done, and run this one again."
        ) from error
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()


def _sweep(folder: Path) -> None:
    """Remove what a killed command left; the files that it was given are where they were."""
    for left in folder.glob(f"{WAS}*"):
        _settle(left)
    for left in folder.glob(f"{BEGUN}*"):
        shutil.rmtree(left, ignore_errors=True)
    for left in folder.iterdir() if folder.is_dir() else ():
        if left.is_dir():
            package.settle(left)
    for name in ("*/.*.new", "*/source/.*.new"):
        for left in folder.glob(name):
            if left.is_file():
                left.unlink(missing_ok=True)


def swap(folder: Path, fresh: Path) -> None:
    """Put a folder in the place of a disclosure's; whenever this is killed, one of them is there.

    Args:
        folder: the disclosure's.
        fresh: what takes its place, on the same disk.
    """
    was = folder.with_name(f"{WAS}{folder.name}")
    folder.rename(was)
    try:
        fresh.rename(folder)
    finally:
        _settle(was)


def _settle(was: Path) -> None:
    """Put back what was in the place of a disclosure's folder, unless another one is there."""
    place = was.with_name(was.name.removeprefix(WAS))
    if place.exists():
        shutil.rmtree(was, ignore_errors=True)
    else:
        was.rename(place)
