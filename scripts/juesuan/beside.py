"""A file is written beside its place and then renamed, so that a reader never sees half of it.

Folders that are made whole have ways of their own: a package (``package/write.py``, with three
names that a killed run leaves to the next), a disclosure (``collection/disk/lock.py``), a release,
which refuses where another run writes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Where to write what is to stand in a place; it is put there unless an error is raised.

    Args:
        path: the place; its folder is there.

    Returns:
        The path of the new file, which need not be written where an error is raised.
    """
    fresh = unfinished(path)
    try:
        yield fresh
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def put(path: Path, data: bytes) -> None:
    """Write a file whole.

    Args:
        path: where; its folder is there.
        data: its bytes.
    """
    with beside(path) as fresh:
        fresh.write_bytes(data)


def unfinished(path: Path) -> Path:
    """What a file is called while it is written.

    >>> unfinished(Path("a/b.csv")).as_posix()
    'a/.b.csv.new'
    """
    return path.with_name(f".{path.name}.new")
