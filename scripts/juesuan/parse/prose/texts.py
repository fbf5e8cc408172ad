"""Passages that are published as rows of ``texts``."""

from __future__ import annotations

from juesuan import terms
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.view import View

_SENTENCES = ("achievement", "problem", "improvement")
"""Kinds of texts that keep the full stop at their end."""


def note(section: str, kind: str, body: View, draft: Draft) -> None:
    """Publish a passage in ``texts``; one without content is none.

    Args:
        section: in which it stands.
        kind: of the text.
        body: the passage.
        draft: takes the row.
    """
    where = published_in(section) if section.startswith("general_budget") else section
    body = passage.strip_marks(body, ";,:、 " if kind in _SENTENCES else "。;,:、 ")
    if not len(body):
        return
    position, text = draft.positions[where, kind].take(), passage.publish(body)
    row = draft.add("texts", section=where, kind=kind, position=position, text=text)
    draft.quote("texts", row, "text", body)


def published_in(section: str) -> str:
    """The section under which a point of it is published: the one that it is within, or itself."""
    return terms.sections()[section].within or section
