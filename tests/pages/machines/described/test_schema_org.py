"""Linked data on the page: complete, and no text can end its script."""

from __future__ import annotations

import json
import re
from pathlib import Path

from juesuan import package
from juesuan.pages.addresses import Address
from juesuan.pages.machines.described.schema_org import json_ld
from tests.conftest import ROOT

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
