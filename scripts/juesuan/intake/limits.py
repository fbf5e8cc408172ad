"""How large a source may be and how long one may take: every bound of reading, in one place.

A source is hostile: four kilobytes can hold a page tree without end, and two megabytes of brackets
are a text. The bounds are far above every real disclosure and keep each file, whatever is in it, to
one message within a minute. Who has an honest file above the bound of time sets
``JUESUAN_SECONDS`` in the environment for one run.
"""

from __future__ import annotations

import os
import re

BYTES = 50_000_000
"""Size of a file; the largest real disclosure is far below it."""

FILES = 200
"""Files of one disclosure; a real one has a page, its tables, and a form for each project."""

MANY_FILES = 20_000
"""Files of an archive of many disclosures."""

MANY_BYTES = 4_000_000_000
"""Size of an archive of many disclosures, and of all that is in it."""

UNPACKED = 200_000_000
"""Bytes to which a packed file may unpack."""

SHEET_CELLS = 500_000
"""Cells of a sheet, the empty ones counted that a file lists; a real table has some thousand."""

CHARACTERS = 3_000_000
"""Characters of a text, of whatever format; the largest real disclosure has a fifth of it."""

LINES = 300_000
"""Lines of a text; the largest real disclosure has some thousand."""

NUMBERS = 100_000
"""Numbers of a text, however they are broken; the largest real disclosure has a tenth of them."""

CELLS = 100_000
"""Cells of all tables of a source; the largest real disclosure has a tenth of them."""

PAGES = 1_000
"""Pages of a file; the longest real disclosure has a third of them."""

PAGE_SECONDS = 12
"""Seconds after which a page is given up."""

MEGABYTES = 1_200
"""Address space of the process that opens a PDF; a real disclosure needs a fifth of it."""

WHOLE_MEGABYTES = 4_000
"""Address space of the process that converts one disclosure."""

SCANNED_PAGES = 300
"""Pages of a scan; a page takes ten seconds."""

SCANNED_PAGE_SECONDS = 90
"""Seconds of computing that a page of a scan may take, one with another."""

SCANNED_WAIT = 400
"""Seconds without a sign of life after which the recognition of a scan is given up."""

SCANNED_MEGABYTES = 5_000
"""Address space of the process that recognises a scan; its networks need a third of it."""

BROKEN_PAGES = 5
"""Pages that may break the process that opens a PDF before the file is given up."""

_SECONDS = 25
VARIABLE = "JUESUAN_SECONDS"
"""Of the environment: seconds of computing that one disclosure may take."""


def seconds() -> int:
    """Seconds of computing that one disclosure may take, from its source to its checked package.

    The largest real disclosure takes a fifth of them each time that it is read.
    """
    given = os.environ.get(VARIABLE, "")
    return int(given) if given.isascii() and given.isdecimal() and int(given) else _SECONDS


def too_long() -> tuple[str, str, str]:
    """What was found, expected and is to be done where a source takes longer: for a message."""
    return (
        f"a file that takes more than {seconds()} seconds of computing",
        "a disclosure, which takes a few",
        f"check that this is one disclosure, or split it; set {VARIABLE} to more seconds if it is",
    )


def waited_for(seconds: float) -> tuple[str, str, str]:
    """What was found, expected and is to be done where a source is not done in time: for a message.

    Args:
        seconds: that were waited; fewer of them were computing.
    """
    return (
        f"a file of which nothing came within {seconds:.0f} seconds",
        "a disclosure, which takes a few where the machine has nothing else to do",
        f"try again when it is less busy, or set {VARIABLE} to more seconds",
    )


def too_many_cells() -> tuple[str, str, str]:
    """What was found, expected and is to be done where tables are larger: for a message."""
    return (
        f"more than {CELLS:,} cells of tables",
        "at most as many",
        "check that this is one disclosure",
    )


def too_many_characters() -> tuple[str, str, str]:
    """What was found, expected and is to be done where a text is longer: for a message."""
    return _too_many(CHARACTERS, "characters")


def check_text(text: str) -> tuple[str, str, str] | None:
    """What is said of a text that is no disclosure by its size alone, before it is understood.

    Args:
        text: of a source.

    Returns:
        What was found, expected and is to be done; None where it is within all bounds.
    """
    if len(text) > CHARACTERS:
        return too_many_characters()
    if text.count("\n") > LINES:
        return _too_many(LINES, "lines")
    if sum(1 for _ in _NUMBER.finditer(text)) > NUMBERS:
        return _too_many(NUMBERS, "numbers")
    return None


_NUMBER = re.compile(r"\d+")


def _too_many(most: int, what: str) -> tuple[str, str, str]:
    return (
        f"more than {most:,} {what}",
        "at most as many",
        "check that this is one disclosure",
    )
