"""The static API: true to the packages, every address in it leads somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

from juesuan import package
from tests.conftest import ROOT

ONE = "urumqi-government-office-2024"


def read(site: Path, path: str):
    return json.loads((site / path).read_text(encoding="utf-8"))


def test_every_address_in_an_answer_is_there(site: Path) -> None:
    def addresses(value: object):
        if isinstance(value, dict):
            for each in value.values():
                yield from addresses(each)
        elif isinstance(value, list):
            for each in value:
                yield from addresses(each)
        elif isinstance(value, str) and re.match(r"(api/v1|d)/[\w./-]+$", value):
            yield value

    seen = 0
    for name in (
        "index",
        "disclosures",
        "departments",
        "checks",
        "measures",
        f"disclosures/{ONE}/index",
    ):
        for address in addresses(read(site, f"api/v1/{name}.json")):
            path = site / address
            assert path.is_file() or (path / "index.html").is_file(), address
            seen += 1
    assert seen > 300


def test_every_cell_names_its_figure(site: Path) -> None:
    ledger = {}
    for shard in read(site, f"api/v1/disclosures/{ONE}/index.json")["figures"]["shards"]:
        ledger |= {row["figure_id"]: row for row in read(site, shard)["figures"]}
    rows = read(site, f"api/v1/disclosures/{ONE}/measures.json")["rows"]
    row = next(row for row in rows if row["measure"] == "three_public.total")
    assert row["actual"] == "102.36" and ledger[row["evidence"]["actual"]]["value"] == "102.36"
    assert all(row["evidence"].get("actual") for row in rows if row["actual"])
    assert len(ledger) == len(package.load(ROOT / "datapackages" / ONE).rows("figures"))


def test_contradictions_quote_both_places(site: Path) -> None:
    found = read(site, f"api/v1/disclosures/{ONE}/contradictions.json")["contradictions"]
    one = next(row for row in found if row["rule"] == "X06")
    assert [quote["text"] for quote in one["quotes"]] == ["0.00", "3,653.30", "3,593.65"]
    assert "本年支出合计" in one["quotes"][1]["before"] and one["quotes"][1]["line"] == "109"
