"""Work on one disclosure that can be done elsewhere: the bytes that it takes, those that it makes.

Whoever does it has no file of this machine. The files are put into an empty folder there, which is
the repository as far as the work is concerned; what it made there comes back.
"""

from __future__ import annotations

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

from juesuan.collection.disk.lock import BEGUN
from juesuan.errors import PackageError
from juesuan.package.within import without_links

Job = TypeVar("Job")

Files = Mapping[str, bytes]
"""Files by their place below the repository's root, with slashes."""


class Task(ABC):
    """Work on one disclosure; it must be of a kind that can be pickled.

    Attributes:
        root: the repository.
        name: the disclosure's id.
    """

    root: Path
    name: str

    @abstractmethod
    def takes(self) -> Mapping[str, Path]:
        """Files and folders that the work reads, by their place below the root there."""

    @abstractmethod
    def makes(self) -> Sequence[str]:
        """Files and folders that the work writes, by their place below the root."""

    @abstractmethod
    def at(self, root: Path) -> Self:
        """The same work in another repository, which holds nothing but what it takes."""


@dataclass(frozen=True)
class Made:
    """The files that the work left where it writes.

    Attributes:
        changed: those that it wrote.
        same: places of those that are as they were sent.
    """

    changed: Files
    same: frozenset[str]


def as_task(job: object) -> Task:
    """A job that can be done elsewhere.

    Raises:
        TypeError: if it cannot: only tasks say which files they need.
    """
    if not isinstance(job, Task):
        raise TypeError(f"found a job of {type(job).__name__}; expected a Task")
    return job


def taken(task: Task) -> Files:
    """The bytes that a task takes.

    Raises:
        PackageError: if there is a symbolic link among them.
        OSError: if one cannot be read.
    """
    found = {}
    for place, path in task.takes().items():
        if path.is_dir():
            without_links(path)
        for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if one.is_file():
                found[_below(place, one.relative_to(path))] = one.read_bytes()
    return found


def _below(place: str, path: Path) -> str:
    return (Path(place) / path).as_posix()


def put(files: Files, root: Path) -> None:
    """Write files into an empty repository."""
    for place, content in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def moved(job: Job, root: Path) -> Job:
    """A job in another repository.

    Raises:
        TypeError: if it is no task.
    """
    if not isinstance(job, Task):
        raise TypeError(f"found a job of {type(job).__name__}; expected a Task")
    return job.at(root)


def made(task: Task, root: Path, sent: Files) -> Made:
    """What a task left in the repository in which it was done, beside what was sent there."""
    found = {place: (root / place).read_bytes() for place in places(task, root)}
    same = frozenset(place for place, content in found.items() if sent.get(place) == content)
    return Made({place: found[place] for place in sorted(found.keys() - same)}, same)


def places(task: Task, root: Path) -> frozenset[str]:
    """The files that lie in a repository where a task writes."""
    every = [root / place for place in task.makes()]
    files = [one for path in every for one in ([path] if path.is_file() else path.rglob("*"))]
    return frozenset(one.relative_to(root).as_posix() for one in files if one.is_file())


def receive(task: Task, root: Path, before: frozenset[str], came: Made) -> None:
    """Put what came back in place: everything beside first, then renamed; the old is removed.

    Hidden files come last: they say that the others are whole.

    Args:
        task: what was done.
        root: the repository.
        before: the files that lay there when the task was sent.
        came: what came back.

    Raises:
        PackageError: if a file belongs elsewhere.
        OSError: if the disk is full or the repository cannot be written.
    """
    for place in came.changed:
        _refuse_stranger(task, place)
    with tempfile.TemporaryDirectory(dir=root / "datapackages", prefix=BEGUN) as name:
        put(came.changed, Path(name))
        for place in sorted(came.changed, key=_comes_last):
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            (Path(name) / place).replace(root / place)
    for place in before - came.changed.keys() - came.same:
        (root / place).unlink(missing_ok=True)


def _comes_last(place: str) -> tuple[bool, str]:
    return place.rpartition("/")[2].startswith("."), place


def _refuse_stranger(task: Task, place: str) -> None:
    """Refuse a file that is not where a task writes."""
    parts = place.split("/")
    inside = any(place == one or place.startswith(f"{one}/") for one in task.makes())
    if not inside or {"", ".", ".."} & set(parts):
        raise PackageError(
            f"{task.name}: found {place!r} among what came back; expected files below "
            f"{', '.join(task.makes())}. What to do: see who runs the workers of the cluster."
        )
