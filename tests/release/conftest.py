"""A collection of which two releases are made: a value is corrected, a disclosure comes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.made import disclosure
from tests.pages.conftest import write_all

from juesuan import collection
from juesuan.pages import Edition
from juesuan.release import Made, Sources, release

FIRST = Edition("2026.03", "2026-03-31T00:00:00Z")
SECOND = Edition("2026.04", "2026-04-30T00:00:00Z")

CORRECTED = ("其他收入10.00万元", "其他收入9.50万元")
"""What is corrected between the two."""


class Two(NamedTuple):
    """Two releases, the collection and what was told of the second."""

    root: Path
    first: Path
    second: Path
    made: Made


def sited(root: Path) -> Path:
    """The website of a collection, as far as a release looks at it."""
    for old in ("site", ".cache"):
        shutil.rmtree(root / old, ignore_errors=True)
    write_all(root, root / "site")
    (root / "site" / "index.html").write_text('<a href="d/">', encoding="utf-8")
    return root / "site"


@pytest.fixture(scope="session")
def two(once_converted: Path, tmp_path_factory: pytest.TempPathFactory) -> Two:
    root = tmp_path_factory.mktemp("releases")
    folder = root / "datapackages" / "made-up-2024"
    shutil.copytree(once_converted / "made-up-2024", folder)
    release(root / "first", Sources(root, sited(root)), FIRST)
    other = root / "datapackages" / "other-2024" / "source"
    other.mkdir(parents=True)
    (other / "made.txt").write_text(disclosure(), encoding="utf-8")
    text = (folder / "source" / "made.txt").read_text(encoding="utf-8")
    (folder / "source" / "made.txt").write_text(text.replace(*CORRECTED), encoding="utf-8")
    for one in (folder, other.parent):
        collection.convert(one)
    (root / "sbom.json").write_text("{}", encoding="utf-8")
    sources = Sources(root, sited(root), root / "first", root / "sbom.json", "https://a.example/")
    made = release(root / "second", sources, SECOND)
    return Two(root, root / "first", root / "second", made)
