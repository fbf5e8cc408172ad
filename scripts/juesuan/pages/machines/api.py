"""The static API under ``/api/v1/``: JSON files, sharded, each with the way to the next.

A file's content depends on the packages alone. What is here once is never taken away within
version 1.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from juesuan import API, terms
from juesuan.check import Rule, all_rules
from juesuan.model import Facts
from juesuan.package import LICENCE
from juesuan.pages import addresses
from juesuan.pages.addresses import PART, SHARD
from juesuan.pages.figures import Evidence
from juesuan.pages.printed import Printed, Quote
from juesuan.pages.store import Store
from juesuan.pages.words import ORDER, STATUSES
from juesuan.rows import AnyRow, ChecksRow, DisclosureRow

_PHRASE = re.compile("“([^“”]{5,})”")
"""What a finding about words quotes; less would be found anywhere."""

File = tuple[str, str]
"""Address and content."""


def _file(address: str, content: Mapping[str, object]) -> File:
    """JSON of the API: compact, Chinese as it is, one line."""
    return address, json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def of_disclosure(facts: Facts, text: str) -> Iterator[File]:
    """Files of one disclosure.

    What it has, its resources with the figure behind each cell, its ledger, its contradictions.

    Args:
        facts: its package.
        text: the text in which its figures are printed.
    """
    name, evidence = facts.disclosure_id, Evidence.of(facts)
    yield _file(addresses.api_disclosure(name), _index_of(facts))
    for one in _resources(facts):
        rows = [
            {**_bare(row), "evidence": _evidence(evidence, one, row)} for row in facts.table(one)
        ]
        content = {"disclosure_id": name, "resource": one, "rows": rows}
        yield _file(addresses.api_disclosure(name, one), content)
    ledger = facts.rows("figures")
    for first in range(0, len(ledger), SHARD):
        part = [_bare(row) for row in ledger[first : first + SHARD]]
        content = {"disclosure_id": name, "figures": part}
        yield _file(addresses.api_figures(name, first // SHARD), content)
    content = {"disclosure_id": name, "contradictions": _contradictions(facts, evidence, text)}
    yield _file(addresses.api_contradictions(name), content)


def _resources(facts: Facts) -> list[str]:
    """The resources that a disclosure has, but for the ledger, which is in parts of its own."""
    return [name for name in terms.resource_schemas() if name in facts.tables and name != "figures"]


def _index_of(facts: Facts) -> dict[str, object]:
    """What one disclosure has, and where."""
    name, ledger = facts.disclosure_id, facts.rows("figures")
    statuses = Counter(row["status"] for row in ledger)
    states = Counter(row["state"] for row in facts.rows("checks"))
    shards = range(-(-len(ledger) // SHARD))
    return {
        **facts.disclosure,
        "page": addresses.disclosure(name),
        "resources": {
            one: {"rows": len(facts.table(one)), "url": addresses.api_disclosure(name, one)}
            for one in _resources(facts)
        },
        "figures": {
            "counts": {status: statuses[status] for status in STATUSES},
            "shards": [addresses.api_figures(name, number) for number in shards],
        },
        "checks": {state: states[state] for state in ORDER},
        "contradictions": addresses.api_contradictions(name),
        "downloads": {
            kind: addresses.disclosure(name, addresses.archive(name, kind))
            for kind in addresses.ARCHIVES
        },
    }


def _bare(row: AnyRow) -> dict[str, object]:
    """A row without the id of its disclosure, which the file names once."""
    return {key: value for key, value in row.items() if key != "disclosure_id"}


def _evidence(evidence: Evidence, resource: str, row: AnyRow) -> dict[str, str]:
    """The first printed figure behind each cell of a row."""
    figures = ((name, evidence.figure(resource, row, name)) for name in row)
    return {name: figure["figure_id"] for name, figure in figures if figure}


def _contradictions(facts: Facts, evidence: Evidence, text: str) -> list[dict[str, object]]:
    printed = Printed(text)
    return [
        {**_bare(row), "quotes": _quotes(row, evidence, printed)}
        for row in facts.rows("checks")
        if row["state"] == "fail"
    ]


def _quotes(row: ChecksRow, evidence: Evidence, printed: Printed) -> list[Quote]:
    """What is printed around the figures of a contradiction, or around the words it is about."""
    figures = [evidence.by_id[one] for one in row["figures"].split() if one in evidence.by_id]
    if figures:
        return [printed.quote(one) for one in figures]
    found = (printed.words(phrase.strip("…")) for phrase in _PHRASE.findall(row["statement"]))
    return [one for one in found if one]


def over_all(store: Store) -> Iterator[File]:
    """Files over all disclosures."""
    yield _index(store)
    yield from _listed("disclosures", [_listed_disclosure(one) for one in store.disclosures()])
    yield from _departments(store)
    yield from _measures(store)
    yield from _rules(store)


def _index(store: Store) -> File:
    """What there is, and where its lists begin."""
    states = store.ask("SELECT state, count(*) AS n FROM checks GROUP BY state ORDER BY state")
    content = {
        "name": "juesuan",
        "version": API,
        "license": LICENCE,
        "openapi": addresses.OPENAPI,
        "disclosures": store.one("SELECT count(*) FROM disclosure"),
        "departments": store.one("SELECT count(DISTINCT department_id) FROM disclosure"),
        "figures": store.one("SELECT count(*) FROM figures"),
        "checks": {row["state"]: int(row["n"]) for row in states},
        "lists": {name: addresses.api(name) for name in addresses.API_LISTS},
    }
    return _file(addresses.api("index"), content)


def _listed_disclosure(about: DisclosureRow) -> dict[str, object]:
    name = about["disclosure_id"]
    return {
        **about,
        "url": addresses.api_disclosure(name),
        "page": addresses.disclosure(name),
    }


def _departments(store: Store) -> Iterator[File]:
    """The departments and what each has disclosed."""
    departments = store.departments()
    listed = {one: _department(one, rows) for one, rows in departments.items()}
    yield from _listed("departments", list(listed.values()))
    for one, rows in departments.items():
        yield _file(addresses.api("departments", one), {**listed[one], "disclosures": rows})


def _department(department_id: str, rows: Sequence[DisclosureRow]) -> dict[str, object]:
    last = rows[-1]
    return {
        "department_id": department_id,
        "department": last["department"],
        "region_code": last["region_code"],
        "region": last["region"],
        "years": [row["fiscal_year"] for row in rows],
        "url": addresses.api("departments", department_id),
        "page": addresses.department(department_id),
    }


def _measures(store: Store) -> Iterator[File]:
    """The taxonomy, and each measure in all disclosures."""
    listed = []
    for measure in terms.measures().values():
        about = _measure(measure)
        found = store.where("measure = ?", measure.id, order="disclosure_id, section")
        rows = found.rows("measures")
        listed.append({**about, "rows": len(rows), "url": addresses.api("measures", measure.id)})
        yield from _listed(f"measures/{measure.id}", rows, about)
    yield from _listed("measures", listed)


def _measure(measure: terms.Measure) -> dict[str, object]:
    return {
        "measure": measure.id,
        "label": measure.label,
        "english": measure.english,
        "unit": measure.unit,
        "parent": measure.parent,
    }


def _rules(store: Store) -> Iterator[File]:
    """The rules with their results, and the contradictions of each."""
    results, rules = store.results(), {rule.id: _rule(rule) for rule in all_rules()}
    told = {one: {**rule, "results": results.get(one, {})} for one, rule in rules.items()}
    listed = [{**rule, "url": addresses.api("checks", one)} for one, rule in told.items()]
    yield from _listed("checks", listed)
    for one, rule in told.items():
        failed = store.where("rule = ? AND state = 'fail'", one, order="disclosure_id, subject")
        content = {**rule, "contradictions": failed.rows("checks")[:PART]}
        yield _file(addresses.api("checks", one), content)


def _rule(rule: Rule) -> dict[str, object]:
    return {"id": rule.id, "title": rule.title, "explanation": rule.explanation}


def _listed(
    name: str, entries: Sequence[Any], about: Mapping[str, object] | None = None
) -> Iterator[File]:
    """A list as files of at most so many entries."""
    number = max(1, -(-len(entries) // PART))
    for i in range(1, number + 1):
        content = {
            **(about or {}),
            "total": len(entries),
            "next": addresses.api(name, number=i + 1) if i < number else None,
            "items": entries[(i - 1) * PART : i * PART],
        }
        yield _file(addresses.api(name, number=i), content)
