"""The worker's side of a cluster: a task is done in a process of its own, in a folder of its own.

The process begins once and does one task after the other, in a fresh temporary folder each. It is
no child of the library that spreads the work: that one's threads and limits are none of its
business, it may begin processes itself, and when it dies, it takes its own task with it alone.
"""

from __future__ import annotations

import os
import platform
import subprocess  # nosec B404 - our own arguments, no shell
import sys
import tempfile
import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata, resources
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Generic, TypeVar

from juesuan.collection.conversion.convert import prepare
from juesuan.collection.work.cache import hash_of
from juesuan.collection.work.carried import Files, Made, as_task, made, moved, put
from juesuan.errors import JuesuanError
from juesuan.intake import limits
from juesuan.intake.libreoffice import program as libreoffice

Job = TypeVar("Job")
Result = TypeVar("Result")

LIBRARIES = (
    "duckdb",
    "feedgen",
    "frictionless",
    "jinja2",
    "jsonschema",
    "lxml",
    "pandas",
    "pikepdf",
    "pillow",
    "pydantic",
    "pypdfium2",
    "pypinyin",
    "rich",
    "rjieba",
    "selectolax",
    "typer",
    "XlsxWriter",
)
"""What the program is built on (``pyproject.toml``): other versions may give other bytes."""


@dataclass(frozen=True)
class Order(Generic[Job, Result]):
    """What is sent to a worker.

    Attributes:
        work: what is done; a function that other processes can import.
        job: with what, a task.
        files: what it takes.
        seconds: of computing that one disclosure may take.
    """

    work: Callable[[Job], Result]
    job: Job
    files: Files
    seconds: int


@dataclass(frozen=True)
class Sealed(Generic[Result]):
    """A pickled order, which nobody opens before the process that does it."""

    content: bytes


@dataclass(frozen=True)
class Done(Generic[Result]):
    """What became of it."""

    result: Result
    made: Made


@dataclass(frozen=True)
class Raised:
    """What the work raised."""

    error: Exception


@dataclass(frozen=True)
class Ended:
    """Its process died."""


@dataclass(frozen=True)
class Refused:
    """It was not begun: the worker runs another program.

    Attributes:
        worker: its address.
        runs: what it runs.
    """

    worker: str
    runs: Mapping[str, str]


Answer = Done[Result] | Raised | Ended | Refused


def program() -> dict[str, str]:
    """What this process runs, by name: bytes are the same where all of it is the same."""
    base = Path(str(resources.files("juesuan")))
    files = (path for path in sorted(base.rglob("*")) if "__pycache__" not in path.parts)
    versions = {name: _version(name) for name in LIBRARIES}
    return {
        "juesuan": hash_of(base, files)[:12],
        "Python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "LibreOffice": "installed" if libreoffice() else "not installed",
        **versions,
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def do(kind: str, order: Sealed[Result], wanted: Mapping[str, str]) -> Answer[Result]:
    """Do a task in a process of its own.

    Args:
        kind: which tasks share a process.
        order: the pickled :class:`Order`.
        wanted: what the one who ordered runs.
    """
    process = _idle.taken(kind)
    if process.runs != wanted:
        process.end()
        return Refused(_address(), process.runs)
    answer = process.answer(order)
    if isinstance(answer, Ended):
        process.end()
    else:
        _idle.give(kind, process)
    return answer


_BEGIN = "import sys; from juesuan.collection.work.worker import serve; serve(int(sys.argv[1]))"


def _address() -> str:
    """The address of the worker of Dask of which this is the process."""
    from distributed import get_worker  # here, because few need it

    return get_worker().address


class _Process:
    """A process that does tasks, and the pipe to it."""

    def __init__(self) -> None:
        self._pipe, theirs = Pipe()
        with theirs:
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            self._process = subprocess.Popen(  # noqa: S603 - our own arguments  # nosec B603
                [sys.executable, "-c", _BEGIN, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env={**environment, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"},
            )
        try:
            self.runs: Mapping[str, str] = self._pipe.recv()
        except EOFError as error:
            self.end()
            raise JuesuanError(
                f"{sys.executable}: found a process that ended at once; expected one that runs "
                "juesuan. What to do: read what the worker printed."
            ) from error

    def answer(self, order: Sealed[Result]) -> Answer[Result]:
        """What becomes of an order."""
        try:
            self._pipe.send_bytes(order.content)
            answer: Answer[Result] = self._pipe.recv()
            return answer
        except (EOFError, OSError):
            return Ended()

    def end(self) -> None:
        """End it."""
        self._pipe.close()
        self._process.kill()
        self._process.wait()


class _Idle:
    """Processes without a task, by the kind of tasks that they do."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._free: dict[str, list[_Process]] = {}

    def taken(self, kind: str) -> _Process:
        with self._lock:
            free = self._free.get(kind)
            if free:
                return free.pop()
        return _Process()

    def give(self, kind: str, process: _Process) -> None:
        with self._lock:
            self._free.setdefault(kind, []).append(process)


_idle = _Idle()


def serve(descriptor: int) -> None:
    """Do what comes through a pipe until it is closed."""
    pipe = Connection(descriptor)
    pipe.send(program())
    prepare()
    while True:
        try:
            order: Order[object, object] = pipe.recv()
        except EOFError:
            return
        pipe.send(done(order))


def done(order: Order[Job, Result]) -> Done[Result] | Raised:
    """Do what was ordered, in an empty folder that is removed afterwards."""
    os.environ[limits.VARIABLE] = str(order.seconds)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        put(order.files, root)
        task = moved(order.job, root)
        try:
            result = order.work(task)
        except Exception as error:  # whoever ordered raises it again
            return Raised(error)
        return Done(result, made(as_task(task), root, order.files))
