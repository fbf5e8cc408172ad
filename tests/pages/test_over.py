"""What is over all disclosures, written where it changed."""

from __future__ import annotations

import json
from pathlib import Path

from juesuan.pages.addresses import API, DRAWN, Address
from juesuan.pages.draw import Job, draw
from juesuan.pages.over import over_all

NAME = "made-up-2024"


def test_it_is_written_once_and_what_is_gone_goes(converted: Path) -> None:
    address = Address("")
    draw(Job(converted, NAME, "", address))
    assert over_all(converted, [NAME], address, {}) > 50
    index = converted / DRAWN / API / "index.json"
    assert json.loads(index.read_text(encoding="utf-8"))["disclosures"] == 1
    assert over_all(converted, [NAME], address, {}) == 0
    assert (converted / DRAWN / "d" / "departments" / "made-up").exists()
    assert over_all(converted, [], address, {}) > 0
    assert json.loads(index.read_text(encoding="utf-8"))["disclosures"] == 0
    assert not (converted / DRAWN / "d" / "departments" / "made-up").exists()
