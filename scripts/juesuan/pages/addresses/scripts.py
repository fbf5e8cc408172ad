"""What scripts must know of addresses."""

from __future__ import annotations

from juesuan.pages.addresses.one import (
    LINES_A_PAGE,
    SCALE,
    SOURCE_MORE,
    archive,
    disclosure,
    source,
    table,
)
from juesuan.pages.addresses.over import ASKING, EMBED, api, piece


def for_scripts() -> dict[str, str | int | float]:
    """What scripts must know, by name; a script fills in what stands in braces.

    >>> for_scripts()["disclosure"], for_scripts()["archive"]
    ('d/{id}/', '{id}.zip')
    """
    return {
        "disclosure": disclosure("{id}"),
        "source": source(1),
        "pages": SOURCE_MORE,
        "lines": LINES_A_PAGE,
        "archive": archive("{id}", "zip"),
        "table": table("{resource}"),
        "scale": SCALE,
        "embed": EMBED,
        "rules": api("rules"),
        "search": piece("{name}"),
        "asking": ASKING,
    }
