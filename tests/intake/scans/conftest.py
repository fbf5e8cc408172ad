"""A scan of three looks, read once; the extra ``ocr`` is always there in CI, elsewhere tests do without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from juesuan.intake.scans.supervise import is_installed, recognise
from tests import scans

PAGE = 13
LOOKS = (
    scans.Look(),
    scans.Look(150, -1.3, noise=10, jpeg=45, turned=2),
    scans.Look(askew=0.9, turned=1),
)
"""The pages of the scan: one page of the made disclosure in each look."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if is_installed() or os.environ.get("CI"):
        return
    for item in items:
        if "scans" in item.path.parts:
            item.add_marker(pytest.mark.skip(reason="needs `make ocr`"))


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    is_test = collection_path.name.startswith("test_")
    return True if is_test and not (is_installed() or os.environ.get("CI")) else None


@pytest.fixture(scope="session")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scan as received."""
    return scans.scan(scans.PDF, tmp_path_factory.mktemp("scan") / "scan.pdf", [PAGE], LOOKS)


@pytest.fixture(scope="session")
def told() -> list[tuple[str, int, int]]:
    """What is told while it is read."""
    return []


@pytest.fixture(scope="session")
def layered(scanned: Path, told: list[tuple[str, int, int]]) -> Path:
    """The same with the text under its pictures."""
    made = scanned.parent / "made" / scanned.name
    made.parent.mkdir()
    recognise(scanned, made, range(1, len(LOOKS) + 1), lambda *one: told.append(one))
    return made
