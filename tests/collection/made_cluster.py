"""A Dask cluster on this machine, each worker with folders of its own; and tasks to do there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan.collection import Task
from juesuan.errors import PackageError
from tests.conftest import ROOT

SCRIPTS = ROOT / "scripts"

_NEVER = """
import os
import sys

def refuse(event, arguments):
    if event in ("open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.remove"):
        for one in arguments[:1]:
            if isinstance(one, (str, bytes)) and os.fsdecode(one).startswith(os.environ["NEVER"]):
                raise PermissionError(f"a worker opened {one}")

sys.addaudithook(refuse)
"""
"""What each worker runs first: it and its processes open nothing of the repository that orders."""


@dataclass(frozen=True)
class Text(Task):
    """A file of a disclosure's folder, to be worked on."""

    root: Path
    name: str

    @property
    def folder(self) -> Path:
        return self.root / "datapackages" / self.name

    def takes(self) -> Mapping[str, Path]:
        return {f"datapackages/{self.name}": self.folder}

    def makes(self) -> Sequence[str]:
        return (f"datapackages/{self.name}",)

    def at(self, root: Path) -> Text:
        return replace(self, root=root)


def texts(root: Path, *names: str) -> list[Text]:
    """Tasks of made folders that hold ``given`` each."""
    for name in names:
        (root / "datapackages" / name).mkdir(parents=True)
        (root / "datapackages" / name / "given").write_text(name, encoding="utf-8")
    return [Text(root, name) for name in names]


def turned(task: Text) -> str:
    """Write a file beside, remove one, leave one alone; die, fail or break where the name says so."""
    given = (task.folder / "given").read_text(encoding="utf-8")
    if given.startswith("dies"):
        os.kill(os.getpid(), signal.SIGKILL)
    if given.startswith("fails"):
        raise PackageError(f"{given}: failed as ordered")
    if given.startswith("slow"):
        time.sleep(0.5)
    (task.folder / "old").unlink(missing_ok=True)
    (task.folder / "turned").write_text(given[::-1], encoding="utf-8")
    return given.upper()


def lost(task: Text) -> str:
    return f"{task.name} is lost"


class Local:
    """A scheduler and its workers.

    Args:
        base: an empty folder; each worker gets one of its own below it.
        never: what no worker may open.
    """

    def __init__(self, base: Path, never: Path) -> None:
        self._base, self._never = base, never
        self._programs: list[subprocess.Popen[bytes]] = []
        told = base / "scheduler.json"
        self._start("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        # The file is there before it is written.
        until(lambda: told.exists() and told.read_text(encoding="utf-8").endswith("}"), 60)
        self.address = json.loads(told.read_text(encoding="utf-8"))["address"]

    def worker(self, scripts: Path = SCRIPTS) -> subprocess.Popen[bytes]:
        """Start one more worker, which runs the program that lies there."""
        kind = ("worker", self.address, "--nthreads", "1", "--no-dashboard")
        return self._start(*kind, "--local-directory", ".", scripts=scripts)

    def _start(self, kind: str, *options: str, scripts: Path = SCRIPTS) -> subprocess.Popen[bytes]:
        own = self._base / f"{kind}-{len(self._programs)}"
        (own / "tmp").mkdir(parents=True)
        (own / "sitecustomize.py").write_text(_NEVER, encoding="utf-8")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(own), str(scripts), str(ROOT)]),
            "TMPDIR": str(own / "tmp"),
            "HOME": str(own),
            "NEVER": str(self._never),
        }
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options]
        command += ["--host", "127.0.0.1"]
        with (own / "output").open("wb") as output:
            program = subprocess.Popen(
                command, cwd=own, env=environment, stdout=output, stderr=output
            )
        self._programs.append(program)
        return program

    def end(self) -> None:
        """End the scheduler and the workers."""
        for program in reversed(self._programs):
            program.terminate()
        for program in self._programs:
            try:
                program.wait(10)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()


@contextmanager
def local(base: Path, never: Path, workers: int = 2) -> Iterator[Local]:
    """A cluster of so many workers."""
    base.mkdir()
    made = Local(base, never)
    try:
        for _ in range(workers):
            made.worker()
        yield made
    finally:
        made.end()


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    """Wait for something that comes true."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
