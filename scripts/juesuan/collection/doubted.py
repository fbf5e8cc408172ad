"""The tables that were perhaps misread, by name, for whoever adds a disclosure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.check.doubt import WHOLE
from juesuan.rows import ChecksRow

RULE = "T31"
"""The rule that doubts a table."""


def doubted(name: str, checks: Sequence[ChecksRow]) -> Iterator[str]:
    """What a maintainer must know of tables that were perhaps misread.

    Where the whole file is suspected that is told first: a font whose map names other digits than
    it draws makes all of it wrong at once.

    Args:
        name: of the file.
        checks: rows of ``checks``.
    """
    every = [row for row in checks if row["rule"] == RULE]
    rows = [row for row in every if row["state"] == "unreadable"]
    if any(row["state"] == "unreadable" and WHOLE in row["statement"] for row in checks):
        tables = "、".join(row["subject"] for row in rows)
        yield (
            f"{name}: {len(rows)} of {len(every)} tables were perhaps misread ({tables}): the "
            "file is suspected, not the department; a font in it may name other digits than it "
            "draws. Nothing that fails is published as a contradiction: compare with the original"
        )
    for row in rows:
        yield f"{row['subject']}: {row['statement']}"
