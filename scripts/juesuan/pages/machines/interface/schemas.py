"""JSON Schemas of what the static API answers."""

from __future__ import annotations

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}


def _all(**properties: Schema) -> Schema:
    """An object that has all of these properties."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _map(value: Schema) -> Schema:
    """An object from any name to such a value."""
    return {"type": "object", "additionalProperties": value}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _part(item: Schema) -> Schema:
    """A part of a list that may go on in a next file."""
    return _all(total=COUNT, next={"type": ["string", "null"]}, items=_list(item))


def ref(name: str) -> Schema:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


_FILE = _all(url=TEXT, bytes=COUNT, sha256=TEXT)
_PLACE = _all(
    figure_id=TEXT, line=TEXT, page=TEXT, heading=TEXT, before=TEXT, text=TEXT, after=TEXT
)
_INDEX = _all(
    name=TEXT, version=TEXT, license=TEXT, openapi=TEXT, datapackage=TEXT, disclosures=COUNT,
    departments=COUNT, figures=COUNT, checks=_map(COUNT), lists=_map(TEXT),
)  # fmt: skip
_DISCLOSURE = _all(
    disclosure_id=TEXT, department_id=TEXT, department=TEXT, scope=TEXT, region_code=TEXT,
    region=TEXT, fiscal_year=TEXT, published=TEXT, page=TEXT, files=_map(_FILE),
)  # fmt: skip
_DEPARTMENT = _all(
    department_id=TEXT, department=TEXT, region_code=TEXT, region=TEXT, disclosures=_map(TEXT),
    page=TEXT,
)  # fmt: skip
_MEASURE = _all(
    measure=TEXT, label=TEXT, english=TEXT, unit=TEXT, sections=_list(TEXT), parent=TEXT, rows=COUNT
)
_RULE = _all(
    rule=TEXT, plain=TEXT, title=TEXT, title_en=TEXT, explanation=TEXT, relation=TEXT, held=TEXT,
    held_en=TEXT, results=_map(COUNT), page=TEXT,
)  # fmt: skip
_FINDING = _all(
    disclosure_id=TEXT, rule=TEXT, subject=TEXT, statement=TEXT, left=TEXT, right=TEXT,
    difference=TEXT, tolerance=TEXT, pinned=TEXT, page=TEXT, places=_list(_PLACE),
)  # fmt: skip
_BETWEEN = _all(
    disclosure_id=TEXT, other_id=TEXT, rule=TEXT, subject=TEXT, statement=TEXT, left=TEXT,
    right=TEXT, difference=TEXT, tolerance=TEXT, figures=_list(TEXT), other_figures=_list(TEXT),
    pinned=TEXT, page=TEXT,
)  # fmt: skip


def schemas() -> dict[str, Schema]:
    """All answers, by name."""
    return {
        "Index": _INDEX,
        "DisclosureList": _part(_DISCLOSURE),
        "DepartmentList": _part(_DEPARTMENT),
        "MeasureList": _part(_MEASURE),
        "RuleList": _part(_RULE),
        "FindingList": _part(_FINDING),
        "BetweenList": _part(_BETWEEN),
    }
