"""Starting the worker, and going on behind a page that breaks it.

pdfium is a large library in C++ and the file is hostile: the file is opened in a process of its
own, with limits of time and memory. What it has printed counts; a page at which it died or hung is
named, and a new worker begins behind it.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypedDict

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.pdf import raw
from juesuan.intake.printed import printed

_WORKER = Path(*raw.__path__, "worker.py")
_START = (
    "import os, sys; sys.path[:0] = sys.argv.pop(1).splitlines(); import worker; "
    "worker.main(sys.argv[1:]); os._exit(0)"
)
"""How it is started and ended: without ``site`` and without tidying up, each as long as a page.

Its modules are compiled once for all.
"""

_PACKAGES = ("pypdfium2", "pypdfium2_raw", "PIL")
"""What it imports that is not of the standard library."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as the worker printed it; ``why`` says what kept it from being read.

    Attributes:
        number: 1-based.
        width, height: points, upright.
        turn: quarters by which the page was turned so that its text stands upright.
        text: its characters in the order of the file, without spaces.
        boxes: left, top, right, bottom of each character, flat, in tenths of a point.
        heights: top and bottom of the ink of each character, flat, in tenths of a point.
        pieces: for each character the number of the piece of text that draws it.
        rulings: the same as ``boxes`` of each ruled line.
        figures: the same of each small picture and of what may be outlines of characters.
        crossings: the same of small sloped lines and curves.
        unknown: characters without a Unicode value.
        tilted: characters that stand askew and are not among ``text``.
        pictures: how many pictures it holds.
        unseen: characters that a reader cannot see and that are not among ``text``: what hides
            them, to how many there are and the first of them.
        watermark: characters that lie across the text and are not among it.
        recognised: how many characters of ``text`` nobody sees, but in the picture over them.
        is_own: whether such text was put there by this program.
        blind: percent of the page that pictures cover of which no text is known.
        notes: annotations and form fields of the page that were not read.
        files: of page 1 alone: names of the files in the file.
        holds: of the same: what else the file holds that was not read.
    """

    number: int
    width: float = 0
    height: float = 0
    turn: int = 0
    text: str = ""
    boxes: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    pieces: tuple[int, ...] = ()
    rulings: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    crossings: tuple[int, ...] = ()
    unknown: int = 0
    tilted: str = ""
    pictures: int = 0
    why: str = ""
    unseen: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    watermark: str = ""
    recognised: int = 0
    is_own: bool = False
    blind: int = 0
    notes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


class _Message(TypedDict, total=False):
    """One line of the worker: an error, how many pages there are, the page begun, or a page read.

    The fields of a page are those of :class:`RawPage`, or ``page`` and ``why``.
    """

    error: str
    pages: int
    files: list[str]
    holds: list[str]
    begin: int
    page: int
    why: str
    width: float
    height: float
    turn: int
    text: str
    boxes: list[int]
    heights: list[int]
    pieces: list[int]
    rulings: list[int]
    figures: list[int]
    crossings: list[int]
    unknown: int
    tilted: str
    pictures: int
    unseen: dict[str, tuple[int, str]]
    watermark: str
    recognised: int
    is_own: bool
    blind: int
    notes: list[str]


def raw_pages(path: Path) -> Iterator[RawPage]:
    """The pages of a file, in order, one at a time.

    Raises:
        UnreadableSourceError: if it is encrypted, no PDF inside, or has too many pages or too many
            that break the worker.
    """
    at = _Place(path.name)
    while at.page <= at.total:
        at.begun = 0
        for message in _run(path, at.page):
            page = at.take(message)
            if page is not None:
                yield page
            at.in_time()
        if at.page <= at.total:
            yield at.broken_page()


@dataclass
class _Place:
    """How far a file was read.

    Attributes:
        name: of the file.
        page: the next one to read.
        total: pages of the file, as far as is known.
        begun: the page that the worker is at; 0 for none.
        broken: pages that broke a worker.
        files, holds: what it holds beside its pages.
        ends: when the file has taken too long, in seconds of the system's clock.
    """

    name: str
    page: int = 1
    total: int = 1
    begun: int = 0
    broken: int = 0
    files: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    ends: float = field(default_factory=lambda: time.monotonic() + limits.seconds())

    def in_time(self) -> None:
        """Go on only while the file has not taken too long, in whatever process."""
        if time.monotonic() > self.ends:
            raise UnreadableSourceError(self.name, *limits.too_long())

    def take(self, message: _Message) -> RawPage | None:
        """Go on by what the worker printed; returns a page that it has read."""
        if "error" in message:
            raise _refused(self.name, message["error"])
        self.total = _small_enough(self.name, message.get("pages", self.total))
        self.begun = message.get("begin", self.begun)
        if self.page == 1 and "files" in message:
            self.files, self.holds = tuple(message["files"]), tuple(message["holds"])
        if "page" not in message:
            return None
        self.page, self.begun = message["page"] + 1, 0
        return self._with_rest(_page(message))

    def broken_page(self) -> RawPage:
        """Go on behind the page at which the worker died or hung."""
        self.broken += 1
        self.in_time()
        if self.broken > limits.BROKEN_PAGES or not self.begun:
            raise _refused(self.name, "damaged")
        self.page += 1
        why = f"reading it took more than {limits.PAGE_SECONDS} seconds or too much memory"
        return self._with_rest(RawPage(self.page - 1, why=why))

    def _with_rest(self, page: RawPage) -> RawPage:
        """A page with what the file holds beside its pages, if it is the first one."""
        return replace(page, files=self.files, holds=self.holds) if page.number == 1 else page


def _small_enough(name: str, pages: int) -> int:
    if pages > limits.PAGES:
        advice = "check that this is one disclosure, or split it"
        raise UnreadableSourceError(name, f"{pages:,} pages", f"at most {limits.PAGES:,}", advice)
    return pages


def pictures(path: Path, pages: Sequence[int], scale: float) -> dict[int, bytes]:
    """Pictures of pages as PNG, by number; a page that cannot be drawn has none.

    Args:
        path: a PDF document.
        pages: their 1-based numbers.
        scale: pixels a point.
    """
    with tempfile.TemporaryDirectory() as folder:
        for _ in _run(path, 1, folder, str(scale), *(str(number) for number in pages)):
            pass
        files = {number: Path(folder) / f"{number}.png" for number in pages}
        return {number: file.read_bytes() for number, file in files.items() if file.exists()}


def _refused(name: str, why: str) -> UnreadableSourceError:
    if why == "encrypted":
        return UnreadableSourceError(
            name,
            "an encrypted PDF",
            "one that opens without a password",
            "ask for the file without a password",
        )
    return UnreadableSourceError(
        name,
        "a PDF that is damaged",
        "a whole PDF document",
        "get the file again; it may have been cut off",
    )


def _page(message: _Message) -> RawPage:
    if "why" in message:
        return RawPage(message["page"], why=message["why"])
    return RawPage(
        number=message["page"],
        width=message["width"],
        height=message["height"],
        turn=message["turn"],
        text=message["text"],
        boxes=tuple(message["boxes"]),
        heights=tuple(message["heights"]),
        pieces=tuple(message["pieces"]),
        rulings=tuple(message["rulings"]),
        figures=tuple(message.get("figures", ())),
        crossings=tuple(message.get("crossings", ())),
        unknown=message["unknown"],
        tilted=message["tilted"],
        pictures=message["pictures"],
        unseen=message.get("unseen", {}),
        watermark=message.get("watermark", ""),
        recognised=message.get("recognised", 0),
        is_own=message.get("is_own", False),
        blind=message.get("blind", 0),
        notes=tuple(message.get("notes", ())),
    )


@cache
def _places() -> list[str]:
    """The folders of the packages that the worker imports."""
    specs = filter(None, map(importlib.util.find_spec, _PACKAGES))
    folders = (str(Path(one.origin).parent.parent) for one in specs if one.origin)
    return [*dict.fromkeys(folders)]


def _run(path: Path, first: int, *rest: str) -> Iterator[_Message]:
    """What one worker prints from a page on, until it ends, dies, or hangs at a page."""
    bounds = (str(limits.seconds()), str(limits.MEGABYTES))
    program = (
        sys.executable,
        "-I",
        "-S",
        "-c",
        _START,
        "\n".join((str(_WORKER.parent), *_places())),
    )
    command = [*program, str(path.absolute()), str(first), *bounds, *rest]
    with closing(printed(command, limits.PAGE_SECONDS)) as lines:
        for line in lines:
            try:
                yield json.loads(line)
            except ValueError:
                return
