"""CSV of the published tables."""

from __future__ import annotations

import pytest

from juesuan.package.tables import csv_text
from tests.conftest import IDS, ROOT


@pytest.mark.parametrize("disclosure_id", IDS)
def test_csv_is_plain(disclosure_id: str) -> None:
    for path in (ROOT / "datapackages" / disclosure_id / "data").iterdir():
        data = path.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")


@pytest.mark.slow
@pytest.mark.parametrize("disclosure_id", IDS)
def test_loading_and_writing_gives_the_same_csv(disclosure_id: str, published) -> None:
    for name, rows in published[disclosure_id].tables.items():
        path = ROOT / "datapackages" / disclosure_id / "data" / f"{name}.csv"
        assert csv_text(name, rows).encode() == path.read_bytes()
