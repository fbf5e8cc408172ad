"""The description of the static API: OpenAPI 3.1, made from the Table Schemas, and a page made from it."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from juesuan import terms
from juesuan.pages.machines.api import VERSION
from juesuan.pages.machines.catalogue import LICENCE, SITE, Address
from juesuan.pages.markup import environment

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_ID = {
    "name": "id",
    "description": "Id of a disclosure, for instance urumqi-government-office-2024.",
}


def document(address: Address) -> dict[str, Any]:
    """The API as an OpenAPI 3.1 document."""
    resources = [name for name in terms.resource_schemas() if name != "figures"]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{SITE} API",
            "version": VERSION,
            "description": "Static JSON files. Every value is text as printed; an empty text: the source does not print it. "
            "Amounts are in 万元 (CNY 10 000) unless a row names another unit. `evidence` names the figure behind a cell.",
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "servers": [
            {
                "url": address.site.rstrip("/") if address.site else "/",
                "description": "Paths in the answers start here.",
            }
        ],
        "paths": {
            "/api/v1/index.json": _get("What there is: counts and the ways to the lists.", "Index"),
            "/api/v1/disclosures.json": _get(
                "All disclosures; 500 a file, `next` names the following one.", "DisclosureList"
            ),
            "/api/v1/disclosures/{id}/index.json": _get(
                "One disclosure: what it has and where.", "Disclosure", _ID
            ),
            "/api/v1/disclosures/{id}/{resource}.json": _get(
                "All rows of a resource of one disclosure, each with the figures behind its cells.",
                "Resource",
                _ID,
                {"name": "resource", "description": "Name of a resource.", "enum": resources},
            ),
            "/api/v1/disclosures/{id}/contradictions.json": _get(
                "Failed checks of one disclosure, with what is printed around each figure.",
                "Contradictions",
                _ID,
            ),
            "/api/v1/figures/{id}/{shard}.json": _get(
                "A part of the ledger of figures: 400 figures a file, in reading order.",
                "Figures",
                _ID,
                {
                    "name": "shard",
                    "description": "(number of the figure − 1) divided by 400, rounded down.",
                },
            ),
            "/api/v1/departments.json": _get("All departments with their years.", "DepartmentList"),
            "/api/v1/departments/{department}.json": _get(
                "One department: its disclosures.",
                "Department",
                {"name": "department", "description": "Id of a department."},
            ),
            "/api/v1/measures.json": _get("The taxonomy: all measures.", "MeasureList"),
            "/api/v1/measures/{measure}.json": _get(
                "A measure in all disclosures.",
                "Measure",
                {
                    "name": "measure",
                    "description": "Id of a measure, for instance three_public.total.",
                },
            ),
            "/api/v1/checks.json": _get("All rules with the number of their results.", "RuleList"),
            "/api/v1/checks/{rule}.json": _get(
                "A rule and its contradictions.",
                "Rule",
                {"name": "rule", "description": "Id of a rule, for instance N03."},
            ),
        },
        "components": {"schemas": _schemas()},
    }


def _get(summary: str, answer: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    """One address: what it gives and what its path takes."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{answer}"}}}
    operation: dict[str, Any] = {
        "operationId": answer[:1].lower() + answer[1:],
        "summary": summary,
        "responses": {
            "200": {"description": "The file.", "content": content},
            "404": {"description": "There is none."},
        },
    }
    taken = [
        {
            "name": one["name"],
            "in": "path",
            "required": True,
            "description": one["description"],
            "schema": {"type": "string", **({"enum": one["enum"]} if "enum" in one else {})},
        }
        for one in parameters
    ]
    return {"get": {**operation, **({"parameters": taken} if taken else {})}}


def _schemas() -> dict[str, Any]:
    rows = {_name(name): _row(resource) for name, resource in terms.resource_schemas().items()}
    about = {"$ref": "#/components/schemas/DisclosureRow"}
    check = {"$ref": "#/components/schemas/ChecksRow"}
    fields = {field.name: _TEXT for field in terms.resource_schemas()["disclosure"].fields}
    rule = {
        "id": _TEXT,
        "title": _TEXT,
        "explanation": _TEXT,
        "results": {"type": "object", "additionalProperties": _COUNT},
    }
    department = {
        "department_id": _TEXT,
        "department": _TEXT,
        "region_code": _TEXT,
        "region": _TEXT,
        "years": _list(_TEXT),
        "url": _TEXT,
        "page": _TEXT,
    }
    measure = {"measure": _TEXT, "label": _TEXT, "english": _TEXT, "unit": _TEXT, "parent": _TEXT}
    quote = _object(
        {
            "figure_id": _TEXT,
            "line": _TEXT,
            "page": _TEXT,
            "heading": _TEXT,
            "before": _TEXT,
            "text": _TEXT,
            "after": _TEXT,
        }
    )
    return {
        **rows,
        "Index": _object(
            {
                "name": _TEXT,
                "version": _TEXT,
                "license": _TEXT,
                "openapi": _TEXT,
                "disclosures": _COUNT,
                "departments": _COUNT,
                "figures": _COUNT,
                "checks": {"type": "object", "additionalProperties": _COUNT},
                "lists": {"type": "object", "additionalProperties": _TEXT},
            }
        ),
        "DisclosureList": _page(
            {"allOf": [about, {"type": "object", "properties": {"url": _TEXT, "page": _TEXT}}]}
        ),
        "Disclosure": {
            "allOf": [
                about,
                _object(
                    {
                        "page": _TEXT,
                        "resources": {
                            "type": "object",
                            "additionalProperties": _object({"rows": _COUNT, "url": _TEXT}),
                        },
                        "figures": _object(
                            {
                                "counts": {"type": "object", "additionalProperties": _COUNT},
                                "shards": _list(_TEXT),
                            }
                        ),
                        "checks": {"type": "object", "additionalProperties": _COUNT},
                        "contradictions": _TEXT,
                        "downloads": {"type": "object", "additionalProperties": _TEXT},
                    }
                ),
            ]
        },
        "Resource": _object(
            {
                "disclosure_id": _TEXT,
                "resource": _TEXT,
                "rows": _list(
                    {
                        "type": "object",
                        "properties": {
                            "evidence": {
                                "type": "object",
                                "description": "Field to the id of the first figure printed for it.",
                                "additionalProperties": _TEXT,
                            }
                        },
                    }
                ),
            }
        ),
        "Contradictions": _object(
            {
                "disclosure_id": _TEXT,
                "contradictions": _list(
                    {
                        "type": "object",
                        "properties": {
                            "rule": _TEXT,
                            "subject": _TEXT,
                            "statement": _TEXT,
                            "left": _TEXT,
                            "right": _TEXT,
                            "quotes": _list(quote),
                        },
                    }
                ),
            }
        ),
        "Figures": _object(
            {"disclosure_id": _TEXT, "figures": _list({"$ref": "#/components/schemas/FiguresRow"})}
        ),
        "DepartmentList": _page(_object(department)),
        "Department": _object({**department, "disclosures": _list(_object(fields))}),
        "MeasureList": _page(_object({**measure, "rows": _COUNT, "url": _TEXT})),
        "Measure": {
            "allOf": [_object(measure), _page({"$ref": "#/components/schemas/MeasuresRow"})]
        },
        "RuleList": _page(_object({**rule, "url": _TEXT})),
        "Rule": _object({**rule, "contradictions": _list(check)}),
    }


def _name(resource: str) -> str:
    return "".join(part.capitalize() for part in resource.split("_")) + "Row"


def _row(resource: terms.Resource) -> dict[str, Any]:
    names = {
        field.name: {"type": "string", "title": field.title, "description": field.description}
        for field in resource.fields
    }
    return {
        "type": "object",
        "title": resource.title,
        "description": resource.description,
        "properties": names,
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _page(item: dict[str, Any]) -> dict[str, Any]:
    return _object({"total": _COUNT, "next": {"type": ["string", "null"]}, "items": _list(item)})


def text(address: Address) -> str:
    """The document as JSON."""
    return json.dumps(document(address), ensure_ascii=False, indent=1) + "\n"


def page() -> Markup:
    """The page of the API, made from the document."""
    made = document(Address())
    return Markup(
        environment()
        .get_template("openapi.html.j2")
        .render(paths=made["paths"], schemas=made["components"]["schemas"])
    )
