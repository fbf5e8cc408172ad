"""Characters of a source that are not seen: told to the maintainer, out of what we write ourselves.

A text file is published as it was received, so nothing is taken out of it, and its offsets stay
true. Text that we took out of another format is ours: there a visible sign stands in their place.
"""

from __future__ import annotations

from dataclasses import replace

from juesuan.model import Document
from juesuan.terms.hidden import HIDDEN, called

SIGN = "\ufffd"
"""What stands in the place of a hidden character in a text that was taken out of a file."""

_MOST = 20
"""Kinds of characters that are told apart; a text with more is told so."""


def without_secrets(document: Document) -> Document:
    """The document with a remark for each kind of hidden character.

    Args:
        document: as its reader gives it; its clean text has a space for each of them.
    """
    told = _told(document)
    if not told:
        return document
    text = HIDDEN.sub(SIGN, document.text) if document.is_extracted else document.text
    return replace(document, text=text, remarks=(*document.remarks, *told))


def _told(document: Document) -> list[str]:
    """A remark for each kind, with the first place of it."""
    places: dict[str, list[int]] = {}
    for match in HIDDEN.finditer(document.text):
        places.setdefault(match[0], []).append(match.start())
    told = [_remark(document, char, at) for char, at in list(places.items())[:_MOST]]
    more = len(places) - _MOST
    return [*told, f"{document.name}: {more} more kinds of hidden characters"] if more > 0 else told


def _remark(document: Document, char: str, at: list[int]) -> str:
    times = f"{len(at):,} times" if len(at) > 1 else "once"
    return (
        f"{document.name}:{document.line_of(at[0])}: found {called(char)}, {times}, first here; "
        "expected no characters that are not seen. They are left out of tables and labels, and "
        "named on the page of the source. What to do: compare with the original"
    )
