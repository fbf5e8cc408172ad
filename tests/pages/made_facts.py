"""Packages made of a few rows, for tests of what pages make of them."""

from __future__ import annotations

from collections.abc import Mapping

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.evidence.figures import Evidence

Given = Mapping[str, str]

ABOUT = {
    "disclosure_id": "made-up-2024",
    "department": "某某市示例局",
    "fiscal_year": "2024",
    "source_file": "made.txt",
}


def facts_with(**tables: list[Given]) -> Facts:
    """A package with these rows: other columns are empty, every printed number has its figure.

    Each number stands in a line of its own; ids count from ``f00001``. Derived numbers are not
    printed.
    """
    whole = {"disclosure": [ABOUT], **tables}
    filled = {name: tuple(_whole(name, row) for row in rows) for name, rows in whole.items()}
    figures: list[Given] = []
    for name, rows in filled.items():
        for row in rows:
            for field in terms.resource_schemas()[name].fields:
                printed = field.type == "number" and not field.name.endswith("_derived")
                if printed and row[field.name]:
                    figures.append(_figure(len(figures) + 1, name, row, field.name))
    return Facts("made-up-2024", {**filled, "figures": tuple(figures)})


def evidence_of(facts: Facts, up: str = "") -> Evidence:
    """Links to the figures of a package."""
    return Evidence.of(facts, up)


def measure(name: str, actual: str = "", **more: str) -> Given:
    """A row of ``measures``; label, unit and section are those of the taxonomy."""
    known = terms.measures()[name]
    about = {
        "measure": name,
        "label": known.label,
        "unit": known.unit,
        "section": known.sections[0],
    }
    return {**about, "actual": actual, **more}


def _whole(resource: str, row: Given) -> Given:
    empty = {field.name: "" for field in terms.resource_schemas()[resource].fields}
    assert set(row) <= set(empty), set(row) - set(empty)
    return {**empty, "disclosure_id": "made-up-2024", **row}


def _figure(number: int, resource: str, row: Given, field: str) -> Given:
    key = terms.resource_schemas()[resource].row_key(row)
    place = {"resource": resource, "row": key, "field": field, "status": "bound"}
    text = {"text": row[field], "value": row[field], "line": str(number)}
    text |= {"start": "0", "end": "0"}
    return _whole("figures", {"figure_id": f"f{number:05}", **place, **text})
