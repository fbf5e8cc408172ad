"""For machines that look for data: schema.org, DCAT, a feed, citations. Dates come from the data, never from the clock."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from feedgen.feed import FeedGenerator
from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts
from juesuan.package import Notes
from juesuan.rows import Row

SITE = "决算开放数据"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FEED_LENGTH = 100
"""Entries of the feed; the newest are kept."""

_TYPES = {
    "csv": "text/csv",
    "zip": "application/zip",
    "json": "application/json",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}


@dataclass(frozen=True)
class Address:
    """Where the site is published; without a known address, links of catalogues are relative to the site's root."""

    site: str = ""

    def of(self, path: str) -> str:
        """The whole address of a page or file."""
        return (self.site.rstrip("/") + "/" if self.site else "") + quote(path, safe="/#")


def title_of(about: Row) -> str:
    """The title of a disclosure's page."""
    kind = "单位决算" if about["scope"] == "单位" else "部门决算"
    return f"{about['department']} {about['fiscal_year']} 年度{kind}"


def describe(about: Row) -> str:
    """A description of the dataset of one disclosure, in Chinese."""
    return (
        f"{about['department']}{about['fiscal_year']}年度部门决算的开放数据，由其公开的决算说明整理：收入支出、功能分类、“三公”经费、"
        "政府采购、国有资产、项目绩效自评，以及勾稽核对结果。每个数字都记有它在原文中的位置；空格子表示原文没有印。金额单位为万元。"
    )


def json_ld(facts: Facts, address: Address) -> Markup:
    """schema.org ``Dataset`` of one disclosure, as a script of the page that no text can end."""
    about = facts.disclosure
    name, year = facts.disclosure_id, about["fiscal_year"]
    base = f"d/{name}/"
    content: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": address.of(base),
        "name": title_of(about),
        "description": describe(about),
        "url": address.of(base),
        "identifier": name,
        "inLanguage": "zh-CN",
        "license": LICENCE,
        "isAccessibleForFree": True,
        "temporalCoverage": f"{year}-01-01/{year}-12-31",
        "spatialCoverage": {
            "@type": "Place",
            "name": about["region"] or "未标明",
            "identifier": about["region_code"],
        },
        "creator": {"@type": "Organization", "name": SITE, "url": address.of("")},
        "isBasedOn": _original(about, address),
        "includedInDataCatalog": {"@type": "DataCatalog", "name": SITE, "url": address.of("")},
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "name": row["label"],
                "unitText": row["unit"],
                "value": row["actual"],
            }
            for row in facts.rows("measures")
            if row["actual"] and row["measure"] in _HEADLINES
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": what,
                "encodingFormat": _TYPES[kind],
                "contentUrl": address.of(base + path),
            }
            for path, kind, what in file_list(facts)
            if kind in _TYPES
        ],
    }
    if about["published"]:
        content["datePublished"] = about["published"]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')


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


def _original(about: Row, address: Address) -> dict[str, Any]:
    work = {
        "@type": "CreativeWork",
        "name": f"{title_of(about)}公开说明（原文）",
        "author": {"@type": "GovernmentOrganization", "name": about["department"]},
        "url": about["source_url"]
        or address.of(f"d/{about['disclosure_id']}/files/{about['source_file']}"),
    }
    return {**work, "sha256": about["source_sha256"]}


def file_list(facts: Facts) -> list[tuple[str, str, str]]:
    """Files for download of one disclosure: path from its page, format, content."""
    name = facts.disclosure_id
    schemas = terms.resource_schemas()
    found = [
        (f"{name}.zip", "zip", "整个数据包：全部 CSV、说明文件与原文"),
        (f"{name}.xlsx", "xlsx", "一张工作簿，每个数据表一页"),
        (f"{name}.sqlite", "sqlite", "一个 SQLite 文件：全部数据表、主键外键、常用视图"),
        (f"{name}.json", "json", "全部数据表（台账除外）"),
        ("datapackage.json", "json", "Frictionless 数据包说明：字段、单位、主键"),
    ]
    names = [one for one in schemas if one in facts.tables]
    found += [
        (f"data/{one}.csv", "csv", f"{schemas[one].title}（{len(facts.table(one))} 行）")
        for one in names
    ]
    return found + [
        (f"parquet/{one}.parquet", "parquet", f"{schemas[one].title}（带类型）") for one in names
    ]


def citations(about: Row, address: Address) -> dict[str, str]:
    """How to cite a disclosure's data: plain text, GB/T 7714, BibTeX."""
    name, title, work = (
        about["disclosure_id"],
        title_of(about),
        f"{about['fiscal_year']}年度部门决算公开",
    )
    where, short = address.of(f"d/{name}/"), about["source_sha256"][:12]
    year = about["published"][:4] or str(int(about["fiscal_year"]) + 1)
    return {
        "plain": f"{about['department']}：《{work}》，{SITE}整理，数据包 {name}（原文 SHA-256 {short}），{where}",
        "gbt7714": f"{about['department']}. {work}[DS/OL]. {SITE}, 整理. 数据包 {name}, 原文 SHA-256 {short}. {where}.",
        "bibtex": "\n".join(
            [
                f"@misc{{{name},",
                f"  author = {{{{{_bib(about['department'])}}}}},",
                f"  title = {{{{{_bib(title)}}}}},",
                f"  year = {{{year}}},",
                f"  howpublished = {{{SITE}}},",
                f"  note = {{数据包 {name}，原文 SHA-256 {about['source_sha256']}}},",
                f"  url = {{{where}}}",
                "}",
            ]
        ),
    }


def _bib(text: str) -> str:
    return "".join(char for char in text if char not in "{}\\%$#&_^~")


def citation_files(facts: Facts, address: Address) -> Iterator[tuple[str, str]]:
    """Files of citation beside the downloads."""
    yield "citation.bib", citations(facts.disclosure, address)["bibtex"] + "\n"


def catalogue(abouts: Sequence[Row], address: Address, files: Mapping[str, str]) -> str:
    """A DCAT-AP 3 catalogue as JSON-LD: a dataset a disclosure, a series a department.

    Args:
        abouts: rows of ``disclosure``.
        address: of the site.
        files: paths of the downloads over all disclosures, with their titles.
    """
    series: dict[str, list[Row]] = {}
    for about in abouts:
        series.setdefault(about["department_id"], []).append(about)
    content = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": address.of("d/all/catalog.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": {"@language": "zh", "@value": SITE},
        "dct:description": {
            "@language": "zh",
            "@value": "从政府部门公开的决算说明整理出的开放数据，每个数字都有出处。",
        },
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": SITE},
        "dct:license": {"@id": LICENCE},
        "foaf:homepage": {"@id": address.of("")},
        "dcat:dataset": [
            {
                "@id": address.of("d/all/"),
                "@type": "dcat:Dataset",
                "dct:title": {"@language": "zh", "@value": "全部决算公开"},
                "dct:description": {"@language": "zh", "@value": "所有数据包合在一起。"},
                "dcat:distribution": [
                    _distribution(path, title, address) for path, title in files.items()
                ],
            },
            *(_dataset(about, address) for about in abouts),
        ],
        "dcat:record": [
            {
                "@id": address.of(f"d/departments/{one}/"),
                "@type": "dcat:DatasetSeries",
                "dct:title": {"@language": "zh", "@value": f"{rows[-1]['department']}历年部门决算"},
                "dct:description": {
                    "@language": "zh",
                    "@value": f"{rows[-1]['department']}各年度的决算公开。",
                },
                "dcat:seriesMember": [
                    {"@id": address.of(f"d/{row['disclosure_id']}/")} for row in rows
                ],
            }
            for one, rows in series.items()
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _dataset(about: Row, address: Address) -> dict[str, Any]:
    base = f"d/{about['disclosure_id']}/"
    found = {
        "@id": address.of(base),
        "@type": "dcat:Dataset",
        "dct:title": {"@language": "zh", "@value": title_of(about)},
        "dct:description": {"@language": "zh", "@value": describe(about)},
        "dct:identifier": about["disclosure_id"],
        "dct:license": {"@id": LICENCE},
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": SITE},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:date", "@value": f"{about['fiscal_year']}-01-01"},
            "dcat:endDate": {"@type": "xsd:date", "@value": f"{about['fiscal_year']}-12-31"},
        },
        "dct:spatial": {
            "@type": "dct:Location",
            "dct:identifier": about["region_code"],
            "dct:title": about["region"],
        },
        "dcat:inSeries": {"@id": address.of(f"d/departments/{about['department_id']}/")},
        "dcat:landingPage": {"@id": address.of(base)},
        "dcat:distribution": [
            _distribution(f"{base}{about['disclosure_id']}.{kind}", kind.upper(), address)
            for kind in ("zip", "xlsx", "sqlite", "json")
        ],
    }
    if about["published"]:
        found["dct:issued"] = {"@type": "xsd:date", "@value": about["published"]}
    return found


def _distribution(path: str, title: str, address: Address) -> dict[str, Any]:
    kind = path.rpartition(".")[2]
    return {
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dcat:accessURL": {"@id": address.of(path)},
        "dcat:downloadURL": {"@id": address.of(path)},
        "dcat:mediaType": _TYPES.get(kind, "application/octet-stream"),
    }


def events(pairs: Sequence[tuple[Row, Notes]]) -> list[tuple[str, Row, str]]:
    """What happened to the data: day, disclosure, sentence; the newest first."""
    found = []
    for about, notes in pairs:
        if notes.added:
            found.append((notes.added, about, f"收录：{title_of(about)}"))
        found += [
            (one["on"], about, f"更正：{title_of(about)}：{one['what']}")
            for one in notes.corrections
        ]
    return sorted(found, key=lambda one: (one[0], one[1]["disclosure_id"], one[2]), reverse=True)


def feed(happened: Sequence[tuple[str, Row, str]], address: Address) -> str:
    """An Atom feed of new data and of corrections."""
    made = FeedGenerator()
    made.id(address.of("d/all/feed.xml") if address.site else "urn:juesuan:feed")
    made.title(f"{SITE}：新收录与更正")
    made.link(href=address.of("d/all/feed.xml"), rel="self")
    made.link(href=address.of("") or "./", rel="alternate")
    made.author(name=SITE)
    made.language("zh-CN")
    made.updated(_moment(happened[0][0] if happened else "2000-01-01"))
    made.generator("juesuan")
    for day, about, sentence in happened[:FEED_LENGTH]:
        entry = made.add_entry(order="append")
        page = address.of(f"d/{about['disclosure_id']}/")
        entry.id(f"urn:juesuan:{about['disclosure_id']}:{day}:{_short(sentence)}")
        entry.title(sentence)
        entry.link(href=page)
        entry.updated(_moment(day))
        entry.summary(describe(about) if sentence.startswith("收录") else sentence)
    text: bytes = made.atom_str(pretty=True)
    return text.decode("utf-8")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _moment(day: str) -> datetime.datetime:
    return datetime.datetime.combine(
        datetime.date.fromisoformat(day), datetime.time(), datetime.UTC
    )


__all__ = [
    "Address",
    "catalogue",
    "citation_files",
    "citations",
    "describe",
    "events",
    "feed",
    "file_list",
    "json_ld",
    "title_of",
]
