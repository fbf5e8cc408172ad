"""Linked data on the page and the catalogue: complete, and no text can end its script."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF

from tests.conftest import IDS
from tests.pages.conftest import SITE

ONE = "urumqi-government-office-2024"


@pytest.fixture(scope="module")
def listed(given: Path) -> str:
    return (given / "d/all/catalog.jsonld").read_text(encoding="utf-8")


def test_the_catalogue_lists_every_dataset(given: Path, listed: str) -> None:
    found = json.loads(listed)
    assert found["@type"] == "dcat:Catalog"
    ids = {one.get("dct:identifier") for one in found["dcat:dataset"]}
    assert set(IDS) <= ids
    files = set()
    for one in found["dcat:dataset"]:
        for part in one["dcat:distribution"]:
            path = given / part["dcat:downloadURL"]["@id"].removeprefix(SITE)
            files.add(path.relative_to(given).as_posix())
            sum_ = part["spdx:checksum"]["spdx:checksumValue"]["@value"]
            assert sum_ == hashlib.sha256(path.read_bytes()).hexdigest()
            assert part["dcat:byteSize"]["@value"] == str(path.stat().st_size)
    assert {"d/all/datapackage.json", "d/all/juesuan-csv.zip", "d/all/facts.parquet"} <= files
    series = {one["@id"] for one in found["@included"]}
    assert {one["dcat:inSeries"]["@id"] for one in found["dcat:dataset"][1:]} == series


def conforms(text: str) -> tuple[bool, str]:
    """Whether a catalogue is what DCAT-AP demands, and what it lacks."""
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    assert len(graph) > 100
    shapes = Path(__file__).with_name("dcat_ap.ttl")
    fine, _, report = pyshacl.validate(graph, shacl_graph=str(shapes), advanced=False)
    return bool(fine), str(report)


def test_the_catalogue_is_what_dcat_ap_demands(listed: str) -> None:
    fine, report = conforms(listed)
    assert fine, report
    graph = rdflib.Graph().parse(data=listed, format="json-ld")
    kinds = Counter(str(one).rpartition("#")[2] for one in graph.objects(None, RDF.type))
    assert kinds["Catalog"] == 1 and kinds["Dataset"] == len(IDS) + 1
    assert kinds["DatasetSeries"] == len(IDS) and kinds["Distribution"] > 2 * len(IDS)


@pytest.mark.slow
@pytest.mark.parametrize(
    "lacking",
    ["dct:title", "dct:description", "dct:publisher", "dcat:accessURL", "spdx:checksumValue",
     "dcat:mediaType", "dct:license", "foaf:name"],
)  # fmt: skip
def test_what_dcat_ap_demands_is_missed_where_it_lacks(listed: str, lacking: str) -> None:
    fine, report = conforms(listed.replace(f'"{lacking}"', '"dct:nothing"'))
    assert not fine and lacking.partition(":")[2] in report
