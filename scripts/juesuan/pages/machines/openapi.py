"""The description of the static API: OpenAPI 3.1, made from the Table Schemas, and its page."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from juesuan import API, terms
from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import PART, SHARD, Address
from juesuan.pages.machines.names import SITE
from juesuan.pages.machines.schemas import ref, schemas
from juesuan.pages.markup import rendered

_ABOUT = (
    "Static JSON files. Every value is text as printed; an empty text: the source does not print "
    "it. Amounts are in 万元 (CNY 10 000) unless a row names another unit. `evidence` names the "
    "figure behind a cell."
)


class _Parameter(NamedTuple):
    """What stands in braces in a path; ``values`` where only some are allowed."""

    name: str
    description: str
    values: tuple[str, ...] = ()


_ID = _Parameter("id", "Id of a disclosure, for instance urumqi-government-office-2024.")
_RESOURCE = _Parameter(
    "resource",
    "Name of a resource.",
    tuple(name for name in terms.resource_schemas() if name != "figures"),
)
_SHARD = _Parameter(
    "shard",
    f"(number of the figure − 1) divided by {SHARD}, rounded down.",
)
_DEPARTMENT = _Parameter("department", "Id of a department.")
_MEASURE = _Parameter("measure", "Id of a measure, for instance three_public.total.")
_RULE = _Parameter("rule", "Id of a rule, for instance N03.")


class _Endpoint(NamedTuple):
    """An address of the API: what it gives, the schema of its answer, what its path takes."""

    path: str
    summary: str
    answer: str
    parameters: tuple[_Parameter, ...] = ()


_ENDPOINTS = (
    _Endpoint(addresses.api("index"), "What there is: counts and the ways to the lists.", "Index"),
    _Endpoint(
        addresses.api("disclosures"),
        f"All disclosures; {PART} a file, `next` names the following one.",
        "DisclosureList",
    ),
    _Endpoint(
        addresses.api_disclosure("{id}"),
        "One disclosure: what it has and where.",
        "Disclosure",
        (_ID,),
    ),
    _Endpoint(
        addresses.api_disclosure("{id}", "{resource}"),
        "All rows of a resource of one disclosure, each with the figures behind its cells.",
        "Resource",
        (_ID, _RESOURCE),
    ),
    _Endpoint(
        addresses.api_contradictions("{id}"),
        "Failed checks of one disclosure, with what is printed around each figure.",
        "Contradictions",
        (_ID,),
    ),
    _Endpoint(
        addresses.api_figures("{id}", "{shard}"),
        f"A part of the ledger of figures: {SHARD} figures a file, in reading order.",
        "Figures",
        (_ID, _SHARD),
    ),
    _Endpoint(addresses.api("departments"), "All departments with their years.", "DepartmentList"),
    _Endpoint(
        addresses.api("departments", "{department}"),
        "One department: its disclosures.",
        "Department",
        (_DEPARTMENT,),
    ),
    _Endpoint(addresses.api("measures"), "The taxonomy: all measures.", "MeasureList"),
    _Endpoint(
        addresses.api("measures", "{measure}"),
        "A measure in all disclosures.",
        "Measure",
        (_MEASURE,),
    ),
    _Endpoint(addresses.api("checks"), "All rules with the number of their results.", "RuleList"),
    _Endpoint(
        addresses.api("checks", "{rule}"), "A rule and its contradictions.", "Rule", (_RULE,)
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
    found: dict[str, Any] = {
        "operationId": answer[:1].lower() + answer[1:],
        "summary": endpoint.summary,
        "responses": {
            "200": {
                "description": "The file.",
                "content": {"application/json": {"schema": ref(answer)}},
            },
            "404": {"description": "There is none."},
        },
    }
    if endpoint.parameters:
        found["parameters"] = [_taken(one) for one in endpoint.parameters]
    return found


def _taken(parameter: _Parameter) -> dict[str, Any]:
    schema: dict[str, object] = {"type": "string"}
    if parameter.values:
        schema["enum"] = list(parameter.values)
    return {
        "name": parameter.name,
        "in": "path",
        "required": True,
        "description": parameter.description,
        "schema": schema,
    }


def files(address: Address) -> dict[str, str]:
    """The document as JSON, and as a part of the page for developers: address, and content."""
    made = document(address)
    page = rendered("openapi.html", paths=made["paths"], schemas=made["components"]["schemas"])
    return {
        addresses.OPENAPI: json.dumps(made, ensure_ascii=False, indent=1) + "\n",
        addresses.part("openapi"): page,
    }
