"""The static API under ``/api/v1/``: JSON files, sharded, each with the way to the next and to the evidence.

A file's content depends on the packages alone. What is here once is never taken away within version 1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from juesuan import terms
from juesuan.check import all_rules
from juesuan.model import Facts
from juesuan.pages.disclosure.source import Printed
from juesuan.pages.figures import SHARD, Evidence
from juesuan.pages.store import Store
from juesuan.pages.words import ORDER, STATUSES
from juesuan.rows import Row

PART = 500
"""Entries of a list in one file; the next file is named in ``next``."""

VERSION = "1.0.0"
"""Version of the API; the address holds its first number."""


def text_of(content: object) -> str:
    """JSON of the API: compact, Chinese as it is, one line."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def of_disclosure(facts: Facts, text: str) -> Iterator[tuple[str, str]]:
    """Files of one disclosure: what it has, its resources with the figure behind each cell, its ledger, its contradictions.

    Args:
        facts: its package.
        text: the text in which its figures are printed.
    """
    name, base = facts.disclosure_id, f"disclosures/{facts.disclosure_id}"
    resources = [
        one for one in terms.resource_schemas() if one in facts.tables and one != "figures"
    ]
    evidence = Evidence.of(facts)
    ledger = facts.rows("figures")
    shards = range(0, len(ledger), SHARD)
    yield (
        f"{base}/index.json",
        text_of(
            {
                **facts.disclosure,
                "page": f"d/{name}/",
                "resources": {
                    one: {"rows": len(facts.table(one)), "url": f"api/v1/{base}/{one}.json"}
                    for one in resources
                },
                "figures": {
                    "counts": {
                        status: sum(row["status"] == status for row in ledger)
                        for status in STATUSES
                    },
                    "shards": [f"api/v1/figures/{name}/{first // SHARD}.json" for first in shards],
                },
                "checks": {
                    state: sum(row["state"] == state for row in facts.rows("checks"))
                    for state in ORDER
                },
                "contradictions": f"api/v1/{base}/contradictions.json",
                "downloads": {
                    kind: f"d/{name}/{name}.{kind}" for kind in ("zip", "xlsx", "sqlite", "json")
                },
            }
        ),
    )
    for one in resources:
        rows = [
            {**_bare(row), "evidence": _evidence(evidence, one, row)} for row in facts.table(one)
        ]
        yield f"{base}/{one}.json", text_of({"disclosure_id": name, "resource": one, "rows": rows})
    for first in shards:
        yield (
            f"figures/{name}/{first // SHARD}.json",
            text_of(
                {
                    "disclosure_id": name,
                    "figures": [_bare(row) for row in ledger[first : first + SHARD]],
                }
            ),
        )
    yield (
        f"{base}/contradictions.json",
        text_of({"disclosure_id": name, "contradictions": _contradictions(facts, evidence, text)}),
    )


def _bare(row: Row) -> dict[str, str]:
    return {key: value for key, value in row.items() if key != "disclosure_id"}


def _evidence(evidence: Evidence, resource: str, row: Row) -> dict[str, str]:
    """The first printed figure behind each cell of a row."""
    return {
        name: figure["figure_id"]
        for name in row
        if (figure := evidence.figure(resource, row, name))
    }


def _contradictions(facts: Facts, evidence: Evidence, text: str) -> list[dict[str, Any]]:
    printed = Printed(text)
    return [
        {**_bare(row), "quotes": _quotes(row, evidence, printed)}
        for row in facts.rows("checks")
        if row["state"] == "fail"
    ]


_PHRASE = re.compile("“([^“”]{5,})”")
"""What a finding about words quotes; less would be found anywhere."""


def _quotes(row: Row, evidence: Evidence, printed: Printed) -> list[dict[str, str]]:
    """What is printed around the figures of a contradiction; where it is about words, around the words."""
    figures = [
        quote(evidence.by_id[one], printed)
        for one in row["figures"].split()
        if one in evidence.by_id
    ]
    if figures:
        return figures
    found = [printed.words(phrase.strip("…")) for phrase in _PHRASE.findall(row["statement"])]
    return [{"figure_id": "", **one} for one in found if one]


def quote(figure: Row, printed: Printed) -> dict[str, str]:
    """A figure with what is printed around it."""
    before, numeral, after = printed.around(figure)
    found = {
        "figure_id": figure["figure_id"],
        "line": figure["line"],
        "page": figure["page"],
        "heading": printed.heading(figure),
    }
    return {**found, "before": before, "text": numeral, "after": after}


def over_all(store: Store) -> Iterator[tuple[str, str]]:
    """Files over all disclosures, with their paths below the API's folder."""
    abouts = store.disclosures()
    departments: dict[str, list[Row]] = {}
    for about in abouts:
        departments.setdefault(about["department_id"], []).append(about)
    rules = [
        {"id": one.id, "title": one.title, "explanation": one.explanation} for one in all_rules()
    ]
    yield (
        "index.json",
        text_of(
            {
                "name": "juesuan",
                "version": VERSION,
                "license": "CC-BY-4.0",
                "openapi": "api/v1/openapi.json",
                "disclosures": len(abouts),
                "departments": len(departments),
                "figures": store.one("SELECT count(*) FROM figures"),
                "checks": {
                    row["state"]: int(row["n"])
                    for row in store.ask(
                        "SELECT state, count(*) AS n FROM checks GROUP BY state ORDER BY state"
                    )
                },
                "lists": {
                    name: f"api/v1/{name}.json"
                    for name in ("disclosures", "departments", "measures", "checks")
                },
            }
        ),
    )
    listed = [
        {
            **about,
            "url": f"api/v1/disclosures/{about['disclosure_id']}/index.json",
            "page": f"d/{about['disclosure_id']}/",
        }
        for about in abouts
    ]
    yield from _parts("disclosures", listed)
    yield from _parts("departments", [_department(one, rows) for one, rows in departments.items()])
    for one, rows in departments.items():
        yield f"departments/{one}.json", text_of({**_department(one, rows), "disclosures": rows})
    yield from _measures(store)
    counts: dict[str, dict[str, int]] = {}
    for row in store.ask(
        "SELECT rule, state, count(*) AS n FROM checks GROUP BY rule, state ORDER BY rule, state"
    ):
        counts.setdefault(row["rule"], {})[row["state"]] = int(row["n"])
    yield from _parts(
        "checks",
        [
            {
                **rule,
                "results": counts.get(rule["id"], {}),
                "url": f"api/v1/checks/{rule['id']}.json",
            }
            for rule in rules
        ],
    )
    for own in rules:
        found = store.ask(
            "SELECT * FROM checks WHERE rule = ? AND state = 'fail' ORDER BY disclosure_id, subject LIMIT 500",
            own["id"],
        )
        yield (
            f"checks/{own['id']}.json",
            text_of({**own, "results": counts.get(own["id"], {}), "contradictions": list(found)}),
        )


def _department(one: str, rows: Sequence[Row]) -> dict[str, Any]:
    last = rows[-1]
    years = [row["fiscal_year"] for row in rows]
    return {
        "department_id": one,
        "department": last["department"],
        "region_code": last["region_code"],
        "region": last["region"],
        "years": years,
        "url": f"api/v1/departments/{one}.json",
        "page": f"d/departments/{one}/",
    }


def _measures(store: Store) -> Iterator[tuple[str, str]]:
    used = {
        row["measure"]: int(row["n"])
        for row in store.ask("SELECT measure, count(*) AS n FROM measures GROUP BY measure")
    }
    listed = []
    for measure in terms.measures().values():
        about: dict[str, Any] = {
            "measure": measure.id,
            "label": measure.label,
            "english": measure.english,
            "unit": measure.unit,
            "parent": measure.parent,
        }
        listed.append(
            {**about, "rows": used.get(measure.id, 0), "url": f"api/v1/measures/{measure.id}.json"}
        )
        if measure.id in used:
            rows = store.ask(
                "SELECT * FROM measures WHERE measure = ? ORDER BY disclosure_id, section",
                measure.id,
            )
            yield from _parts(f"measures/{measure.id}", list(rows), about)
        else:
            yield from _parts(f"measures/{measure.id}", [], about)
    yield from _parts("measures", listed)


def _parts(
    name: str, entries: Sequence[Any], about: dict[str, Any] | None = None
) -> Iterator[tuple[str, str]]:
    """A list as files of at most so many entries."""
    number = max(1, -(-len(entries) // PART))
    for i in range(number):
        path = f"{name}.json" if i == 0 else f"{name}-{i + 1}.json"
        following = f"api/v1/{name}-{i + 2}.json" if i + 1 < number else None
        part = {
            **(about or {}),
            "total": len(entries),
            "next": following,
            "items": entries[i * PART : (i + 1) * PART],
        }
        yield path, text_of(part)
