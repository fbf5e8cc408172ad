"""Starting the process that reads pictures of pages, and waiting for each of them.

The networks are large libraries in C++ and the file is hostile: it is opened in a process of its
own, with limits of time and memory that grow with its pages.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.printed import printed

Tell = Callable[[str, int, int], None]
"""Is told the name of a file, how many of its pages are done, and how many there are."""

_WORKER = Path(__file__).with_name("worker.py")
_NETWORKS = "rapidocr_onnxruntime"


class _Message(TypedDict, total=False):
    """A line of the worker: how many pages there are, one that is done, or that all are."""

    pages: int
    page: int
    done: bool


def is_installed() -> bool:
    """Whether what the extra ``ocr`` installs is there; it is not imported."""
    return find_spec(_NETWORKS) is not None


def recognise(path: Path, made: Path, pages: Sequence[int], tell: Tell) -> None:
    """Write a PDF in which the text of scanned pages stands under them.

    Args:
        path: a PDF, or a file of pictures.
        made: the PDF that is written.
        pages: 1-based numbers of the pages that are scans; of a file of pictures all are.
        tell: is told of each page.

    Raises:
        UnreadableSourceError: if there are too many pages, or they cannot be read in time.
    """
    _few_enough(path.name, len(pages))
    done, total, is_whole = 0, len(pages), False
    for message in _run(path, made, pages):
        total = message.get("pages", total)
        _few_enough(path.name, total)
        done += "page" in message
        is_whole = is_whole or "done" in message
        tell(path.name, done, total)
    if not is_whole or not made.is_file():
        raise UnreadableSourceError(
            path.name,
            f"pictures of pages, of which {done} of {total} could be read",
            "whole pictures, and enough time and memory",
            "get the file again; if it is whole, part it",
        )


def _few_enough(name: str, pages: int) -> None:
    if pages > limits.SCANNED_PAGES:
        raise UnreadableSourceError(
            name,
            f"{pages:,} scanned pages",
            f"at most {limits.SCANNED_PAGES:,}",
            "check that this is one disclosure, or split it",
        )


def _run(path: Path, made: Path, pages: Sequence[int]) -> Iterator[_Message]:
    """What the worker prints, until it ends, dies or is silent for too long."""
    seconds = limits.SCANNED_PAGE_SECONDS * max(len(pages), 10)
    bounds = (str(seconds), str(limits.SCANNED_MEGABYTES), str(min(4, os.cpu_count() or 1)))
    program = (sys.executable, "-I", str(_WORKER), str(path.absolute()), str(made.absolute()))
    with closing(printed([*program, *bounds, *map(str, pages)], limits.SCANNED_WAIT)) as lines:
        for line in lines:
            try:
                yield json.loads(line)
            except ValueError:
                return
