"""What became of a disclosure that was converted, in words for a maintainer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

State = Literal["built", "unchanged", "failed"]

_STATUSES = ("bound", "prose", "reference", "unread")
"""Of figures, in the order of reports."""

MOST = 50
"""Lines of one kind that the report of a pull request shows of a disclosure."""


@dataclass(frozen=True)
class Report:
    """What became of one disclosure.

    Attributes:
        disclosure_id: its id.
        state: ``built``, ``unchanged`` or ``failed``.
        message: the error of a failed one.
        figures: number of figures by status.
        rows: number of rows by resource.
        checks: number of checks by state.
        remarks: what the parser wants a person to see.
        unread: unread figures outside of unreadable cells, as ``file:line: text``.
        marked: unreadable cells, with their places.
        blanks: for each of them an entry of the notes that a person may fill.
        new_fails: failed checks that the package published before did not have, without a pin.
        gone_fails: failed checks of the package published before that do not fail any more.
        changed: published values that differ from those before, a line a row.
        lacking: what a maintainer has not written of it yet.
        personal: what the source holds of private persons, as ``file:line: kind``.
    """

    disclosure_id: str
    state: State
    message: str = ""
    figures: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    checks: dict[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    new_fails: tuple[str, ...] = ()
    gone_fails: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def report_lines(report: Report) -> Iterator[str]:
    """A report of a disclosure that did not fail, line by line."""
    if report.state == "unchanged":
        yield f"{report.disclosure_id}: unchanged"
        return
    figures = ", ".join(f"{report.figures.get(name, 0)} {name}" for name in _STATUSES)
    checks = ", ".join(f"{number} {name}" for name, number in report.checks.items())
    yield f"{report.disclosure_id}: figures: {figures}; checks: {checks}"
    for what, lines in (
        ("personal data", report.personal),
        ("unread", report.unread),
        ("unreadable cell", report.marked),
        ("remark", report.remarks),
        ("new contradiction", report.new_fails),
        ("no longer a contradiction", report.gone_fails),
        ("changed value", report.changed),
        ("please write into disclosure.toml", report.lacking),
    ):
        yield from (f"  {what}: {line}" for line in lines)


_PARTS: tuple[tuple[str, Callable[[Report], Sequence[str]]], ...] = (
    ("Could not be converted", lambda one: [one.message] if one.message else []),
    ("Personal data", lambda one: one.personal),
    ("Changed values", lambda one: one.changed),
    ("Figures not understood", lambda one: one.unread),
    ("Unreadable cells", lambda one: one.marked),
    ("New contradictions, not yet looked at", lambda one: one.new_fails),
    ("Contradictions that are gone", lambda one: one.gone_fails),
    ("Remarks", lambda one: one.remarks),
    ("Not told yet: please write it into disclosure.toml", lambda one: one.lacking),
)
"""Parts of the report of a pull request: title, and what of a report stands there."""


def markdown_report(
    reports: Sequence[Report], together: Sequence[str] = (), between: Sequence[str] = ()
) -> str:
    """A report for a pull request, as Markdown that no text of a disclosure can break.

    What was understood, what was not, which contradictions are new.

    Args:
        reports: what became of each disclosure.
        together: what is wrong with the collection as a whole, a line each.
        between: contradictions between disclosures that nobody has looked at, a line each.
    """
    lines = [
        "# What was understood",
        "",
        f"| disclosure | state | {' | '.join(_STATUSES)} | fail | unreadable |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
        *map(_table_row, reports),
    ]
    lines += _listed("Departments and years", together)
    lines += _listed("Contradictions between disclosures, not yet looked at", between)
    for title, entries_of in _PARTS:
        entries = [
            f"- `{one.disclosure_id}`: {_plain(entry)}"
            for one in reports
            for entry in entries_of(one)[:MOST]
        ]
        lines += ["", f"## {title}", "", *entries] if entries else []
    for one in reports:
        lines += _to_fill(one)
    return "\n".join(lines) + "\n"


def _listed(title: str, told: Sequence[str]) -> list[str]:
    """A part of lines; nothing where there is none, and how many are left out."""
    if not told:
        return []
    more = [f"- and {len(told) - MOST} more"] if len(told) > MOST else []
    return ["", f"## {title}", "", *(f"- {_plain(one)}" for one in told[:MOST]), *more]


def _to_fill(report: Report) -> list[str]:
    """The entries for unreadable cells, which a person may fill, as code that nothing can end."""
    if not report.blanks:
        return []
    code = "\n\n".join(report.blanks[:MOST]).replace("`", "\\u0060")
    return ["", f"## Readings to fill: `{report.disclosure_id}`", "", "```toml", code, "```"]


def _table_row(report: Report) -> str:
    figures = (str(report.figures.get(name, "")) for name in _STATUSES)
    checks = (
        str(report.checks.get(name, 0)) if report.checks else "" for name in ("fail", "unreadable")
    )
    return f"| {' | '.join((report.disclosure_id, report.state, *figures, *checks))} |"


def _plain(text: str) -> str:
    """Text from a disclosure as harmless Markdown."""
    for char in "\\`*_{}[]<>#|!":
        text = text.replace(char, f"\\{char}")
    return " ".join(text.split())
