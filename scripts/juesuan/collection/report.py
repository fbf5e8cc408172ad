"""Reports for maintainers: of a conversion, as Markdown that no text of a disclosure can break; of what to look at first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from juesuan.collection.convert import Report
from juesuan.rows import Row


def markdown_report(reports: list[Report]) -> str:
    """A report for a pull request: what was understood, what was not, which contradictions are new."""
    lines = ["# What was understood", "", "| disclosure | state | bound | prose | reference | unread | fail | unreadable |",
             "|---|---|--:|--:|--:|--:|--:|--:|"]  # fmt: skip
    for one in reports:
        figures = " | ".join(
            str(one.figures.get(name, "")) for name in ("bound", "prose", "reference", "unread")
        )
        checks = " | ".join(
            str(one.checks.get(name, 0)) if one.checks else "" for name in ("fail", "unreadable")
        )
        lines.append(f"| {one.disclosure_id} | {one.state} | {figures} | {checks} |")
    for title, name in (("Could not be converted", "message"), ("Figures not understood", "unread"),
                        ("New contradictions, not yet looked at", "new_fails"),
        ("Contradictions that are gone", "gone_fails"), ("Remarks", "remarks")):  # fmt: skip
        found = [(one.disclosure_id, getattr(one, name)) for one in reports if getattr(one, name)]
        if found:
            lines += ["", f"## {title}", ""]
            for disclosure_id, value in found:
                entries = [value] if isinstance(value, str) else value[:50]
                lines += [f"- `{disclosure_id}`: {_plain(entry)}" for entry in entries]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Text from a disclosure as harmless Markdown."""
    for char in "\\`*_{}[]<>#|!":
        text = text.replace(char, f"\\{char}")
    return " ".join(text.split())


def doubt(figures: tuple[str, ...], row: Row, lines: Mapping[str, str]) -> str:
    """Whether a failed check speaks against the document, or what to compare with the source first.

    Args:
        figures: its figures that no other check confirms.
        row: the check; what a person has compared, and what is about words alone, needs no such remark.
        lines: figure id to ``:line``.
    """
    if row["state"] != "fail" or row["pinned"] or not row["figures"]:
        return ""
    if not figures:
        return " [each figure is confirmed by other checks: the document contradicts itself]"
    places = ", ".join(dict.fromkeys(lines[one].lstrip(":") for one in figures[:6] if one in lines))
    return f" [compare first: no other check confirms what was read in line {places}]"


def place(row: Row, figures: Sequence[Row], lines: Mapping[str, str]) -> str:
    """Where a person looks for what a check speaks of.

    Args:
        row: the check.
        figures: the disclosure's ledger of figures, in the order of the source.
        lines: figure id to ``:line``.

    Returns:
        ``:line`` of the check's first figure. A check about words names no figure: then ``:line (near)`` of the first
        figure in the cell, else the record, else the form that is its subject; empty for a subject without any figure.
    """
    cited = row["figures"].split()
    if cited:
        return lines[cited[0]]
    subject = row["subject"]
    names: tuple[tuple[str, Callable[[Row], str]], ...] = (
        (subject, lambda one: f"{one['resource']}/{one['row']}/{one['field']}"),
        (subject.rpartition("/")[0], lambda one: f"{one['resource']}/{one['row']}"),
        (f"indicators/{subject}", lambda one: f"{one['resource']}/{one['row']}"),
        (subject, lambda one: one["row"].split("/")[0]),
    )
    for wanted, name in names:
        for one in figures:
            if name(one) == wanted:
                return f"{lines[one['figure_id']]} (near)"
    return ""
