"""Spreading work over processes, so that one that dies takes nothing with it but its own job.

Other executors (``cluster``) are asked by the same call.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

ENDED = (
    "its process was ended from outside. What to do: see whether the machine has enough memory, "
    "and run the command again."
)
"""Why a job has no result."""


class Executor(Protocol):
    """Others than processes of this machine who work."""

    def spread(
        self, work: Callable[[Job], Result], jobs: Sequence[Job], lost: Callable[[Job], Result]
    ) -> Iterator[tuple[Job, Result]]:
        """Do the same work on each job; what :func:`spread` is for them."""


Workers = int | Executor
"""Who works: so many processes of this machine, 0 for one a core; or others."""


def spread(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    by: Workers,
    lost: Callable[[Job], Result],
    start: str = "fork",
) -> Iterator[tuple[Job, Result]]:
    """Do the same work on each job.

    Args:
        work: what is done; a function that other processes can import.
        jobs: of a kind that can be pickled.
        by: processes of this machine, 0 for one a core (with one all is done in this process); or
            another executor.
        lost: the result of a job whose process was ended twice, the second time with no other job
            beside it.
        start: how processes begin: ``fork``, or ``spawn`` where threads run already.

    Yields:
        Each job and its result, as they are done.
    """
    if not isinstance(by, int):
        yield from by.spread(work, jobs, lost)
        return
    workers = min(by or os.cpu_count() or 1, len(jobs))
    if workers <= 1:
        yield from ((job, work(job)) for job in jobs)
        return
    context, told = multiprocessing.get_context(start), gc.get_threshold()
    pool = ProcessPoolExecutor(workers, context, _begin, told)
    try:
        with _uninterrupted():
            futures = {pool.submit(work, job): job for job in jobs}
        for future in as_completed(futures):
            job = futures[future]
            try:
                result = future.result()
            except BrokenProcessPool:
                result = _apart(work, job, lost, start)
            yield job, result
    finally:  # an interrupted command waits for nothing that has not begun
        pool.shutdown(cancel_futures=True)


def _begin(*threshold: int) -> None:
    """Leave alone what is there already, and look for what can go as seldom as the command does."""
    gc.freeze()
    gc.set_threshold(*threshold)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that begin inside leave Ctrl-C to the command, which ends them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _apart(
    work: Callable[[Job], Result], job: Job, lost: Callable[[Job], Result], start: str
) -> Result:
    """The result of one job in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context(start)) as pool:
        with _uninterrupted():
            future: Future[Result] = pool.submit(work, job)
        try:
            return future.result()
        except BrokenProcessPool:
            return lost(job)
