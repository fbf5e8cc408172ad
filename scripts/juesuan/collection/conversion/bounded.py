"""Working on a disclosure in a process of its own, which is killed when it takes too long.

A time limit inside the same process could not end a search that never returns, nor give back the
memory that it took. The process is a copy of this one, so that nothing is handed over to it.
However often one disclosure is worked on, all of it shares one budget of time.
"""

from __future__ import annotations

import contextlib
import gc
import math
import multiprocessing
import os
import resource
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Generic, TypeVar

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits

Result = TypeVar("Result")

_PATIENCE = 2.2
"""Times the seconds of computing that are waited for an answer: other programs run as well.

Of the usual 25 seconds it makes 55: whoever waits for a message has it within a minute.
"""

_ENDING = 5
"""Seconds that a process may take to end once it has closed its pipe."""

_LATE = 0.8
"""The part of its seconds behind which a process without an answer was ended for taking them."""


@dataclass(frozen=True)
class _Done(Generic[Result]):
    """What the work gave."""

    result: Result


@dataclass(frozen=True)
class _Failed:
    """What the work raised."""

    error: Exception


@dataclass(frozen=True)
class _Waited:
    """Nothing came in time."""


@dataclass(frozen=True)
class _Died:
    """The process ended without an answer.

    Attributes:
        code: its exit status; a negative one is a signal.
        is_late: whether it had computed for as long as it may.
    """

    code: int
    is_late: bool


@dataclass
class _Budget:
    """The time that is left for one disclosure.

    Attributes:
        computing: seconds of computing, in all processes that worked on it.
        ends: when its time is over, whatever else runs; of the system's clock.
    """

    computing: float = field(default_factory=limits.seconds)
    ends: float = field(default_factory=lambda: time.monotonic() + _PATIENCE * limits.seconds())

    def waiting(self) -> float:
        """Seconds that may still be waited."""
        return max(0.0, self.ends - time.monotonic())


_now: ContextVar[_Budget | None] = ContextVar("_now", default=None)


@contextlib.contextmanager
def one_budget() -> Iterator[None]:
    """All bounded work inside is of one disclosure and shares its time; the outermost counts."""
    if _now.get() is not None:
        yield
        return
    begun = _now.set(_Budget())
    try:
        yield
    finally:
        _now.reset(begun)


@contextlib.contextmanager
def outside() -> Iterator[None]:
    """What is done inside has bounds of its own and takes no time of the disclosure's."""
    begun, budget = time.monotonic(), _now.get()
    try:
        yield
    finally:
        if budget:
            budget.ends += time.monotonic() - begun


def bounded(where: str, work: Callable[[], Result]) -> Result:
    """Do some work in bounded time and memory.

    Args:
        where: name of the source, for the message.
        work: what is done; its result must be of a kind that can be pickled.

    Returns:
        Its result.

    Raises:
        UnreadableSourceError: if it takes more time or memory than :mod:`juesuan.intake.limits`
            allows, together with all other work inside of :func:`one_budget`, or if its process
            ends without an answer.
        Exception: whatever the work raises.
    """
    answer = _answer(work, _now.get() or _Budget())
    if isinstance(answer, _Done):
        return answer.result
    if isinstance(answer, _Died):
        late = answer.is_late
        raise UnreadableSourceError(where, *(limits.too_long() if late else _ended(answer.code)))
    if isinstance(answer, _Waited):
        raise UnreadableSourceError(where, *limits.waited_for(_PATIENCE * limits.seconds()))
    if isinstance(answer.error, MemoryError):
        raise UnreadableSourceError(where, *_TOO_LARGE)
    raise answer.error


_TOO_LARGE = (
    f"a file that takes more than {limits.WHOLE_MEGABYTES:,} megabytes of memory",
    "a disclosure, which takes a few hundred",
    "check that this is one disclosure, or split it",
)


def _ended(code: int) -> tuple[str, str, str]:
    """What was found, expected and is to be done where the process ended: for a message."""
    how = f"by signal {-code}" if code < 0 else f"with status {code}"
    return (
        f"a file at which the process that reads it ended {how}",
        "a file that is read to its end",
        "save the file anew with another program and try again; if it ends so again, report it",
    )


def _answer(
    work: Callable[[], Result], budget: _Budget
) -> _Done[Result] | _Failed | _Waited | _Died:
    """What the process answered, or how it ended. Its time is off the budget then."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, sender, budget.computing))
    before = _computed()
    with warnings.catch_warnings(), _without_collecting():
        warnings.simplefilter("ignore", DeprecationWarning)  # the copy uses no other threads
        process.start()
    sender.close()
    try:
        if not receiver.poll(budget.waiting()):
            return _Waited()
        answer: _Done[Result] | _Failed = receiver.recv()
        return answer
    except EOFError:
        process.join(_ENDING)
        used = _computed() - before
        return _Died(process.exitcode or 0, used > _LATE * _computing(budget.computing))
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.kill()
        process.join()
        receiver.close()
        budget.computing -= _computed() - before


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """While a process is copied nothing is collected: the copy would begin with it, before
    :func:`_do` can keep it from what belongs to threads that it does not have.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _computed() -> float:
    """Seconds of computing of the processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _do(work: Callable[[], Result], sender: Connection, computing: float) -> None:
    """Do the work in this process, and in none that it leaves behind.

    What the copy got from the first process is never destroyed in it: a database that nobody holds
    any more would wait for threads that are not there.
    """
    gc.freeze()
    gc.enable()
    os.setpgid(0, 0)
    _limit(resource.RLIMIT_CPU, _computing(computing))
    _limit(resource.RLIMIT_AS, _held() + (limits.WHOLE_MEGABYTES << 20))
    try:
        sender.send(_Done(work()))
    except Exception as error:  # it is raised again by whoever waits for it
        is_memory = isinstance(error.__cause__, MemoryError)  # a message of no worth took its place
        sender.send(_Failed(MemoryError() if is_memory else error))


def _computing(left: float) -> int:
    """Seconds of computing that a process may take of those that are left."""
    return max(1, math.ceil(left))


def _held() -> int:
    """Bytes of addresses that this copy has from the start, which are not of its work."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * resource.getpagesize()
    return 0


def _limit(kind: int, most: int) -> None:
    """Set a limit, unless the system has a lower one."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
