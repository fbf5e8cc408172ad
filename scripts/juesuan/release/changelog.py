"""The changelog of the data: a heading a release, the newest first; each release carries it on."""

from __future__ import annotations

import re

from juesuan.pages import Edition

FILE = "CHANGELOG-data.md"

_TITLE = "# 数据的变化\n"
_HEADING = re.compile(r"^#+ .*\n+", re.MULTILINE)


def changelog(edition: Edition, brings: str, past: str = "") -> str:
    """The changelog with a release put in front of those before.

    Args:
        edition: the release.
        brings: what it brings, as Markdown; its own headings are left out.
        past: the changelog of the release before; empty where there is none.
    """
    own = _HEADING.sub("", brings).strip()
    older = past.removeprefix(_TITLE).strip()
    parts = [_TITLE.rstrip(), f"## {edition.version} — {edition.day}", own, older]
    return "\n\n".join(part for part in parts if part) + "\n"
