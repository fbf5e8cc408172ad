"""The package that its source gives, for one that is damaged on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import package
from juesuan.collection.work.anew import remade


@pytest.mark.slow
def test_a_damaged_package_is_made_anew_beside(converted: Path) -> None:
    folder = converted / "datapackages" / "made-up-2024"
    before = package.load(folder)
    (folder / "data" / "measures.csv").write_text("damaged", encoding="utf-8")
    with remade([folder]) as made:
        assert package.load(made["made-up-2024"]).tables == before.tables
        (folder / "source" / "made.txt").unlink()
        with remade([folder]) as none:
            assert none == {}
    assert (folder / "data" / "measures.csv").read_text(encoding="utf-8") == "damaged"
