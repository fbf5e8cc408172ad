"""Refuses what must never be committed: ``python -m tools.tracked``, before anything is built.

A file in a place that a build fills would be taken for what the build made: a cache that vouches
for packages, pages, the website. A file at the root that is not one of its own is somebody's notes
or a program's output, taken in with everything else. A symbolic link or another repository inside
this one would be read, and published, from elsewhere.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

GENERATED = (
    ".cache/",
    ".venv/",
    "build/",
    "docs/api/",
    "docs/d/",
    "site/",
)
"""Places that are made here, whatever ``.gitignore`` says; a folder ends in a slash."""

AT_THE_ROOT = frozenset(
    {
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        ".pre-commit-config.yaml",
        ".zenodo.json",
        "CHANGELOG.md",
        "CITATION.cff",
        "CONTRIBUTING.md",
        "LICENSE",
        "MANIFEST.in",
        "Makefile",
        "README.md",
        "SECURITY.md",
        "mkdocs.yml",
        "pyproject.toml",
        "setup.py",
    }
)
"""The files at the top of the repository; what a run or a person left there by chance is none."""

_LEFT_OVER = (".new-", ".data.", ".datapackage.new")
"""How the names of what an interrupted conversion left behind begin."""

_KINDS = {"120000": "a symbolic link", "160000": "another repository"}
"""Kinds of entries that are no files, by their mode in git's index."""


def faults(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the entries of git's index, a line each.

    Args:
        entries: mode and path of each.

    >>> list(faults([("100644", "docs/index.md"), ("100644", "site/index.html")]))
    ['site/index.html: found a file in a place that is generated; expected none']
    """
    for mode, path in entries:
        if mode in _KINDS:
            yield f"{path}: found {_KINDS[mode]}; expected the file itself"
        if _is_generated(path):
            yield f"{path}: found a file in a place that is generated; expected none"
        elif "/" not in path and path not in AT_THE_ROOT:
            yield f"{path}: found a file at the root that is not one of its own; expected none"


def _is_generated(path: str) -> bool:
    """Whether builds write at a path; letters of either case are one folder on some disks."""
    below = path.lower()
    if any(below == one.rstrip("/") or below.startswith(one) for one in GENERATED):
        return True
    names = below.split("/") if below.startswith("datapackages/") else []
    return any(name.startswith(_LEFT_OVER) for name in names)


def entries(root: Path) -> list[tuple[str, str]]:
    """Mode and path of each entry of git's index; none where there is no checkout."""
    if not (root / ".git").exists():
        return []
    command = ["git", "ls-files", "--stage", "-z"]
    told = subprocess.run(command, cwd=root, capture_output=True, check=True, encoding="utf-8")
    parts = (line.partition("\t") for line in told.stdout.split("\0") if line)
    return [(about.split()[0], path) for about, _, path in parts]


def main(root: Path = ROOT) -> int:
    """Print what is wrong; the exit status."""
    found = list(faults(entries(root)))
    for one in found:
        print(f"{one}. What to do: git rm --cached, and commit that.", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
