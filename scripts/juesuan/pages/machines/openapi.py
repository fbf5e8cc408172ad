"""The description of the static API: OpenAPI 3.1, and its page."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from juesuan import API
from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import PART, Address
from juesuan.pages.machines.names import SITE
from juesuan.pages.machines.schemas import ref, schemas
from juesuan.pages.markup import rendered

_ABOUT = (
    "An index in static JSON files; the data themselves are in the packages that it names. Values "
    "of rows are text as printed. Addresses start at the site's root."
)
_MORE = f"; at most {PART} a file, `next` names the following one."


class _Endpoint(NamedTuple):
    """An address of the API: what it gives, and the schema of its answer."""

    path: str
    summary: str
    answer: str


_ENDPOINTS = (
    _Endpoint(addresses.api("index"), "What there is: counts and the ways to the lists.", "Index"),
    _Endpoint(
        addresses.api("disclosures"),
        "All disclosures, each with address, size and SHA-256 of its package (ZIP) and workbook"
        + _MORE,
        "DisclosureList",
    ),
    _Endpoint(
        addresses.api("departments"),
        "All departments with the disclosures of their years" + _MORE,
        "DepartmentList",
    ),
    _Endpoint(
        addresses.api("measures"),
        "The taxonomy: all measures, with the number of their rows" + _MORE,
        "MeasureList",
    ),
    _Endpoint(
        addresses.api("rules"), "All rules with the number of their results" + _MORE, "RuleList"
    ),
    _Endpoint(
        addresses.api("findings"),
        "All contradictions, each with what is printed at its places" + _MORE,
        "FindingList",
    ),
    _Endpoint(
        addresses.api("between"),
        "All contradictions between two disclosures, with the ids of their figures" + _MORE,
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
        "summary": endpoint.summary,
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
