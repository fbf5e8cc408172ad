"""Definitions as data: the taxonomy, phrases, sections, regions, classifications, forms and Table Schemas.

The modules only load and validate the files in ``data``; they know nothing of documents.
"""

from juesuan.terms.patterns import Words, words
from juesuan.terms.places import Template, regions, template
from juesuan.terms.schemas import Field, Resource, resource_schemas
from juesuan.terms.taxonomy import (
    Measure,
    Unit,
    class_code,
    classification,
    former_classes,
    measures,
    unit_kind,
    units,
)  # fmt: skip
from juesuan.terms.wording import (
    ORDINAL,
    Passage,
    Relation,
    Section,
    StatutoryTable,
    aliases,
    comparisons,
    found_pages,
    openings,
    passages,
    relations,
    sections,
    statutory_tables,
)  # fmt: skip

__all__ = [
    "ORDINAL", "Field", "Measure", "Passage", "Relation", "Resource", "Section", "StatutoryTable", "Template", "Unit", "Words",
    "aliases", "class_code", "classification", "comparisons", "former_classes", "found_pages", "measures",
    "openings", "passages", "regions", "relations", "resource_schemas", "sections", "statutory_tables",
    "template", "unit_kind", "units", "words",
]  # fmt: skip
