"""Working on a source in a process of its own, which is killed when it takes too long.

A time limit inside the same process could not end a search that never returns, nor give back the
memory that it took. The process is a copy of this one, so that nothing is handed over to it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits

Result = TypeVar("Result")

_PATIENCE = 2
"""Times the seconds of computing that are waited for an answer: other programs run as well."""


@dataclass(frozen=True)
class _Done(Generic[Result]):
    """What the work gave."""

    result: Result


@dataclass(frozen=True)
class _Failed:
    """What the work raised."""

    error: Exception


def bounded(where: str, work: Callable[[], Result]) -> Result:
    """Do some work in bounded time and memory.

    Args:
        where: name of the source, for the message.
        work: what is done; its result must be of a kind that can be pickled.

    Returns:
        Its result.

    Raises:
        UnreadableSourceError: if it takes more time or memory than :mod:`juesuan.intake.limits`
            allows.
        Exception: whatever the work raises.
    """
    answer = _answer(work)
    if isinstance(answer, _Done):
        return answer.result
    if answer is None:
        raise UnreadableSourceError(where, *limits.too_long())
    if isinstance(answer.error, MemoryError):
        raise UnreadableSourceError(where, *_TOO_LARGE)
    raise answer.error


_TOO_LARGE = (
    f"a file that takes more than {limits.WHOLE_MEGABYTES:,} megabytes of memory",
    "a disclosure, which takes a few hundred",
    "check that this is one disclosure, or split it",
)


def _answer(work: Callable[[], Result]) -> _Done[Result] | _Failed | None:
    """What the process answered; None if it was killed or died."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, sender))
    with warnings.catch_warnings():  # the copy uses nothing of other threads
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    sender.close()
    try:
        if not receiver.poll(_PATIENCE * limits.seconds()):
            return None
        answer: _Done[Result] | _Failed = receiver.recv()
        return answer
    except EOFError:
        return None
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.kill()
        process.join()
        receiver.close()


def _do(work: Callable[[], Result], sender: Connection) -> None:
    """Do the work in this process, and in none that it leaves behind."""
    os.setpgid(0, 0)
    _limit(resource.RLIMIT_CPU, limits.seconds())
    _limit(resource.RLIMIT_AS, limits.WHOLE_MEGABYTES << 20)
    try:
        sender.send(_Done(work()))
    except Exception as error:  # it is raised again by whoever waits for it
        sender.send(_Failed(error))


def _limit(kind: int, most: int) -> None:
    """Set a limit, unless the system has a lower one."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
