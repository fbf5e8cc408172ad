"""Linked data of the whole catalogue, on the page of data."""

from __future__ import annotations

import json
import re

import pytest

from juesuan.pages.addresses import Address
from juesuan.pages.machines.described.linked import data_catalogue
from tests.pages.made_store import disclosure_of

OFFERED = {
    "datapackage.json": "说明",
    "juesuan-csv.zip": "</script>",
    "facts.parquet": "长表",
    "SHA256SUMS": "和",
}


@pytest.mark.parametrize(
    ("years", "covers"),
    [((), None), (("2024",), "2024-01-01/2024-12-31"), (("2024", "2022"), "2022-01-01/2024-12-31")],
)
def test_it_names_everything_with_its_files(years: tuple[str, ...], covers: str | None) -> None:
    abouts = [disclosure_of(f"a-{one}", {"fiscal_year": one}).disclosure for one in years]
    made = data_catalogue(abouts, OFFERED, Address("https://a.example/b/"))
    assert made.count("</script>") == 1
    found = json.loads(re.search(r">(.*)</script>", made)[1])
    assert found["@type"] == "DataCatalog" and found["@id"] == "https://a.example/b/data/"
    (everything,) = found["dataset"]
    assert everything["@type"] == "Dataset" and 50 <= len(everything["description"]) <= 5000
    assert everything.get("temporalCoverage") == covers and everything["license"]
    kinds = {one["contentUrl"]: one["encodingFormat"] for one in everything["distribution"]}
    assert kinds == {
        "https://a.example/b/d/all/datapackage.json": "application/json",
        "https://a.example/b/d/all/juesuan-csv.zip": "application/zip",
        "https://a.example/b/d/all/facts.parquet": "application/vnd.apache.parquet",
        "https://a.example/b/d/all/SHA256SUMS": "text/plain",
    }
