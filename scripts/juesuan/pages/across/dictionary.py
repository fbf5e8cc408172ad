"""The dictionary of columns, and the terms that disclosures explain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from juesuan import terms
from juesuan.check import all_rules
from juesuan.pages import addresses
from juesuan.pages.across.plain import explained
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, Row

_EXAMPLE = 24
"""Characters of an example that are shown."""

_DEFINITIONS = 5
"""Different definitions of one term that are shown."""

_UNITS = (
    ("CNY 10 000", "万元"),
    ("percent points", "百分点"),
    ("persons", "人"),
    ("Points", "分"),
    ("unit of the row", "见该行 unit"),
)
"""What in the description of a column tells its unit."""

_GUARDS = (
    "SELECT DISTINCT f.resource AS resource, f.field AS field, c.rule AS rule FROM "
    "(SELECT disclosure_id, rule, unnest(string_split(figures, ' ')) AS figure_id "
    "FROM checks WHERE figures IS NOT NULL) c JOIN figures f USING (disclosure_id, figure_id)"
)
_PRINTED = (
    "SELECT DISTINCT ON (resource, field) resource, field, text, value FROM figures "
    "WHERE status = 'bound' ORDER BY resource, field, text, value"
)

_FIRST = (
    "SELECT {columns} FROM (SELECT own.*, (_nth << 32) + own._row AS _at FROM {resource} own "
    "JOIN (SELECT _key, row_number() OVER (ORDER BY disclosure_id) AS _nth FROM disclosure) "
    "USING (_key))"
)
"""The first value of each column, by disclosure and as published."""

Printed = dict[tuple[str, str], str]
"""Resource and column to a value with how it is printed."""


@dataclass(frozen=True)
class Column:
    """A column: its field and what it is, its unit, rules that guard it, an example as printed."""

    field: terms.Field
    about: str
    unit: str
    rules: list[str]
    example: str


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The parts of the page of data and of the glossary."""
    guards, printed = _guards(store), _as_printed(store)
    first = {name: _first(store, name) for name in terms.resource_schemas()}
    entries = [
        (
            name,
            resource,
            terms.about_resource(name),
            [
                _column(
                    field,
                    terms.about_field(name, field.name),
                    guards.get((name, field.name), set()),
                    printed.get((name, field.name)) or _shortened(first[name][field.name]),
                )
                for field in resource.fields
            ],
        )
        for name, resource in terms.resource_schemas().items()
    ]
    content = rendered(
        "dictionary.html",
        here=addresses.DATA,
        entries=entries,
        statutory=[one.id for one in terms.statutory_tables()],
    )
    yield addresses.part("dictionary"), content
    content = rendered(
        "glossary.html", here=addresses.GLOSSARY, plain=explained(store), terms=_terms(store)
    )
    yield addresses.part("glossary"), content


def _guards(store: Store) -> dict[tuple[str, str], set[str]]:
    """The rules that look at the figures of a column, by resource and column."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in store.ask(_GUARDS):
        found.setdefault((row["resource"], row["field"]), set()).add(row["rule"])
    return found


def _column(field: terms.Field, about: str, guarding: set[str], example: str) -> Column:
    rules = [rule.id for rule in all_rules() if rule.id in guarding]
    return Column(field, about, _unit(field), rules, example)


def _unit(field: terms.Field) -> str:
    """The unit of a column of numbers, in Chinese."""
    if field.type not in ("number", "integer"):
        return ""
    return next((unit for mark, unit in _UNITS if mark in field.description), "")


def _as_printed(store: Store) -> Printed:
    """A value of each column behind which figures are, with how it is printed."""
    return {
        (row["resource"], row["field"]): f"{row['value']}（印作“{row['text']}”）"
        for row in store.ask(_PRINTED)
        if row["text"]
    }


def _first(store: Store, resource: str) -> Row:
    """The first text of each column of a resource; empty where there is none."""
    names = [field.name for field in terms.resource_schemas()[resource].fields]
    columns = ", ".join(f'arg_min("{name}", _at) AS "{name}"' for name in names)
    return next(store.ask(_FIRST.format(columns=columns, resource=resource)))


def _shortened(text: str) -> str:
    return text if len(text) <= _EXAMPLE else text[:_EXAMPLE] + "…"


def _terms(store: Store) -> list[tuple[str, list[tuple[DisclosureRow, str]]]]:
    """Terms with their definitions: the same words once, with the first who uses them."""
    found: dict[str, dict[str, DisclosureRow]] = {}
    abouts = {about["disclosure_id"]: about for about in store.disclosures()}
    for row in store.where("true", order="term, disclosure_id").rows("glossary"):
        said = found.setdefault(row["term"], {})
        if len(said) < _DEFINITIONS:
            said.setdefault(row["definition"], abouts[row["disclosure_id"]])
    return [
        (term, [(about, text) for text, about in said.items()])
        for term, said in sorted(found.items())
    ]
