"""The tables that were perhaps misread, by name, for whoever adds a disclosure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan import check
from juesuan.rows import ChecksRow


def doubted(name: str, checks: Sequence[ChecksRow]) -> Iterator[str]:
    """What a maintainer must know of tables that were perhaps misread.

    Where the whole file is suspected that is told first: a font whose map names other digits than
    it draws makes all of it wrong at once.

    Args:
        name: of the file.
        checks: rows of ``checks``.
    """
    found = check.suspected(checks)
    if found.is_whole:
        tables = "、".join(row["subject"] for row in found.tables)
        yield (
            f"{name}: {len(found.tables)} of {found.of} tables were perhaps misread ({tables}): "
            "the file is suspected, not the department; a font in it may name other digits than it "
            "draws. Nothing that fails is published as a contradiction: compare with the original"
        )
    for row in found.tables:
        yield f"{row['subject']}: {row['statement']}"
