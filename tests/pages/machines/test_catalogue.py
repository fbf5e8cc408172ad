"""Linked data on the page and the catalogue: complete, and no text can end its script."""

from __future__ import annotations

import json
import re
from pathlib import Path

from juesuan import package
from juesuan.pages.addresses import Address
from juesuan.pages.machines.catalogue import json_ld
from tests.conftest import IDS, ROOT

ONE = "urumqi-government-office-2024"


def test_linked_data_on_the_page(site: Path) -> None:
    html = (site / "d" / ONE / "index.html").read_text(encoding="utf-8")
    found = json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1]
    )
    assert found["@type"] == "Dataset" and 50 <= len(found["description"]) <= 5000 and found["name"]
    assert {one["encodingFormat"] for one in found["distribution"]} >= {
        "text/csv",
        "application/json",
    }
    assert (
        all(one["unitText"] for one in found["variableMeasured"]) and found["isBasedOn"]["sha256"]
    )
    for one in found["distribution"]:
        assert (site / one["contentUrl"]).is_file(), one


def test_linked_data_cannot_end_its_script() -> None:
    facts = package.load(ROOT / "datapackages" / ONE)
    hostile = {**facts.disclosure, "department": "</script><script>alert(1)</script>"}
    made = json_ld(
        type(facts)(facts.disclosure_id, {**facts.tables, "disclosure": (hostile,)}),
        Address("https://a.example/"),
    )
    assert made.count("</script>") == 1 and made.count("<script") == 1
    assert json.loads(re.search(r">(.*)</script>", made)[1])["url"] == f"https://a.example/d/{ONE}/"


def test_the_catalogue_lists_every_dataset(site: Path) -> None:
    found = json.loads((site / "d/all/catalog.jsonld").read_text(encoding="utf-8"))
    assert (
        found["@type"] == "dcat:Catalog"
        and found["dct:title"]
        and found["dct:description"]
        and found["dct:publisher"]
    )
    ids = {one.get("dct:identifier") for one in found["dcat:dataset"]}
    assert set(IDS) <= ids
    for one in found["dcat:dataset"]:
        assert one["dct:title"] and one["dct:description"]
        assert all(part["dcat:accessURL"]["@id"] for part in one["dcat:distribution"])
