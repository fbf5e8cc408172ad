"""The families of rules, each with one real example, and the ledger in numbers, for the methods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.check.rule import Declared
from juesuan.pages import addresses
from juesuan.pages.across.board.findings import Told
from juesuan.pages.across.board.sides import sides
from juesuan.pages.addresses import METHODS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import FAMILIES, STATUSES
from juesuan.rows import ChecksRow, DisclosureRow

_FIRST = (
    "SELECT disclosure_id FROM checks WHERE state = 'pass' AND rule = ? "
    'AND TRY_CAST("left" AS DOUBLE) <> 0 AND "right" IS NOT NULL ORDER BY disclosure_id LIMIT 1'
)
_WITH_SIDES = "state = 'pass' AND rule = ? AND TRY_CAST(\"left\" AS DOUBLE) <> 0"


class Example(NamedTuple):
    """What a rule compares where it holds: whose, its title, both sides."""

    about: DisclosureRow
    rule: str
    title: str
    sides: Markup


class Family(NamedTuple):
    """Rules of one letter: between what they compare, how many, their results, an example.

    ``worst`` is the contradiction that puts most in doubt.
    """

    letter: str
    label: str
    rules: int
    held: int
    failed: int
    example: Example | None
    worst: Told | None


def pages(store: Store, found: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """The parts of the page of methods.

    Args:
        store: the packages.
        found: the contradictions, the weightiest first.
    """
    counts = {
        name: store.one("SELECT count(*) FROM figures WHERE status = ?", name) for name in STATUSES
    }
    whole = sum(counts.values())
    yield addresses.part("ledger"), rendered("ledger.html", counts=counts, whole=whole)
    families = [_family(store, letter, label, found) for letter, label in FAMILIES.items()]
    content = rendered("families.html", here=METHODS, families=families)
    yield addresses.part("families"), content


def _family(store: Store, letter: str, label: str, found: Sequence[Told]) -> Family:
    results = store.results()
    own = [one for one in (*all_rules(), *between_rules()) if one.id.startswith(letter)]
    held, failed = (
        sum(results.get(one.id, {}).get(state, 0) for one in own) for state in ("pass", "fail")
    )
    examples = (_example(store, one) for one in own)
    worst = next((one for one in found if one.rule.startswith(letter)), None)
    first = next((one for one in examples if one), None)
    return Family(letter, label, len(own), held, failed, first, worst)


def _example(store: Store, rule: Declared) -> Example | None:
    """The first check of a rule that holds and has two sides; none where there is none."""
    for found in store.ask(_FIRST, rule.id):
        name = found["disclosure_id"]
        row: ChecksRow = next(iter(store.of(name, _WITH_SIDES, rule.id).rows("checks")))
        about = store.of(name).rows("disclosure")[0]
        up = addresses.way(METHODS, addresses.disclosure(name))
        evidence = store.cited(about, up, row["figures"].split())
        return Example(about, rule.id, rule.title, sides(row, rule.relation, evidence))
    return None
