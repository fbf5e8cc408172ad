"""The description of the static API: OpenAPI 3.1, and its page."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from juesuan import API
from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import PART, Address
from juesuan.pages.machines.interface.schemas import ref, schemas
from juesuan.pages.machines.names import SITE
from juesuan.pages.markup import rendered

_ABOUT = (
    "An index in static JSON files; the data themselves are in the packages that it names. Values "
    "of rows are text as printed. Addresses start at the site's root."
)
_CHINESE_MORE = f"；每个文件至多 {PART} 项，由 next 指向下一个"
_MORE = f"; at most {PART} a file, `next` names the following one."


class _Endpoint(NamedTuple):
    """An address of the API: what it gives (for machines, and in Chinese), its answer's schema."""

    path: str
    summary: str
    about: str
    answer: str


_ENDPOINTS = (
    _Endpoint(
        addresses.api("index"),
        "What there is: counts and the ways to the lists.",
        "有些什么：数目，和各个列表的地址",
        "Index",
    ),
    _Endpoint(
        addresses.api("disclosures"),
        "All disclosures, each with address, size and SHA-256 of its package (ZIP) and workbook"
        + _MORE,
        "全部公开，连同数据包（ZIP）和工作簿的地址、大小与 SHA-256" + _CHINESE_MORE,
        "DisclosureList",
    ),
    _Endpoint(
        addresses.api("departments"),
        "All departments with the disclosures of their years" + _MORE,
        "全部部门，连同各年的公开" + _CHINESE_MORE,
        "DepartmentList",
    ),
    _Endpoint(
        addresses.api("measures"),
        "The taxonomy: all measures, with the number of their rows" + _MORE,
        "指标体系：全部指标，连同行数" + _CHINESE_MORE,
        "MeasureList",
    ),
    _Endpoint(
        addresses.api("rules"),
        "All rules with the number of their results" + _MORE,
        "全部规则，连同结果的数目" + _CHINESE_MORE,
        "RuleList",
    ),
    _Endpoint(
        addresses.api("findings"),
        "All contradictions, each with what is printed at its places" + _MORE,
        "全部对不上的地方，连同各处印的是什么" + _CHINESE_MORE,
        "FindingList",
    ),
    _Endpoint(
        addresses.api("between"),
        "All contradictions between two disclosures, with the ids of their figures" + _MORE,
        "两份公开之间对不上的地方，连同所用数字的编号" + _CHINESE_MORE,
        "BetweenList",
    ),
)


def document(address: Address) -> dict[str, Any]:
    """The API as an OpenAPI 3.1 document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{SITE} API",
            "version": API,
            "description": _ABOUT,
            "license": {"name": "CC BY 4.0", "url": LICENCE_TEXT},
        },
        "servers": [
            {
                "url": address.site.rstrip("/") if address.site else "/",
                "description": "Paths in the answers start here.",
            }
        ],
        "paths": {f"/{one.path}": {"get": _operation(one)} for one in _ENDPOINTS},
        "components": {"schemas": schemas()},
    }


def _operation(endpoint: _Endpoint) -> dict[str, Any]:
    """How to get an address and what it answers."""
    answer = endpoint.answer
    return {
        "operationId": answer[:1].lower() + answer[1:],
        "summary": endpoint.about,
        "description": endpoint.summary,
        "responses": {
            "200": {
                "description": "The file.",
                "content": {"application/json": {"schema": ref(answer)}},
            }
        },
    }


def files(address: Address) -> dict[str, str]:
    """The document as JSON, and as a part of the page for developers: address, and content."""
    made = document(address)
    page = rendered("openapi.html", paths=made["paths"], schemas=made["components"]["schemas"])
    return {
        addresses.OPENAPI: json.dumps(made, ensure_ascii=False, indent=1) + "\n",
        addresses.part("openapi"): page,
    }
