"""For machines that look for data: DCAT over all disclosures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.digest import Digest, Digests, File
from juesuan.pages.machines import whole
from juesuan.pages.machines.names import SITE, TYPES, describe
from juesuan.pages.words import title_of
from juesuan.rows import DisclosureRow

_MEDIA = "https://www.iana.org/assignments/media-types/"
_FORMAT = "http://publications.europa.eu/resource/authority/file-type/"
_FORMATS = {"zip": f"{_FORMAT}ZIP", "json": f"{_FORMAT}JSON", "xlsx": f"{_FORMAT}XLSX"}
"""By the authority table that DCAT-AP names."""

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(
    departments: Mapping[str, Sequence[DisclosureRow]],
    abouts: Sequence[DisclosureRow],
    digests: Digests,
    address: Address,
) -> str:
    """A DCAT-AP 3 catalogue as JSON-LD: a dataset a disclosure, a series a department.

    Args:
        departments: the disclosures of each department, by its id.
        abouts: all disclosures.
        digests: of the disclosures, for size and hash of their files.
        address: of the site.
    """
    content = {
        "@context": _CONTEXT,
        "@id": address.of(addresses.CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": _chinese(SITE),
        "dct:description": _chinese("从政府部门公开的决算说明整理出的开放数据，每个数字都有出处。"),
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": SITE},
        "dct:license": {"@id": LICENCE_TEXT},
        "foaf:homepage": {"@id": address.of(addresses.HOME)},
        "dcat:dataset": [
            _everything(address),
            *(_dataset(one, digests.of(one["disclosure_id"]), address) for one in abouts),
        ],
        "dcat:record": [_series(one, rows, address) for one, rows in departments.items()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _chinese(text: str) -> dict[str, str]:
    return {"@language": "zh", "@value": text}


def _everything(address: Address) -> dict[str, Any]:
    """All disclosures as one dataset; sizes and hashes stand beside the files."""
    return {
        "@id": address.of(addresses.folder("all")),
        "@type": "dcat:Dataset",
        "dct:title": _chinese("全部决算公开"),
        "dct:description": _chinese("所有数据包合在一起。"),
        "dct:license": {"@id": LICENCE_TEXT},
        "dcat:distribution": [
            _distribution(addresses.whole(name), title, address)
            for name, title in whole.DESCRIBED.items()
        ],
    }


def _series(department_id: str, rows: Sequence[DisclosureRow], address: Address) -> dict[str, Any]:
    """The years of a department."""
    name = rows[-1]["department"]
    return {
        "@id": address.of(addresses.department(department_id)),
        "@type": "dcat:DatasetSeries",
        "dct:title": _chinese(f"{name}历年部门决算"),
        "dct:description": _chinese(f"{name}各年度的决算公开。"),
        "dcat:seriesMember": [
            {"@id": address.of(addresses.disclosure(row["disclosure_id"]))} for row in rows
        ],
    }


def _dataset(about: DisclosureRow, digest: Digest, address: Address) -> dict[str, Any]:
    name, year = about["disclosure_id"], about["fiscal_year"]
    home = address.of(addresses.disclosure(name))
    found = {
        "@id": home,
        "@type": "dcat:Dataset",
        "dct:title": _chinese(title_of(about)),
        "dct:description": _chinese(describe(about)),
        "dct:identifier": name,
        "dct:license": {"@id": LICENCE_TEXT},
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": SITE},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(f"{year}-01-01"),
            "dcat:endDate": _date(f"{year}-12-31"),
        },
        "dct:spatial": {
            "@type": "dct:Location",
            "dct:identifier": about["region_code"],
            "dct:title": about["region"],
        },
        "dcat:inSeries": {"@id": address.of(addresses.department(about["department_id"]))},
        "dcat:landingPage": {"@id": home},
        "dcat:distribution": [
            {**_distribution(file["url"], kind.upper(), address), **_size_and_sum(file)}
            for kind, file in digest.files.items()
        ],
    }
    if about["published"]:
        found["dct:issued"] = _date(about["published"])
    return found


def _date(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}


def _distribution(path: str, title: str, address: Address) -> dict[str, Any]:
    kind = path.rpartition(".")[2]
    found = {
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dct:license": {"@id": LICENCE_TEXT},
        "dcat:accessURL": {"@id": address.of(path)},
        "dcat:downloadURL": {"@id": address.of(path)},
        "dcat:mediaType": {"@id": f"{_MEDIA}{TYPES.get(kind, 'text/plain')}"},
    }
    return found if kind not in _FORMATS else {**found, "dct:format": {"@id": _FORMATS[kind]}}


def _size_and_sum(file: File) -> dict[str, Any]:
    return {
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file["bytes"])},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file["sha256"]},
        },
    }
