"""Linked data on the page and the catalogue: complete, and no text can end its script."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.conftest import IDS
from tests.pages.conftest import SITE

ONE = "urumqi-government-office-2024"


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
