"""Figures of a reason or a use that stand where a statement has its own: it was not understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from juesuan import terms
from juesuan.model import Document, Facts, Figure

_NEAR: Final = 40
"""Characters before a figure in which its clause begins."""

_RESOURCES: Final = frozenset({"measures", "functions"})

_UNITS: Final = frozenset({"万元", "元", "%"})


def swallowed(document: Document, facts: Facts) -> Iterator[str]:
    """A remark for each figure that went into a reason and stands behind a word of a statement."""
    for one in facts.figures:
        if one.status == "prose" and one.resource in _RESOURCES and one.unit in _UNITS:
            yield from _told(document, one)


def _told(document: Document, figure: Figure) -> Iterator[str]:
    before = "".join(document.clean[max(0, figure.start - _NEAR) : figure.start].split())
    if found := terms.words("damage").pattern("stating").search(before):
        yield (
            f"{document.where(figure.start)}: “{found[0]}{figure.text}{figure.unit}” is read as "
            "part of a reason or use; where the original begins a statement there, a word of it "
            "was lost or misread"
        )
