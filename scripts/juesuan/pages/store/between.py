"""What is found between disclosures: judged from columns, kept in the store until one changes.

Rows of ``checks_between`` belong to the later disclosure, or to the whole of agencies. They follow
from the packages, the registry and the rules; a disclosure is judged again only where one of its
packages, or what is known of how they belong together, has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from juesuan.check.between import (
    ASKED,
    CITED,
    FEWEST,
    Agencies,
    Copied,
    Years,
    judged,
    pinned,
    plain_goal,
    unmatched,
    without_misread,
)
from juesuan.collection import Follows, Whole, following, is_scan, wholes
from juesuan.errors import NoteError
from juesuan.model import Facts
from juesuan.package import NOTES, Notes, read_notes
from juesuan.pages.store.store import Store
from juesuan.reach import version
from juesuan.rows import ChecksBetweenRow, DisclosureRow, ProjectsRow, Row

RESOURCE = "checks_between"
KEPT = Path(".cache") / "between"
"""Where the findings are written as CSV, below the repository's root."""

_AT_ONCE = 32
"""Disclosures that are judged together; as many more may be asked for them."""

_PIN, _RECOGNISED = b"[[pin]]", b"recognised"
"""What stands in notes with pins, and of disclosures whose text was recognised in pictures."""

_UNITS = "SELECT disclosure_id, name FROM organisation WHERE kind = 'unit' ORDER BY _key, _row"
_BOUND = f"status = 'bound' AND resource IN ({', '.join(repr(one) for one in CITED)})"
_GOAL = "regexp_replace(expected_goal, '\\s', '', 'g')"
_DEPARTMENT = "left(disclosure_id, length(disclosure_id) - 5)"
_SAME_GOALS = (
    f"{_GOAL} IN (SELECT {_GOAL} FROM projects WHERE length(expected_goal) >= {FEWEST} "  # noqa: S608 - our own  # nosec B608
    f"GROUP BY ALL HAVING count(DISTINCT {_DEPARTMENT}) > 1)"
)
"""Goals that more than one department has."""


@dataclass
class _Kin:
    """The disclosures with which one is compared, and how."""

    follows: Follows | None = None
    whole: Whole | None = None
    copied: list[Copied] = field(default_factory=list)
    pins: tuple[Row, ...] = ()
    scans: tuple[str, ...] = ()

    @property
    def others(self) -> list[str]:
        """Ids of those whose columns are asked."""
        earlier = [self.follows.earlier] if self.follows else []
        return [*earlier, *(self.whole.parts if self.whole and not self.whole.missing else ())]

    def print(self, own: str, prints: Mapping[str, str]) -> str:
        """All that the findings follow from, as one hash."""
        told = (
            self.follows,
            self.whole,
            [(one.form["project_id"], one.others, one.other, one.number) for one in self.copied],
            [prints[one] for one in (own, *self.others)],
            self.pins,
            self.scans,
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()


def judge(store: Store) -> int:
    """Judge what has changed, and write all findings; ``store`` has them as a resource then.

    Returns:
        How many disclosures were judged.
    """
    kin, prints, before = _kin(store), store.prints(), store.judged()
    code = version("pages.store.between")
    told = {one: code + own.print(one, prints) for one, own in kin.items()}
    gone = {one: "" for one in before if one not in kin and before[one]}
    todo = [one for one in kin if before.get(one) != told[one]]
    store.keep_judged(RESOURCE, gone, ())
    for first in range(0, len(todo), _AT_ONCE):
        part = todo[first : first + _AT_ONCE]
        fresh = {one: told[one] for one in part}
        store.keep_judged(
            RESOURCE, fresh, _numbered(_judged(store, {one: kin[one] for one in part}))
        )
    store.write_by_place(RESOURCE, store.root / KEPT)
    return len(todo)


def judged_anew(store: Store) -> Iterator[ChecksBetweenRow]:
    """All findings between the disclosures of a store; nothing is kept."""
    return _judged(store, _kin(store))


def wrong_pins(store: Store) -> Iterator[str]:
    """The pins of rules between disclosures that match nothing, a line each.

    Args:
        store: the packages, with the findings that :func:`judge` put there.
    """
    for about in store.disclosures():
        one = about["disclosure_id"]
        if pins := _pins(store.folder(one)):
            yield from unmatched(one, store.of(one).rows("checks_between"), pins)


def _kin(store: Store) -> dict[str, _Kin]:
    """With which others each disclosure is compared; nothing of those that stand alone."""
    abouts, registry = store.disclosures(), store.registry()
    units: dict[str, list[str]] = {}
    for row in store.ask(_UNITS):
        units.setdefault(row["disclosure_id"], []).append(row["name"])
    found: dict[str, _Kin] = {}
    for one in following(abouts, registry, units):
        found.setdefault(one.later, _Kin()).follows = one
    for whole in wholes(abouts, registry, units):
        found.setdefault(whole.whole, _Kin()).whole = whole
    for copied in _copied(store, abouts):
        found.setdefault(copied.own, _Kin()).copied.append(copied)
    for name, own in found.items():
        own.pins = _pins(store.folder(name))
        parties = (name, *own.others, *(other for one in own.copied for other in one.others))
        own.scans = tuple(one for one in dict.fromkeys(parties) if _is_scan(store.folder(one)))
    return found


def _pins(folder: Path) -> tuple[Row, ...]:
    """The pins of a disclosure that may be of rules between."""
    notes = _notes(folder, _PIN)
    return notes.pins if notes else ()


def _is_scan(folder: Path) -> bool:
    """Whether the text of a disclosure was recognised in pictures."""
    notes = _notes(folder, _RECOGNISED)
    return notes is not None and is_scan(notes)


def _notes(folder: Path, word: bytes) -> Notes | None:
    """The notes of a disclosure that hold a word; those that are wrong a build tells."""
    notes = folder / NOTES
    if notes.is_file() and word in notes.read_bytes():
        with suppress(NoteError):
            return read_notes(folder)
    return None


def _copied(store: Store, abouts: Iterable[DisclosureRow]) -> Iterator[Copied]:
    """Goals that stand word by word in a form of another department, which has it first."""
    by_id = {one["disclosure_id"]: one for one in abouts}
    groups: dict[str, list[ProjectsRow]] = {}
    earliest = "right(disclosure_id, 4), disclosure_id, _row"
    for row in store.where(_SAME_GOALS, order=earliest).rows("projects"):
        if goal := plain_goal(row["expected_goal"]):
            groups.setdefault(goal, []).append(row)
    for rows in groups.values():
        owners = [by_id[row["disclosure_id"]] for row in rows]
        number = len({one["department_id"] for one in owners})
        for row, about in zip(rows, owners, strict=True):
            if about["department_id"] != owners[0]["department_id"]:
                yield Copied(row, about, rows[0], owners[0], number)


def _judged(store: Store, kin: Mapping[str, _Kin]) -> Iterator[ChecksBetweenRow]:
    """What is found of some disclosures."""
    asked = {other for one, own in kin.items() if own.others for other in (one, *own.others)}
    facts = _facts(store, sorted(asked))
    for one, own in kin.items():
        cases = _cases(store, one, own, facts)
        rows = pinned((row for case in cases for row in judged(case)), own.pins)
        yield from without_misread(rows, own.scans)


def _cases(
    store: Store, one: str, own: _Kin, facts: Mapping[str, Facts]
) -> Iterator[Years | Agencies | Copied]:
    """What rules are asked about of a disclosure."""
    if own.follows:
        yield Years(facts[one], facts[own.follows.earlier], own.follows.seams)
    if own.whole:
        parts = tuple(facts.get(part, Facts(part, {})) for part in own.whole.parts)
        whole = facts[one] if one in facts else _head(store, one)
        yield Agencies(whole, parts, own.whole.missing, own.whole.seams)
    yield from own.copied


def _facts(store: Store, ids: Sequence[str]) -> dict[str, Facts]:
    """Of some packages the tables that the rules ask."""
    tables: dict[str, dict[str, tuple[Row, ...]]] = {one: {} for one in ids}
    for name in ASKED:
        for one, rows in store.several(name, ids, _BOUND if name == "figures" else "true").items():
            if rows:
                tables[one][name] = tuple(rows)
    return {one: Facts(one, own) for one, own in tables.items()}


def _head(store: Store, one: str) -> Facts:
    """A package of which nothing but its head is asked."""
    return Facts(one, {"disclosure": tuple(store.of(one).table("disclosure"))})


def _numbered(rows: Iterable[ChecksBetweenRow]) -> Iterator[tuple[int, ChecksBetweenRow]]:
    return enumerate(rows, start=1)
