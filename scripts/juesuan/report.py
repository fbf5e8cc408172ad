"""Reports for maintainers: of a conversion, as Markdown that no text of a disclosure can break; of what to look at first."""

from __future__ import annotations

from collections.abc import Mapping

from juesuan.build import Report
from juesuan.model import Row


def markdown_report(reports: list[Report]) -> str:
    """A report for a pull request: what was understood, what was not, which contradictions are new."""
    lines = ["# What was understood", "", "| disclosure | state | bound | prose | reference | unread | fail | unreadable |",
             "|---|---|--:|--:|--:|--:|--:|--:|"]  # fmt: skip
    for one in reports:
        figures = " | ".join(str(one.figures.get(name, "")) for name in ("bound", "prose", "reference", "unread"))
        checks = " | ".join(str(one.checks.get(name, 0)) if one.checks else "" for name in ("fail", "unreadable"))
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
