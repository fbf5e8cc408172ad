"""Earlier versions of a disclosure: ``versions/<day>/`` in its folder, each with what changed."""

from __future__ import annotations

import re
from pathlib import Path

VERSIONS = "versions"
"""The folder of a disclosure in which its earlier versions are."""

CHANGES = "changes.csv"
"""What changed, in the folder of a version."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]{1,3})?")


def earlier(folder: Path) -> list[Path]:
    """The folders of a disclosure's earlier versions, each called after the day of its end."""
    found = sorted((folder / VERSIONS).glob("*/"))
    return [one for one in found if _DAY.fullmatch(one.name) and _is_whole(one)]


def _is_whole(version: Path) -> bool:
    names = (CHANGES, "datapackage.json", "data", "source")
    return all((version / name).exists() for name in names)
