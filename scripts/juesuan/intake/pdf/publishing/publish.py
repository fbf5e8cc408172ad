"""What may be published of a PDF: as received, written anew, or pictures of its pages.

As received only where nothing of it is masked and nothing in it is active. Else ``cleaner`` writes
it anew, in a process of its own; the new file is read again, and must hold what the old one held
but for what is masked. Where that cannot be shown, the pages' pictures are published instead.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

from juesuan.intake.file import File
from juesuan.intake.limits import MEGABYTES
from juesuan.intake.pdf.publishing.pictured import pictured
from juesuan.intake.pdf.read import read_pdf
from juesuan.intake.reader import SIGN, Copy, Find
from juesuan.intake.text.characters import clean
from juesuan.model import Document

SECONDS = 120
"""Seconds that writing a file anew may take."""

MOST_ROUNDS = 3
"""How often a file is written anew: text may come to light that lay under what was taken out."""

SHORTEST_TEXT = 6
"""Characters of a masked text that is looked for in the bytes of the new file."""

_CLEANER = Path(__file__).with_name("cleaner.py")


class _Told(TypedDict, total=False):
    """What the cleaner prints: what it removed, or why it could not."""

    removed: list[str]
    is_clean: bool
    is_flattened: bool
    why: str


def published(file: File, document: Document, find: Find) -> Copy:
    """What may be published of a PDF.

    Args:
        file: a PDF that was read.
        document: what was read from it.
        find: the offsets of the characters that must not be published.

    Raises:
        UnreadableSourceError: if what may be published of it cannot be read again.
    """
    removed: list[str] = []
    if _hides_secrets(document, find):
        return _pictured(file, file, document, find, removed)
    with tempfile.TemporaryDirectory() as name:
        now, read, hidden = file, document, _printed(document, find(document))
        for number in range(MOST_ROUNDS):
            fresh = Path(name) / str(number) / file.name
            told = _cleaned(now.path, fresh, read, hidden)
            removed += told.get("removed", [])
            if "why" in told:
                break
            if told["is_clean"] and now is file:
                return Copy(file.data, document)
            after = File(fresh, fresh.read_bytes())
            again = read_pdf(after)
            if not _is_same(read, again, hidden, told.get("is_flattened", False)):
                break
            now, read, hidden = after, again, _printed(again, find(again))
            if not hidden:
                return Copy(now.data, read, "cleaned", tuple(removed))
        return _pictured(file, now, read, find, removed)


def _hides_secrets(document: Document, find: Find) -> bool:
    """Whether text that nobody sees, and that only pictures leave behind, must not be published."""
    unseen = document.unseen
    hidden = replace(document, text=unseen, clean=clean(unseen), pages=(), tables=(), furniture=())
    return bool(unseen and find(hidden))


def _pictured(file: File, now: File, read: Document, find: Find, removed: list[str]) -> Copy:
    data = pictured(now.path, read, _printed(read, find(read)))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / file.name
        path.write_bytes(data)
        return Copy(data, read_pdf(File(path, data)), "pictures", tuple(removed))


def _printed(document: Document, offsets: Collection[int]) -> frozenset[int]:
    """The offsets of characters that are printed and not yet hidden."""
    text = document.text
    return frozenset(at for at in offsets if not text[at].isspace() and text[at] != SIGN)


def _cleaned(path: Path, fresh: Path, document: Document, hidden: Collection[int]) -> _Told:
    """Write a file anew; what came of it."""
    fresh.parent.mkdir()
    orders = fresh.with_suffix(".json")
    orders.write_text(json.dumps(_orders(document, hidden)), encoding="utf-8")
    limits = (str(SECONDS), str(MEGABYTES))
    program = (sys.executable, "-I", str(_CLEANER))
    command = [*program, str(path.absolute()), str(fresh), str(orders), *limits]
    try:
        # Our own program; the files' names are arguments and no shell reads them.
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, timeout=SECONDS, check=True, stdin=subprocess.DEVNULL
        )
        told: _Told = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {"why": "it took too much time or memory"}
    return told


def _orders(document: Document, hidden: Collection[int]) -> dict[str, object]:
    """Where characters are hidden: page to boxes, and the texts of the runs of them."""
    places: defaultdict[int, list[list[int]]] = defaultdict(list)
    for at in sorted(hidden):
        page = document.page_of(at)
        if page is not None and document.boxes is not None:
            places[page].append(list(document.boxes.numbers[4 * at : 4 * at + 4]))
    texts = {text for text in _runs(document, hidden) if len(text) >= SHORTEST_TEXT}
    return {"places": places, "texts": sorted(texts)}


def _runs(document: Document, hidden: Collection[int]) -> list[str]:
    """The hidden texts, each without what stands between its characters."""
    runs: list[str] = []
    last = -2
    for at in sorted(hidden):
        if at != last + 1:
            runs.append("")
        runs[-1] += document.text[at]
        last = at
    return runs


def _is_same(
    before: Document, after: Document, hidden: Collection[int], is_flattened: bool
) -> bool:
    """Whether a new file holds what the old one held, but for what is hidden.

    Forms and annotations that became a part of their pages may add to it.
    """
    kept = "".join(char for at, char in enumerate(before.text) if at not in hidden)
    old, new = _letters(kept), _letters(after.text)
    return old == new or (is_flattened and len(new) > len(old))


def _letters(text: str) -> str:
    return "".join(text.replace(SIGN, "").split())
