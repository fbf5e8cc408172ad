"""Spreading work over a Dask cluster: the bytes of a disclosure go there, those of its files back.

Few tasks are under way at a time, each with its files, so that the scheduler holds no collection.
What is done is put in place as it comes in: a run that is stopped goes on from there.
"""

from __future__ import annotations

import pickle  # nosec B403 - it only writes; the worker's process opens it
import queue
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, Self, TypeVar

from juesuan.collection.work.carried import Files, as_task, places, receive, taken
from juesuan.collection.work.worker import (
    Answer,
    Done,
    Ended,
    Order,
    Raised,
    Refused,
    Sealed,
    do,
    program,
)
from juesuan.errors import ClusterError, JuesuanError
from juesuan.intake import limits

try:
    import dask
    import distributed
except ImportError as error:
    raise ClusterError(
        "--cluster: found no library for it; expected Dask's `distributed`. What to do: "
        "`pip install distributed` here and on each worker, or install juesuan[cluster]."
    ) from error

Job = TypeVar("Job")
Result = TypeVar("Result")

PATIENCE = 60.0
"""Seconds in which a worker must be there, at the beginning and after all were lost."""

_AHEAD = 2
"""Tasks under way for each thread of the workers, so that none waits for its next one."""

_LOOK = 5.0
"""Seconds between two looks at the cluster while nothing comes in."""

_BRIEFLY = 0.2
"""Seconds between two looks while no worker is there."""

_AGAIN = "What was done is kept: run the command again, and it goes on from there."


class Cluster:
    """A Dask cluster that does tasks; as a context it is left at the end.

    Args:
        address: of its scheduler, such as ``tls://scheduler.example:8786``.
        tell: called with what must be known of its workers, a line each.
        patience: seconds in which a worker must be there.

    Raises:
        ClusterError: if nobody answers there, or no worker runs this program.
    """

    def __init__(
        self, address: str, tell: Callable[[str], object], patience: float = PATIENCE
    ) -> None:
        self.address, self.tell, self.patience = address, tell, patience
        self.runs = program()
        self._refused: set[str] = set()
        try:
            self.client = distributed.Client(address, timeout=patience, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(
                f"{address}: found no scheduler of Dask ({error}); expected one at an address such "
                "as tls://scheduler.example:8786. What to do: see docs/cluster.md."
            ) from error
        try:
            self._look_at_workers()
        except BaseException:
            self.client.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def spread(
        self, work: Callable[[Job], Result], jobs: Sequence[Job], lost: Callable[[Job], Result]
    ) -> Iterator[tuple[Job, Result]]:
        """Do the same work on each job.

        Args:
            work: what is done; a function that other processes can import.
            jobs: tasks (:class:`juesuan.collection.work.carried.Task`).
            lost: the result of a job whose worker was lost again and again, or broke.

        Yields:
            Each job and its result, as they are done; its files are in place then.

        Raises:
            ClusterError: if the cluster is lost, or no worker runs this program any more.
        """
        run = _Run(self, work, lost, deque(jobs))
        try:
            yield from run.results()
        finally:
            run.cancel()

    def threads(self) -> int:
        """How many tasks can be worked on at once, by workers that run this program.

        Raises:
            ClusterError: if the scheduler is lost.
        """
        workers = self._workers()
        return sum(workers[one] for one in workers.keys() - self._refused)

    def chosen(self) -> list[str] | None:
        """Where tasks are done: anywhere, unless workers were refused.

        Raises:
            ClusterError: if all workers were refused, and no other one comes in time.
        """
        if not self._refused:
            return None
        deadline = time.monotonic() + self.patience
        while not (found := sorted(self._workers().keys() - self._refused)):
            if time.monotonic() > deadline:
                raise self.without_workers()
            time.sleep(_BRIEFLY)
        return found

    def refuse(self, worker: str, runs: Mapping[str, str]) -> None:
        """Send nothing more to a worker that runs another program."""
        if worker not in self._refused:
            self._refused.add(worker)
            self.tell(f"{worker}: refused: {_difference(runs, self.runs)}")

    def _workers(self) -> dict[str, int]:
        """Addresses of the workers, and how many threads each has.

        Raises:
            ClusterError: if the scheduler is lost.
        """
        if self.client.status != "running":
            raise self.lost()
        try:
            known = self.client.scheduler_info()["workers"]
        except (OSError, TimeoutError) as error:
            raise self.lost() from error
        return {address: about["nthreads"] for address, about in known.items()}

    def _look_at_workers(self) -> None:
        """Wait for a worker that runs this program; refuse those that run another one.

        Raises:
            ClusterError: if none is there in time.
        """
        deadline, asked = time.monotonic() + self.patience, set[str]()
        while not self.threads() or not asked:
            new = sorted(self._workers().keys() - asked)
            told = self.client.run(program, workers=new, on_error="return") if new else {}
            for worker, runs in sorted(told.items()):
                if runs != self.runs:
                    self.refuse(worker, runs if isinstance(runs, dict) else {"juesuan": str(runs)})
            asked.update(new)
            if not self.threads() and time.monotonic() > deadline:
                raise self.without_workers()
            time.sleep(0 if self.threads() else _BRIEFLY)

    def lost(self) -> ClusterError:
        """That the scheduler does not answer any more."""
        return ClusterError(f"{self.address}: the scheduler was lost. {_AGAIN}")

    def without_workers(self) -> ClusterError:
        """That nobody is there who could work."""
        number = len(self._refused)
        found = f"{number} workers that run another program" if number else "no worker"
        return ClusterError(
            f"{self.address}: found {found} for {self.patience:.0f} seconds; expected one that "
            "runs this program. What to do: see the output of the workers, install there what is "
            f"installed here (docs/cluster.md). {_AGAIN}"
        )


def _difference(runs: Mapping[str, str], here: Mapping[str, str]) -> str:
    """What one runs otherwise, in words.

    >>> _difference({"Python": "3.11.2", "lxml": "6.0"}, {"Python": "3.12.1", "lxml": "6.0"})
    'it runs Python 3.11.2, here runs Python 3.12.1'
    """
    other = sorted(name for name in {*runs, *here} if runs.get(name) != here.get(name))
    there = ", ".join(f"{name} {runs.get(name, 'unknown')}" for name in other)
    own = ", ".join(f"{name} {here.get(name, 'unknown')}" for name in other)
    return f"it runs {there}, here runs {own}"


@dataclass(frozen=True)
class _Sent(Generic[Job, Result]):
    """A job under way.

    Attributes:
        job: that was sent.
        root: the repository that it is of.
        before: the files that lay where it writes.
        order: what was sent.
        again: whether its process has been ended once.
    """

    job: Job
    root: Path
    before: frozenset[str]
    order: Sealed[Result]
    again: bool = False


class _Run(Generic[Job, Result]):
    """One work on many jobs."""

    def __init__(
        self,
        cluster: Cluster,
        work: Callable[[Job], Result],
        lost: Callable[[Job], Result],
        waiting: deque[Job],
    ) -> None:
        self._cluster, self._work, self._lost, self._waiting = cluster, work, lost, waiting
        self._running: dict[distributed.Future[Answer[Result]], _Sent[Job, Result]] = {}
        self._came: queue.SimpleQueue[distributed.Future[Answer[Result]]] = queue.SimpleQueue()

    def results(self) -> Iterator[tuple[Job, Result]]:
        """Send and receive, until all is done."""
        while self._waiting or self._running:
            most = _AHEAD * max(1, self._cluster.threads())
            while self._waiting and len(self._running) < most:
                yield from self._send(self._waiting.popleft())
            yield from self._receive()

    def cancel(self) -> None:
        """Wait for nothing that is not done."""
        if self._running:
            self._cluster.client.cancel(list(self._running), force=True)

    def _send(self, job: Job) -> Iterator[tuple[Job, Result]]:
        """Send a job; what cannot be sent is worked on here, which tells why."""
        task = as_task(job)
        try:
            files: Files = taken(task)
            before = places(task, task.root)
        except (JuesuanError, OSError):
            yield job, self._work(job)
            return
        order = Order(self._work, job, files, limits.seconds())
        self._begin(_Sent(job, task.root, before, Sealed(pickle.dumps(order))))

    def _begin(self, sent: _Sent[Job, Result]) -> None:
        client = self._cluster.client
        kind = getattr(self._work, "__qualname__", "")
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"}):
            future = client.submit(
                do,
                kind,
                sent.order,
                self._cluster.runs,
                pure=False,
                workers=self._cluster.chosen(),
            )
        self._running[future] = sent
        future.add_done_callback(self._came.put)

    def _receive(self) -> Iterator[tuple[Job, Result]]:
        """What comes in next; nothing where it has to be sent again."""
        if not self._running:
            return
        future = self._next()
        sent = self._running.pop(future)
        answer = self._answer(future)
        if isinstance(answer, Refused):
            self._cluster.refuse(answer.worker, answer.runs)
            self._begin(sent)
        elif isinstance(answer, Ended) and not sent.again:
            self._begin(replace(sent, again=True))
        else:
            yield sent.job, self._result(sent, answer)

    def _next(self) -> distributed.Future[Answer[Result]]:
        """The next task that is done.

        Raises:
            ClusterError: if the scheduler is lost, or all workers are for too long.
        """
        alone = 0.0
        while True:
            begun = time.monotonic()
            try:
                return self._came.get(timeout=_LOOK)
            except queue.Empty:
                alone = 0.0 if self._cluster.threads() else alone + time.monotonic() - begun
                if alone > self._cluster.patience:
                    raise self._cluster.without_workers() from None

    def _answer(self, future: distributed.Future[Answer[Result]]) -> Answer[Result] | str:
        """What became of a task; why there is no answer."""
        if future.cancelled():
            raise self._cluster.lost()
        error = future.exception()
        return str(error) or type(error).__name__ if error else future.result()

    def _result(self, sent: _Sent[Job, Result], answer: Answer[Result] | str) -> Result:
        """The result of a job, whose files are put in place."""
        task = as_task(sent.job)
        if isinstance(answer, Raised):
            raise answer.error
        if isinstance(answer, Done):
            try:
                receive(task, sent.root, sent.before, answer.made)
                return answer.result
            except (JuesuanError, OSError) as error:
                self._cluster.tell(f"{task.name}: {error}")
        elif isinstance(answer, str):
            self._cluster.tell(f"{task.name}: the cluster gave no answer: {answer}")
        return self._lost(sent.job)
