"""A package read back from disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.errors import PackageError
from tests.made import disclosure


@pytest.mark.slow
def test_a_missing_table_is_one_clear_message(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    (folder / "data" / "measures.csv").unlink()
    with pytest.raises(
        PackageError, match=r"cannot be read.*What to do: run `juesuan build made-up-2024`"
    ):
        package.load(folder)


def test_all_values_are_text_and_codes_keep_their_zeros(published) -> None:
    for facts in published.values():
        for name, rows in facts.tables.items():
            assert all(isinstance(value, str) for row in rows for value in row.values()), name


@pytest.mark.parametrize("descriptor", ["[" * 9000, "[]", '{"resources": 3}', ""])
def test_a_damaged_descriptor_is_one_clear_message(tmp_path, descriptor: str) -> None:
    (tmp_path / "datapackage.json").write_text(descriptor, encoding="utf-8")
    for read in (package.load, package.extracted_text, package.page_lines):
        with pytest.raises(PackageError, match=r"cannot be read.*What to do"):
            read(tmp_path)


def test_a_lost_table_is_told_the_same_wherever_the_folder_lies(
    tmp_path: Path, converted: Path
) -> None:
    folder = converted / "datapackages" / "made-up-2024"
    (folder / "data" / "measures.csv").unlink()
    with pytest.raises(PackageError, match=r"'made-up-2024/data/measures\.csv'") as told:
        package.load(folder)
    assert str(tmp_path) not in str(told.value)
