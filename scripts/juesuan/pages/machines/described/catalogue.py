"""For machines that look for data: DCAT over all disclosures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.digest import Digest, Digests, File
from juesuan.pages.machines.names import SITE, TYPES, describe
from juesuan.pages.telling.words import title_of
from juesuan.rows import DisclosureRow

_MEDIA = "https://www.iana.org/assignments/media-types/"
_FORMAT = "http://publications.europa.eu/resource/authority/file-type/"
_FORMATS = {
    "zip": f"{_FORMAT}ZIP",
    "json": f"{_FORMAT}JSON",
    "xlsx": f"{_FORMAT}XLSX",
    "csv": f"{_FORMAT}CSV",
}
"""By the authority table that DCAT-AP names; it may lack what is not here."""

_THEMES = ("GOVE", "ECON")
_THEME = "http://publications.europa.eu/resource/authority/data-theme/"
_CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO"
_PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(
    departments: Mapping[str, Sequence[DisclosureRow]],
    digests: Digests,
    everything: Mapping[str, File],
    address: Address,
) -> str:
    """A DCAT-AP 3 catalogue as JSON-LD: a dataset a disclosure, a series a department.

    Args:
        departments: the disclosures of each department, by its id.
        digests: of the disclosures, for size and hash of their files.
        everything: the files over all disclosures, by what they are.
        address: of the site.
    """
    abouts = sorted((one for rows in departments.values() for one in rows), key=_by_place)
    content = {
        "@context": _CONTEXT,
        "@id": address.of(addresses.CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": _chinese(SITE),
        "dct:description": _chinese("从政府部门公开的决算说明整理出的开放数据，每个数字都有出处。"),
        "dct:publisher": _publisher(address),
        "dct:license": _LICENCE,
        "dct:language": {"@id": _CHINESE, "@type": "dct:LinguisticSystem"},
        "foaf:homepage": {"@id": address.of(addresses.HOME), "@type": "foaf:Document"},
        "dcat:themeTaxonomy": {"@id": _THEME.rstrip("/"), "@type": "skos:ConceptScheme"},
        "dcat:dataset": [
            _everything(everything, address),
            *(_dataset(one, digests.of(one["disclosure_id"]), address) for one in abouts),
        ],
        "@included": [_series(one, rows, address) for one, rows in departments.items()],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


_LICENCE = {"@id": LICENCE_TEXT, "@type": "dct:LicenseDocument"}


def _by_place(about: DisclosureRow) -> tuple[str, str, str]:
    return about["region_code"], about["department_id"], about["fiscal_year"]


def _publisher(address: Address) -> dict[str, Any]:
    """Who compiled the data."""
    who = {"@type": ["foaf:Agent", "foaf:Organization"], "foaf:name": SITE}
    return {"@id": f"{address.of(addresses.HOME)}#publisher", **who}


def _kinds() -> dict[str, Any]:
    """What every dataset of the catalogue is about, and who may use it."""
    return {
        "dcat:theme": [{"@id": f"{_THEME}{one}", "@type": "skos:Concept"} for one in _THEMES],
        "dcat:keyword": [_chinese("部门决算"), {"@language": "en", "@value": "final accounts"}],
        "dct:accessRights": {"@id": _PUBLIC, "@type": "dct:RightsStatement"},
    }


def _chinese(text: str) -> dict[str, str]:
    return {"@language": "zh", "@value": text}


def _everything(files: Mapping[str, File], address: Address) -> dict[str, Any]:
    """All disclosures as one dataset."""
    return {
        "@id": address.of(addresses.folder("all")),
        "@type": "dcat:Dataset",
        "dct:title": _chinese("全部决算公开"),
        "dct:description": _chinese("所有数据包合在一起。"),
        "dct:publisher": _publisher(address),
        **_kinds(),
        "dcat:distribution": [
            {**_distribution(file["url"], title, address), **_size_and_sum(file)}
            for title, file in files.items()
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
        "dct:publisher": _publisher(address),
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
        "dct:publisher": _publisher(address),
        **_kinds(),
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
        "dcat:landingPage": {"@id": home, "@type": "foaf:Document"},
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
        "dct:license": _LICENCE,
        "dcat:accessURL": {"@id": address.of(path)},
        "dcat:downloadURL": {"@id": address.of(path)},
        "dcat:mediaType": {
            "@id": f"{_MEDIA}{TYPES.get(kind, 'text/plain')}",
            "@type": "dct:MediaType",
        },
    }
    if kind not in _FORMATS:
        return found
    return {**found, "dct:format": {"@id": _FORMATS[kind], "@type": "dct:MediaTypeOrExtent"}}


def _size_and_sum(file: File) -> dict[str, Any]:
    return {
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file["bytes"])},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file["sha256"]},
        },
    }
