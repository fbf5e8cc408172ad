"""JSON Schemas of what the static API answers."""

from __future__ import annotations

from functools import cache

from juesuan import terms

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}


def _some(**properties: Schema) -> Schema:
    """An object that may have these properties."""
    return {"type": "object", "properties": properties}


def _all(**properties: Schema) -> Schema:
    """An object that has all of these properties."""
    return {**_some(**properties), "required": list(properties)}


def _map(value: Schema) -> Schema:
    """An object from any name to such a value."""
    return {"type": "object", "additionalProperties": value}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _part(item: Schema) -> Schema:
    """A part of a list that may go on in a next file."""
    return _all(total=COUNT, next={"type": ["string", "null"]}, items=_list(item))


def _both(*schemas: Schema) -> Schema:
    return {"allOf": list(schemas)}


def ref(name: str) -> Schema:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


_RULE = {"id": TEXT, "title": TEXT, "explanation": TEXT, "results": _map(COUNT)}
_MEASURE = {"measure": TEXT, "label": TEXT, "english": TEXT, "unit": TEXT, "parent": TEXT}
_DEPARTMENT = {
    "department_id": TEXT, "department": TEXT, "region_code": TEXT, "region": TEXT,
    "years": _list(TEXT), "url": TEXT, "page": TEXT,
}  # fmt: skip
_QUOTE = _all(
    figure_id=TEXT, line=TEXT, page=TEXT, heading=TEXT, before=TEXT, text=TEXT, after=TEXT
)
_EVIDENCE: Schema = {
    "type": "object",
    "description": "Field to the id of the first figure printed for it.",
    "additionalProperties": TEXT,
}
_INDEX = _all(
    name=TEXT, version=TEXT, license=TEXT, openapi=TEXT, disclosures=COUNT, departments=COUNT,
    figures=COUNT, checks=_map(COUNT), lists=_map(TEXT),
)  # fmt: skip
_OF_DISCLOSURE = _all(
    page=TEXT,
    resources=_map(_all(rows=COUNT, url=TEXT)),
    figures=_all(counts=_map(COUNT), shards=_list(TEXT)),
    checks=_map(COUNT),
    contradictions=TEXT,
    downloads=_map(TEXT),
)
_CONTRADICTION = _some(
    rule=TEXT, subject=TEXT, statement=TEXT, left=TEXT, right=TEXT, quotes=_list(_QUOTE)
)


@cache
def schemas() -> dict[str, Schema]:
    """The rows of all resources, and all answers, by name."""
    return {
        **{_name(name): _row(one) for name, one in terms.resource_schemas().items()},
        "Index": _INDEX,
        "DisclosureList": _part(_both(ref("DisclosureRow"), _some(url=TEXT, page=TEXT))),
        "Disclosure": _both(ref("DisclosureRow"), _OF_DISCLOSURE),
        "Resource": _all(disclosure_id=TEXT, resource=TEXT, rows=_list(_some(evidence=_EVIDENCE))),
        "Contradictions": _all(disclosure_id=TEXT, contradictions=_list(_CONTRADICTION)),
        "Figures": _all(disclosure_id=TEXT, figures=_list(ref("FiguresRow"))),
        "DepartmentList": _part(_all(**_DEPARTMENT)),
        "Department": _all(**_DEPARTMENT, disclosures=_list(_disclosure_row())),
        "MeasureList": _part(_all(**_MEASURE, rows=COUNT, url=TEXT)),
        "Measure": _both(_all(**_MEASURE), _part(ref("MeasuresRow"))),
        "RuleList": _part(_all(**_RULE, url=TEXT)),
        "Rule": _all(**_RULE, contradictions=_list(ref("ChecksRow"))),
    }


def _disclosure_row() -> Schema:
    """A row of ``disclosure`` of which no cell is left out."""
    return _all(**{field.name: TEXT for field in terms.resource_schemas()["disclosure"].fields})


def _name(resource: str) -> str:
    """The name of a resource's row.

    >>> _name("project_funds")
    'ProjectFundsRow'
    """
    return "".join(part.capitalize() for part in resource.split("_")) + "Row"


def _row(resource: terms.Resource) -> Schema:
    fields = {
        field.name: {"type": "string", "title": field.title, "description": field.description}
        for field in resource.fields
    }
    about = {"title": resource.title, "description": resource.description}
    return {"type": "object", **about, "properties": fields}
