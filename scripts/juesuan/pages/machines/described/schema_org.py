"""For machines that look for data: schema.org of one disclosure."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from juesuan.model import Facts
from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.machines.downloads import file_list
from juesuan.pages.machines.names import SITE, TYPES, describe, script
from juesuan.pages.telling.words import title_of
from juesuan.rows import DisclosureRow

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
    return script(content)


def _original(about: DisclosureRow, address: Address) -> dict[str, str | dict[str, str]]:
    """What was received, as what the data are based on."""
    shown = addresses.disclosure(about["disclosure_id"], addresses.source(1))
    return {
        "@type": "CreativeWork",
        "name": f"{title_of(about)}公开说明（原文）",
        "author": {"@type": "GovernmentOrganization", "name": about["department"]},
        "url": about["source_url"] or address.of(shown),
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
            "encodingFormat": TYPES[one.kind],
            "contentUrl": address.of(addresses.disclosure(facts.disclosure_id, one.path)),
        }
        for one in file_list(facts.disclosure_id)
    ]
