"""The package over the five disclosures in every form that it has."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from juesuan.pages import Store
from juesuan.pages.machines.files import parquet, whole
from juesuan.pages.writer import Writer
from tests.conftest import IDS, ROOT, served

FOLDER = ROOT / "datapackages" / IDS[0]


def written(five: Path, to: Path) -> Path:
    """The package over all as the website holds it; returns its folder."""
    writer = Writer()
    with closing(Store(five, IDS)) as store:
        for path, content in whole.files(store, kept=to):
            writer.write(to / path, content)
    return to / "d" / "all"


@pytest.fixture(scope="session")
def whole_folder(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(five, tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="session")
def parted_folder(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with each table parted by region and year, as large ones are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet, "WHOLE", 0)
        return written(five, tmp_path_factory.mktemp("parted"))


@pytest.fixture(scope="session")
def zipped(parted_folder: Path) -> Path:
    """The package of Parquet as a release has it."""
    path = parted_folder.parent / "juesuan-parquet.zip"
    with zipfile.ZipFile(path, "w") as made:
        for one in sorted(parted_folder.rglob("*")):
            if one.is_file() and one.suffix != ".zip":
                made.write(one, f"juesuan/{one.relative_to(parted_folder).as_posix()}")
    return path


@pytest.fixture(scope="session")
def whole_address(whole_folder: Path) -> Iterator[str]:
    """The site of the package over all, served."""
    with served(whole_folder.parent.parent) as found:
        yield found
