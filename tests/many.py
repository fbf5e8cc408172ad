"""How `juesuan add --each` grows: made texts, each of a department of its own, added in one run, then again.

Run it with ``python -m tests.many 200 1000``. Seconds are those of computing, of all processes together, so that
what else the machine does counts little; memory is the most that one process held.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.made import disclosure

_AMOUNT = re.compile(r"\d+\.\d\d(?=万元)")
_DIGITS = "零一二三四五六七八九"


class Run(NamedTuple):
    """What a run took: seconds of computing, MB of its largest process, its last line."""

    seconds: float
    megabytes: float
    said: str


def texts(folder: Path, number: int) -> None:
    """Write so many texts, of departments whose names and amounts differ."""
    folder.mkdir()
    for one in range(number):
        name = "".join(_DIGITS[int(digit)] for digit in str(one))
        text = disclosure().replace("示例局", f"示例第{name}局")
        text = _AMOUNT.sub(lambda found, more=one: f"{float(found[0]) + more * 1.37:.2f}", text)
        (folder / f"made-{one}.txt").write_text(text, encoding="utf-8")


def added(root: Path, given: Path, jobs: int) -> Run:
    """Add a folder in a process of its own."""
    words = ["--root", str(root), "add", "--each", str(given), "-j", str(jobs)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "juesuan", *words],
        env={**os.environ, "PYTHONPATH": "scripts"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    lines = (done.stdout + done.stderr).strip().splitlines()
    return Run(seconds, after.ru_maxrss / 1024, lines[-1] if lines else "")


def measured(number: int, jobs: int = 2) -> tuple[Run, Run]:
    """Add so many disclosures to an empty collection, and once more."""
    with tempfile.TemporaryDirectory() as name:
        root, given = Path(name) / "root", Path(name) / "given"
        root.mkdir()
        texts(given, number)
        return added(root, given, jobs), added(root, given, jobs)


def main(numbers: list[int]) -> None:
    """Print a line a size."""
    for number in numbers:
        first, again = measured(number)
        print(
            f"{number:5}: {first.seconds:7.1f} s, {first.seconds / number:5.2f} s each, "
            f"{first.megabytes:5.0f} MB; again {again.seconds:5.1f} s, "
            f"{again.seconds / number * 1000:5.1f} ms each; {first.said} / {again.said}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [20, 60])
