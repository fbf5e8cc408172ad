"""The static API, catalogues, feed and citations: described, valid, and true to the packages."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from juesuan import package
from juesuan.pages.machines.catalogue import Address, citations, events, feed, json_ld
from juesuan.pages.machines.openapi import document
from tests.conftest import IDS, ROOT

ONE = "urumqi-government-office-2024"


def read(site: Path, path: str):
    return json.loads((site / path).read_text(encoding="utf-8"))


def test_the_description_is_valid(site: Path) -> None:
    described = read(site, "api/v1/openapi.json")
    validate(described)
    assert described["openapi"] == "3.1.0"


def test_every_file_answers_as_described(site: Path) -> None:
    described = document(Address())
    registry = Registry().with_resource(
        "urn:api", Resource(contents=described, specification=DRAFT202012)
    )
    patterns = {
        re.compile(
            re.sub(r"\{\w+\}", "[^/]+", path.lstrip("/").replace(".", r"\.")).replace(
                r"\.json", r"(-\d+)?\.json"
            )
            + "$"
        ): one
        for path, one in sorted(described["paths"].items(), key=lambda item: item[0].count("{"))
    }
    number = 0
    for path in sorted((site / "api" / "v1").rglob("*.json")):
        name = path.relative_to(site).as_posix()
        if name == "api/v1/openapi.json":
            continue
        one = next(found for pattern, found in patterns.items() if pattern.fullmatch(name))
        reference = one["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        validator = Draft202012Validator({"$ref": f"urn:api{reference}"}, registry=registry)
        faults = [
            error.message
            for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))
        ]
        assert faults == [], name
        number += 1
    assert number > 300


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
    found = read(site, "d/all/catalog.jsonld")
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


def test_the_feed_is_dated_by_the_data() -> None:
    facts = package.load(ROOT / "datapackages" / ONE)
    notes = package.Notes(
        added="2026-11-20", corrections=({"on": "2026-11-21", "what": "第 3 行改正"},)
    )
    happened = events([(facts.disclosure, notes)])
    assert [day for day, _, _ in happened] == ["2026-11-21", "2026-11-20"]
    root = ElementTree.fromstring(feed(happened, Address("https://a.example/")))
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.find(f"{atom}updated").text.startswith("2026-11-21")
    entries = root.findall(f"{atom}entry")
    assert len(entries) == 2 and "第 3 行改正" in entries[0].find(f"{atom}title").text
    assert entries[1].find(f"{atom}link").get("href") == f"https://a.example/d/{ONE}/"
    assert len({entry.find(f"{atom}id").text for entry in entries}) == 2
    assert feed(happened, Address("https://a.example/")) == feed(
        happened, Address("https://a.example/")
    )


def test_every_disclosure_is_in_the_feed(site: Path) -> None:
    text = (site / "d" / "all" / "feed.xml").read_text(encoding="utf-8")
    assert text.count("<entry>") >= len(IDS) and "2026-11-20" in text


@pytest.mark.parametrize("one", IDS)
def test_citations_name_the_source(one: str) -> None:
    about = package.load(ROOT / "datapackages" / one).disclosure
    found = citations(about, Address("https://a.example/"))
    for text in found.values():
        assert (
            about["department"] in text
            and about["source_sha256"][:12] in text
            and f"https://a.example/d/{one}/" in text
        )
    assert "[DS/OL]" in found["gbt7714"]
    assert found["bibtex"].count("{") == found["bibtex"].count("}")
    assert date.today().isoformat() not in "".join(found.values())
