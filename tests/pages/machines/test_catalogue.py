"""Linked data on the page and the catalogue: complete, and no text can end its script."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from juesuan import package
from juesuan.pages.addresses import Address
from juesuan.pages.machines.catalogue import json_ld
from tests.conftest import IDS, ROOT
from tests.pages.conftest import SITE

ONE = "urumqi-government-office-2024"


def test_linked_data_on_the_page(given: Path) -> None:
    made = json_ld(package.load(ROOT / "datapackages" / ONE), Address())
    found = json.loads(re.search(r">(.*)</script>", made)[1])
    assert found["@type"] == "Dataset" and 50 <= len(found["description"]) <= 5000 and found["name"]
    assert len(found["variableMeasured"]) > 3
    assert (
        all(one["unitText"] for one in found["variableMeasured"]) and found["isBasedOn"]["sha256"]
    )
    assert {one["contentUrl"].rpartition(".")[2] for one in found["distribution"]} == {
        "zip",
        "xlsx",
    }
    for one in found["distribution"]:
        assert (given / one["contentUrl"]).is_file(), one


def test_linked_data_cannot_end_its_script() -> None:
    facts = package.load(ROOT / "datapackages" / ONE)
    hostile = {**facts.disclosure, "department": "</script><script>alert(1)</script>"}
    made = json_ld(
        type(facts)(facts.disclosure_id, {**facts.tables, "disclosure": (hostile,)}),
        Address("https://a.example/"),
    )
    assert made.count("</script>") == 1 and made.count("<script") == 1
    assert json.loads(re.search(r">(.*)</script>", made)[1])["url"] == f"https://a.example/d/{ONE}/"


def test_the_catalogue_lists_every_dataset(given: Path) -> None:
    found = json.loads((given / "d/all/catalog.jsonld").read_text(encoding="utf-8"))
    assert (
        found["@type"] == "dcat:Catalog"
        and found["dct:title"]
        and found["dct:description"]
        and found["dct:publisher"]
    )
    ids = {one.get("dct:identifier") for one in found["dcat:dataset"]}
    assert set(IDS) <= ids
    for one in found["dcat:dataset"]:
        assert one["dct:title"] and one["dct:description"] and one["dct:license"]["@id"]
        for part in one["dcat:distribution"]:
            assert part["dct:license"]["@id"] and part["dcat:mediaType"]["@id"]
            path = given / part["dcat:downloadURL"]["@id"].removeprefix(SITE)
            assert path.is_file()
            if "dct:identifier" in one:
                sum_ = part["spdx:checksum"]["spdx:checksumValue"]["@value"]
                assert sum_ == hashlib.sha256(path.read_bytes()).hexdigest()
                assert part["dcat:byteSize"]["@value"] == str(path.stat().st_size)
