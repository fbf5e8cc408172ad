"""The static API under ``/api/v1/``: an index of what there is, in files that name the next one.

It repeats no table: numbers are in the packages, whose addresses, sizes and hashes it gives.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from juesuan import API, terms
from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.package import LICENCE
from juesuan.pages import addresses
from juesuan.pages.addresses import DESCRIPTOR, LARGEST, PART
from juesuan.pages.digest import Digests
from juesuan.pages.markup import anchor
from juesuan.pages.store.store import Store
from juesuan.rows import ChecksBetweenRow, ChecksRow, DisclosureRow

File = tuple[str, str]
"""Address and content."""

_ABOUT = (
    "disclosure_id",
    "department_id",
    "department",
    "scope",
    "region_code",
    "region",
    "fiscal_year",
    "published",
)
"""What the index says of a disclosure."""

_COMPARED = ("rule", "subject", "statement", "left", "right", "difference", "tolerance", "pinned")
"""What it says of a contradiction."""


def files(store: Store) -> Iterator[File]:
    """All files of the API but its description."""
    digests = Digests(store.root)
    makers: dict[str, Callable[[], Iterable[Mapping[str, object]]]] = {
        "disclosures": lambda: _disclosures(store, digests),
        "departments": lambda: map(_department, store.departments().values()),
        "measures": lambda: _measures(store),
        "rules": lambda: _rules(store),
        "findings": lambda: _findings(store, digests),
        "between": lambda: map(_between, store.where("state = 'fail'").rows("checks_between")),
    }
    yield _index(store)
    for name in addresses.API_LISTS:
        yield from _listed(name, list(makers[name]()))


def _index(store: Store) -> File:
    """What there is, and where its lists begin."""
    states = store.ask("SELECT state, count(*) AS n FROM checks GROUP BY state ORDER BY state")
    content = {
        "name": "juesuan",
        "version": API,
        "license": LICENCE,
        "openapi": addresses.OPENAPI,
        "datapackage": addresses.whole(DESCRIPTOR),
        "disclosures": store.one("SELECT count(*) FROM disclosure"),
        "departments": store.one("SELECT count(DISTINCT department_id) FROM disclosure"),
        "figures": store.one("SELECT count(*) FROM figures"),
        "checks": {row["state"]: int(row["n"]) for row in states},
        "lists": {name: addresses.api(name) for name in addresses.API_LISTS},
    }
    return _file(addresses.api("index"), content)


def _disclosures(store: Store, digests: Digests) -> Iterator[dict[str, object]]:
    for about in store.disclosures():
        name = about["disclosure_id"]
        told: dict[str, object] = {key: value for key, value in about.items() if key in _ABOUT}
        yield {**told, "page": addresses.disclosure(name), "files": digests.of(name).files}


def _department(rows: Sequence[DisclosureRow]) -> dict[str, object]:
    last = rows[-1]
    return {
        "department_id": last["department_id"],
        "department": last["department"],
        "region_code": last["region_code"],
        "region": last["region"],
        "disclosures": {row["fiscal_year"]: row["disclosure_id"] for row in rows},
        "page": addresses.department(last["department_id"]),
    }


def _measures(store: Store) -> Iterator[dict[str, object]]:
    """The taxonomy, each measure with the number of its rows in all disclosures."""
    question = "SELECT measure, count(*) AS n FROM measures GROUP BY measure"
    counts = {row["measure"]: int(row["n"]) for row in store.ask(question)}
    for one in terms.measures().values():
        yield {
            "measure": one.id,
            "label": one.label,
            "english": one.english,
            "unit": one.unit,
            "sections": list(one.sections),
            "parent": one.parent,
            "rows": counts.get(one.id, 0),
        }


def _rules(store: Store) -> Iterator[dict[str, object]]:
    """The rules, each with the number of its results by state."""
    results = store.results()
    for rule in (*all_rules(), *between_rules()):
        yield {
            "rule": rule.id,
            "plain": rule.plain,
            "title": rule.title,
            "title_en": terms.rule_in_english(rule.id),
            "explanation": rule.explanation,
            "relation": rule.relation.signs,
            "held": rule.relation.words,
            "held_en": terms.held_in_english(rule.id),
            "results": results.get(rule.id, {}),
            "page": addresses.rule(rule.id),
        }


def _findings(store: Store, digests: Digests) -> Iterator[dict[str, object]]:
    """All contradictions, each with what is printed at both of its places."""
    failed = store.where("state = 'fail'", order="disclosure_id, rule, subject").rows("checks")
    for name, rows in groupby(failed, key=lambda row: row["disclosure_id"]):
        quotes = digests.of(name).quotes
        for row in rows:
            yield {**_finding(row), "places": quotes.get((row["rule"], row["subject"]), [])}


def _between(row: ChecksBetweenRow) -> dict[str, object]:
    """A contradiction between disclosures; its figures are ids of the ledgers of both."""
    told = {key: value for key, value in row.items() if key not in ("state", "figures")}
    where = f"{addresses.CHECKS}#{anchor(row)}"
    return {
        **told,
        "figures": row["figures"].split(),
        "other_figures": row["other_figures"].split(),
        "page": addresses.disclosure(row["disclosure_id"], where),
    }


def _finding(row: ChecksRow) -> dict[str, object]:
    where = f"{addresses.CHECKS}#{anchor(row)}"
    return {
        "disclosure_id": row["disclosure_id"],
        **{key: value for key, value in row.items() if key in _COMPARED},
        "page": addresses.disclosure(row["disclosure_id"], where),
    }


def _listed(name: str, entries: Sequence[Mapping[str, object]]) -> Iterator[File]:
    """A list as files of so many entries at most, and of a size that is soon there."""
    parts = list(_parts([_text(one) for one in entries])) or [[]]
    for number, part in enumerate(parts, start=1):
        follows = addresses.api(name, number=number + 1) if number < len(parts) else None
        told = _text({"total": len(entries), "next": follows})
        content = f'{told.removesuffix("}")},"items":[{",".join(part)}]}}\n'
        yield addresses.api(name, number=number), content


def _parts(entries: Iterable[str]) -> Iterator[list[str]]:
    """Entries in parts; only an entry that is larger than a part is larger than it should be."""
    part: list[str] = []
    size = 0
    for one in entries:
        if part and (len(part) >= PART or size + len(one.encode()) > LARGEST):
            yield part
            part, size = [], 0
        part.append(one)
        size += len(one.encode()) + 1
    if part:
        yield part


def _file(address: str, content: Mapping[str, object]) -> File:
    return address, _text(content) + "\n"


def _text(content: Mapping[str, object]) -> str:
    """JSON of the API: compact, Chinese as it is, one line."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
