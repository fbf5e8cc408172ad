"""How all data are cited: by number and day."""

from __future__ import annotations

import pytest
import yaml

from juesuan.pages import Edition
from juesuan.release.citation import citation


@pytest.mark.parametrize("address", ["", "https://a.example/b/"])
def test_it_names_number_day_and_address(address: str) -> None:
    found = yaml.safe_load(citation(Edition("2026.04.1", "2026-04-30T00:00:00Z"), address))
    assert found["cff-version"] == "1.2.0" and found["type"] == "dataset"
    assert found["version"] == "2026.04.1" and found["date-released"] == "2026-04-30"
    assert found.get("url", "") == address and found["authors"] and found["message"]
