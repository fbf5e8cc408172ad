"""The checks of published packages, with where a person looks and what to compare first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan import check, package, terms
from juesuan.collection.conversion.offered import is_scan
from juesuan.collection.disk.folders import folder_of, ids
from juesuan.collection.disk.guard import apart
from juesuan.collection.disk.texts import text_of
from juesuan.model import Facts
from juesuan.rows import ChecksRow, FiguresRow

_TOLD = ("fail", "unreadable")
"""States of which each check is told; of others their number."""

MOST_LINES = 6
"""Lines that are named for one comparison."""


@dataclass(frozen=True)
class Checked:
    """A published package and what the rules of today find in it.

    Attributes:
        name: the disclosure's id.
        facts: the package.
        checks: rows of ``checks``.
    """

    name: str
    facts: Facts
    checks: tuple[ChecksRow, ...]


def checked(
    root: Path, wanted: Sequence[str] = (), failed: Callable[[str], object] | None = None
) -> list[Checked]:
    """Apply all rules to published packages.

    Args:
        root: the repository.
        wanted: ids; all if empty.
        failed: called with each whose package or notes are wrong, in one line; the others are
            checked.

    Raises:
        PackageError: if there is no such disclosure, or its package or its notes are wrong and
            nobody is called.
    """
    return apart(wanted or ids(root), lambda one: _checked(folder_of(root, one)), failed)


def _checked(folder: Path) -> Checked:
    facts = replace(package.load(folder), printed=text_of(folder))
    notes = package.read_notes(folder)
    return Checked(folder.name, facts, check.run(facts, notes.pins, is_scan(notes)))


def finding_lines(found: Checked, folder: str | None = None) -> Iterator[str]:
    """Contradictions, then what cannot be read, as ``file:line: rule: sentence``, then counts.

    Args:
        found: the package, and what the rules find.
        folder: how the name of a file begins; that of the disclosure's source if None.
    """
    lines = {row["figure_id"]: _line(row) for row in found.facts.rows("figures")}
    places = {row["figure_id"]: row["file"] for row in found.facts.rows("places")}
    source = f"datapackages/{found.name}/source/" if folder is None else folder
    lead = found.facts.disclosure["source_file"]
    doubtful = check.unconfirmed(found.facts, found.checks)
    for row in sorted((one for one in found.checks if one["state"] in _TOLD), key=_order):
        where = place(row, found.facts.rows("figures"), lines)
        doubts = doubt(doubtful.get((row["rule"], row["subject"]), ()), row, lines)
        file = places.get(row["figures"].partition(" ")[0], lead)
        yield f"{source}{file}{where}: {row['rule']}: {row['statement']}{_pinned(row)}{doubts}"
    counts = Counter(row["state"] for row in found.checks)
    states = terms.resource_schemas()["checks"].enum["state"]
    yield f"{found.name}: " + ", ".join(f"{counts[state]} {state}" for state in states)


def _line(row: FiguresRow) -> str:
    return f":{row['line']}" + (f" (page {row['page']})" if row["page"] else "")


def _order(row: ChecksRow) -> int:
    return _TOLD.index(row["state"])


def _pinned(row: ChecksRow) -> str:
    return f" [原文如此: {row['pinned']}]" if row["pinned"] else ""


def doubt(figures: Sequence[str], row: ChecksRow, lines: Mapping[str, str]) -> str:
    """Whether a failed check speaks against the document, or what to compare with it first.

    Args:
        figures: its figures that no other check confirms.
        row: the check; what a person has compared, and what is about words alone, needs no such
            remark.
        lines: figure id to ``:line``.
    """
    if row["state"] != "fail" or row["pinned"] or not row["figures"]:
        return ""
    if not figures:
        return " [each figure is confirmed by other checks: the document contradicts itself]"
    places = [lines[one].lstrip(":") for one in figures[:MOST_LINES] if one in lines]
    told = ", ".join(dict.fromkeys(places))
    return f" [compare first: no other check confirms what was read in line {told}]"


def place(row: ChecksRow, figures: Sequence[FiguresRow], lines: Mapping[str, str]) -> str:
    """Where a person looks for what a check speaks of.

    Args:
        row: the check.
        figures: the disclosure's ledger of figures, in the order of the source.
        lines: figure id to ``:line``.

    Returns:
        ``:line`` of the check's first figure. A check about words names no figure: then ``:line
        (near)`` of the first figure in the cell, else the record, else the form that is its
        subject; empty for a subject without any figure.
    """
    cited = row["figures"].split()
    if cited:
        return lines[cited[0]]
    near = (
        figure for is_near in _nearness(row["subject"]) for figure in figures if is_near(figure)
    )
    first = next(near, None)
    return f"{lines[first['figure_id']]} (near)" if first else ""


def _nearness(subject: str) -> tuple[Callable[[FiguresRow], bool], ...]:
    """Whether a figure stands at a subject: in its cell, its record, its indicator, its form."""
    record = subject.rpartition("/")[0]
    return (
        lambda one: f"{one['resource']}/{one['row']}/{one['field']}" == subject,
        lambda one: f"{one['resource']}/{one['row']}" == record,
        lambda one: f"{one['resource']}/{one['row']}" == f"indicators/{subject}",
        lambda one: one["row"].split("/")[0] == subject,
    )
