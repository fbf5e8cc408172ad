"""Definitions as data: taxonomy, phrases, sections, regions, classifications, words, resources.

The modules only load and validate the files in ``data``; they know nothing of documents. A file
that is wrong is refused with its line, what was expected, and what to do (:mod:`.written`).
"""

from juesuan.terms.classification import (
    class_code,
    classification,
    edition,
    editions,
    former_classes,
    former_names,
)
from juesuan.terms.dictionary import about_field, about_resource
from juesuan.terms.english import (
    answers_in_english,
    contradiction_in_english,
    english_words,
    held_in_english,
    rule_in_english,
)
from juesuan.terms.patterns import Words, words
from juesuan.terms.phrases import Passage, Relation, comparisons, openings, passages, relations
from juesuan.terms.places import Template, above, regions, template, templates
from juesuan.terms.plain import rule_in_plain
from juesuan.terms.resources import (
    Field,
    Resource,
    resource_schemas,
    schema_of,
    shared_columns,
    whole_schemas,
)
from juesuan.terms.search import (
    absent,
    aliases,
    asked_passages,
    asked_phrases,
    budgets,
    everyday,
    found_pages,
    functions,
    helps,
    offices,
    questions,
    reasons_of,
)
from juesuan.terms.sections import ORDINAL, Section, sections
from juesuan.terms.stated import stated_unit, stated_units, unit_words, whole_unit
from juesuan.terms.tables import StatutoryTable, statutory_tables
from juesuan.terms.taxonomy import (
    Measure,
    Unit,
    half_width,
    is_converted,
    measured_sections,
    measures,
    money_factors,
    unit_kind,
    unit_pattern,
    units,
)

__all__ = [
    "ORDINAL",
    "Field",
    "Measure",
    "Passage",
    "Relation",
    "Resource",
    "Section",
    "StatutoryTable",
    "Template",
    "Unit",
    "Words",
    "about_field",
    "about_resource",
    "above",
    "absent",
    "aliases",
    "answers_in_english",
    "asked_passages",
    "asked_phrases",
    "budgets",
    "class_code",
    "classification",
    "comparisons",
    "contradiction_in_english",
    "edition",
    "editions",
    "english_words",
    "everyday",
    "former_classes",
    "former_names",
    "found_pages",
    "functions",
    "half_width",
    "held_in_english",
    "helps",
    "is_converted",
    "measured_sections",
    "measures",
    "money_factors",
    "offices",
    "openings",
    "passages",
    "questions",
    "reasons_of",
    "regions",
    "relations",
    "resource_schemas",
    "rule_in_english",
    "rule_in_plain",
    "schema_of",
    "sections",
    "shared_columns",
    "stated_unit",
    "stated_units",
    "statutory_tables",
    "template",
    "templates",
    "unit_kind",
    "unit_pattern",
    "unit_words",
    "units",
    "whole_schemas",
    "whole_unit",
    "words",
]
