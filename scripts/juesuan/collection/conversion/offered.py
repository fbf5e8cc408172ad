"""Figures of scans that may be misread: taken back, and offered to the maintainer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from juesuan import check, package
from juesuan.model import Document, Facts

UNREADABLE = "\ufffd"
"""Stands for what is doubtful of a number."""


def is_scan(notes: package.Notes) -> bool:
    """Whether the text of a disclosure, or a part of it, was recognised in pictures."""
    return any("recognised" in (row["how"], row["text"]) for row in notes.copies)


def taken_back(document: Document, facts: Facts, found: Sequence[check.Offer]) -> Document:
    """The document in which figures are damaged that may read otherwise.

    Args:
        document: what was read.
        facts: what was understood of it, as users get it.
        found: the figures.
    """
    places = {row["figure_id"]: int(row["start"]) for row in facts.rows("figures")}
    hidden = {places[one.figure] + at for one in found for at in _differing(one)}
    text, clean = (_damaged(one, hidden) for one in (document.text, document.clean))
    return replace(document, text=text, clean=clean)


def _damaged(text: str, hidden: Collection[int]) -> str:
    return "".join(UNREADABLE if at in hidden else char for at, char in enumerate(text))


def _differing(one: check.Offer) -> list[int]:
    """Which characters of a figure may read otherwise; the last one where one is lost."""
    if len(one.text) != len(one.reads):
        return [len(one.text) - 1]
    return [at for at, char in enumerate(one.text) if char != one.reads[at]]


def offer_lines(
    document: Document, facts: Facts, found: Sequence[check.Offer], is_taken_back: bool = True
) -> list[str]:
    """What is told of each: its place, what was read, and what it may read.

    Args:
        document: what was read.
        facts: what was understood of it, as users get it.
        found: the figures.
        is_taken_back: whether they are published as unreadable.
    """
    places = {row["figure_id"]: int(row["start"]) for row in facts.rows("figures")}
    what = (
        "It is marked as unreadable: look at the picture, and write a [[reading]] of what it shows"
        if is_taken_back
        else "It stands as it was recognised: look at the picture, and where it shows something "
        "else write an [[unreadable]] and a [[reading]]"
    )
    return [
        f"{document.place_of(places[one.figure])}: {one.text} was recognised; with {one.reads} "
        f"{' and '.join(dict.fromkeys(one.rules))} would hold. {what}"
        for one in found
    ]
