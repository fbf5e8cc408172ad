"""For machines that look for data: schema.org of one disclosure, DCAT over all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts
from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.machines.names import SITE, describe
from juesuan.pages.words import title_of
from juesuan.rows import DisclosureRow

_TYPES = {
    "csv": "text/csv",
    "zip": "application/zip",
    "json": "application/json",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
_HEADLINES = {
    "revenue.total",
    "revenue.current",
    "expenditure.current",
    "expenditure.basic",
    "expenditure.project",
    "three_public.total",
    "procurement.total",
    "headcount.total",
}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Download(NamedTuple):
    """A file for download.

    Attributes:
        path: below the disclosure.
        kind: its format.
        content: what it holds, in Chinese.
        resource: of a table its name; empty for a file that holds all tables.
    """

    path: str
    kind: str
    content: str
    resource: str = ""


def file_list(facts: Facts) -> list[Download]:
    """Files for download of one disclosure."""
    name, schemas = facts.disclosure_id, terms.resource_schemas()
    names = [one for one in schemas if one in facts.tables]
    return [
        Download(addresses.archive(name, "zip"), "zip", "整个数据包：全部 CSV、说明文件与原文"),
        Download(addresses.archive(name, "xlsx"), "xlsx", "一张工作簿，每个数据表一页"),
        Download(
            addresses.archive(name, "sqlite"),
            "sqlite",
            "一个 SQLite 文件：全部数据表、主键外键、常用视图",
        ),
        Download(addresses.archive(name, "json"), "json", "全部数据表（台账除外）"),
        Download(addresses.DESCRIPTOR, "json", "Frictionless 数据包说明：字段、单位、主键"),
        *(
            Download(
                addresses.table(one),
                "csv",
                f"{schemas[one].title}（{len(facts.table(one))} 行）",
                one,
            )
            for one in names
        ),
        *(
            Download(addresses.parquet(one), "parquet", f"{schemas[one].title}（带类型）", one)
            for one in names
        ),
    ]


def json_ld(facts: Facts, address: Address) -> Markup:
    """schema.org ``Dataset`` of one disclosure, as a script of the page that no text can end."""
    about = facts.disclosure
    name, year = facts.disclosure_id, about["fiscal_year"]
    home = address.of(addresses.disclosure(name))
    content: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": home,
        "name": title_of(about),
        "description": describe(about),
        "url": home,
        "identifier": name,
        "inLanguage": "zh-CN",
        "license": LICENCE_TEXT,
        "isAccessibleForFree": True,
        "temporalCoverage": f"{year}-01-01/{year}-12-31",
        "spatialCoverage": {
            "@type": "Place",
            "name": about["region"] or "未标明",
            "identifier": about["region_code"],
        },
        "creator": {"@type": "Organization", "name": SITE, "url": address.of(addresses.HOME)},
        "isBasedOn": _original(about, address),
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": SITE,
            "url": address.of(addresses.HOME),
        },
        "variableMeasured": _headlines(facts),
        "distribution": _data_downloads(facts, address),
    }
    if about["published"]:
        content["datePublished"] = about["published"]
    return _script(content)


def _original(about: DisclosureRow, address: Address) -> dict[str, str | dict[str, str]]:
    """The file as received, as what the data are based on."""
    copy = addresses.disclosure(about["disclosure_id"], addresses.file(about["source_file"]))
    return {
        "@type": "CreativeWork",
        "name": f"{title_of(about)}公开说明（原文）",
        "author": {"@type": "GovernmentOrganization", "name": about["department"]},
        "url": about["source_url"] or address.of(copy),
        "sha256": about["source_sha256"],
    }


def _headlines(facts: Facts) -> list[dict[str, str]]:
    """The figures that are asked for most."""
    return [
        {
            "@type": "PropertyValue",
            "name": row["label"],
            "unitText": row["unit"],
            "value": row["actual"],
        }
        for row in facts.rows("measures")
        if row["actual"] and row["measure"] in _HEADLINES
    ]


def _data_downloads(facts: Facts, address: Address) -> list[dict[str, str]]:
    return [
        {
            "@type": "DataDownload",
            "name": one.content,
            "encodingFormat": _TYPES[one.kind],
            "contentUrl": address.of(addresses.disclosure(facts.disclosure_id, one.path)),
        }
        for one in file_list(facts)
        if one.kind in _TYPES
    ]


def _script(content: Mapping[str, object]) -> Markup:
    """Linked data as a script of a page."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')  # nosec B704


def catalogue(
    departments: Mapping[str, Sequence[DisclosureRow]],
    abouts: Sequence[DisclosureRow],
    address: Address,
    archives: Mapping[str, str],
) -> str:
    """A DCAT-AP 3 catalogue as JSON-LD: a dataset a disclosure, a series a department.

    Args:
        departments: the disclosures of each department, by its id.
        abouts: all disclosures.
        address: of the site.
        archives: names of the files over all disclosures, with their titles.
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
            _everything(archives, address),
            *(_dataset(about, address) for about in abouts),
        ],
        "dcat:record": [_series(one, rows, address) for one, rows in departments.items()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _chinese(text: str) -> dict[str, str]:
    return {"@language": "zh", "@value": text}


def _everything(archives: Mapping[str, str], address: Address) -> dict[str, Any]:
    """All disclosures as one dataset."""
    return {
        "@id": address.of(addresses.folder("all")),
        "@type": "dcat:Dataset",
        "dct:title": _chinese("全部决算公开"),
        "dct:description": _chinese("所有数据包合在一起。"),
        "dcat:distribution": [
            _distribution(addresses.whole(name), title, address) for name, title in archives.items()
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


def _dataset(about: DisclosureRow, address: Address) -> dict[str, Any]:
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
            _distribution(
                addresses.disclosure(name, addresses.archive(name, kind)), kind.upper(), address
            )
            for kind in addresses.ARCHIVES
        ],
    }
    if about["published"]:
        found["dct:issued"] = _date(about["published"])
    return found


def _date(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}


def _distribution(path: str, title: str, address: Address) -> dict[str, Any]:
    kind = path.rpartition(".")[2]
    return {
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dcat:accessURL": {"@id": address.of(path)},
        "dcat:downloadURL": {"@id": address.of(path)},
        "dcat:mediaType": _TYPES.get(kind, "application/octet-stream"),
    }
