"""What is found between disclosures: on the board, on a page a rule, and on each one's checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from juesuan.check.between import between_rules
from juesuan.collection import text_of
from juesuan.errors import JuesuanError
from juesuan.pages import addresses
from juesuan.pages.across.board.results import result_rows
from juesuan.pages.across.board.results import results as results_of
from juesuan.pages.addresses import BOARD
from juesuan.pages.evidence.lines import Lines, lines
from juesuan.pages.evidence.printed import Printed
from juesuan.pages.limits import CONTRADICTIONS, FIRST
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import ORDER
from juesuan.rows import ChecksBetweenRow, DisclosureRow

_TOLD = "state IN ('fail', 'information', 'unreadable', 'not_applicable')"
_COUNTS = "SELECT disclosure_id, state, count(*) AS n FROM checks_between GROUP BY ALL ORDER BY ALL"
_TEXTS = 64
"""Texts of disclosures that are kept for the next finding."""


@dataclass(frozen=True)
class Side:
    """What of a finding one of its disclosures prints.

    Attributes:
        about: the row of ``disclosure``.
        lines: what is printed around its figures, with links.
    """

    about: DisclosureRow
    lines: Lines

    def seen_from(self, here: str) -> Side:
        """The same for another page."""
        way = addresses.way(here, addresses.disclosure(self.about["disclosure_id"]))
        return replace(self, lines=self.lines.seen_from(way))


@dataclass(frozen=True)
class Found:
    """A finding between disclosures.

    Attributes:
        row: of ``checks_between``.
        about: the disclosure to which it belongs.
        sides: what each prints of it; nothing where no line is shown.
    """

    row: ChecksBetweenRow
    about: DisclosureRow
    sides: Sequence[Side] = ()

    def seen_from(self, here: str) -> Found:
        """The same for another page."""
        return replace(self, sides=[side.seen_from(here) for side in self.sides])


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the board, a page a rule, and a part for each disclosure that is concerned."""
    rows = store.where("state = 'fail'").rows("checks_between")
    quoting = _Quoting(store)
    found = [quoting.found(row) for row in rows[:CONTRADICTIONS]]
    found += [Found(row, quoting.abouts[row["disclosure_id"]]) for row in rows[CONTRADICTIONS:]]
    rules = {rule.id: rule for rule in between_rules()}
    yield (
        addresses.part("between"),
        rendered(
            "between.html",
            here=BOARD,
            found=found[:CONTRADICTIONS],
            more=max(0, len(found) - CONTRADICTIONS),
            totals=_totals(store),
            rules=rules,
        ),
    )
    yield from _of_rules(store, found)
    yield from _of_disclosures(store, found, quoting.abouts)


def _totals(store: Store) -> dict[str, int]:
    question = "SELECT state, count(*) AS n FROM checks_between GROUP BY state"
    counts = {row["state"]: int(row["n"]) for row in store.ask(question)}
    return {state: counts.get(state, 0) for state in ORDER}


def _of_rules(store: Store, found: Sequence[Found]) -> Iterator[tuple[str, str]]:
    """A page a rule."""
    counts, results = store.results(), results_of(store, "checks_between")
    for rule in between_rules():
        here = addresses.rule(rule.id)
        own = [one for one in found if one.row["rule"] == rule.id][:CONTRADICTIONS]
        content = rendered(
            "rule_between.html",
            here=here,
            rule=rule,
            counts=counts.get(rule.id, {}),
            found=[one.seen_from(here) for one in own],
            results=result_rows({}, results.get(rule.id, ()), here),
        )
        yield addresses.body(here), content


def _of_disclosures(
    store: Store, found: Iterable[Found], abouts: Mapping[str, DisclosureRow]
) -> Iterator[tuple[str, str]]:
    """The part of the page of checks of each disclosure that is concerned."""
    counts: dict[str, dict[str, int]] = {}
    for row in store.ask(_COUNTS):
        counts.setdefault(row["disclosure_id"], dict.fromkeys(ORDER, 0))[row["state"]] = int(
            row["n"]
        )
    rules = {rule.id: rule for rule in between_rules()}
    quoted = {(one.row["disclosure_id"], one.row["rule"], one.row["subject"]): one for one in found}
    others: dict[str, list[Found]] = {}
    for one in quoted.values():
        for other in one.row["other_id"].split():
            others.setdefault(other, []).append(one)
    for name in sorted({*counts, *others}):
        told = store.of(name, _TOLD).rows("checks_between")
        own = [
            quoted.get((name, row["rule"], row["subject"]), Found(row, abouts[name]))
            for row in told
        ]
        here = addresses.disclosure(name, addresses.CHECKS)
        content = rendered(
            "between_own.html",
            here=here,
            groups=_by_state(own, here),
            others=[one.seen_from(here) for one in others.get(name, ())],
            counts=counts.get(name, {}),
            rules=rules,
        )
        yield addresses.between(name), content
        fails = [one for one in own if one.row["state"] == "fail"] + others.get(name, [])
        if fails:
            first = rendered(
                "between_first.html",
                here=addresses.disclosure(name),
                found=fails[:FIRST],
                more=max(0, len(fails) - FIRST),
                rules=rules,
            )
            yield addresses.contradicted(name), first


def _by_state(own: Sequence[Found], here: str) -> list[tuple[str, list[Found]]]:
    return [
        (state, [one.seen_from(here) for one in own if one.row["state"] == state])
        for state in ORDER
        if any(one.row["state"] == state for one in own)
    ]


class _Quoting:
    """Puts what is printed around the figures of findings beside them.

    Args:
        store: the packages.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._text = lru_cache(_TEXTS)(self._printed)
        self.abouts = {one["disclosure_id"]: one for one in store.disclosures()}

    def found(self, row: ChecksBetweenRow) -> Found:
        """A finding with what both disclosures print."""
        figures = {row["disclosure_id"]: row["figures"].split()}
        for one in row["other_figures"].split():
            name, _, figure = one.rpartition("/")
            figures.setdefault(name, []).append(figure)
        sides = [self._side(name, ids) for name, ids in figures.items() if ids]
        return Found(row, self.abouts[row["disclosure_id"]], sides)

    def _side(self, name: str, ids: Sequence[str]) -> Side:
        about, printed = self.abouts[name], self._text(name)
        way = addresses.way(BOARD, addresses.disclosure(name))
        evidence = self._store.cited(about, way, ids)
        known = [evidence.by_id[one] for one in ids if one in evidence.by_id]
        return Side(about, lines([printed.quote(one) for one in known], evidence))

    def _printed(self, name: str) -> Printed:
        """The text of a disclosure; one that is lost prints nothing around its figures."""
        with suppress(JuesuanError, OSError):
            return Printed(text_of(self._store.folder(name)))
        return Printed("")
