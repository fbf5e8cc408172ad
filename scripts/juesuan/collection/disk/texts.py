"""The text of a published disclosure, in which its figures are printed."""

from __future__ import annotations

from pathlib import Path

from juesuan import intake, package
from juesuan.collection.disk.folders import sources_of


def text_of(folder: Path) -> str:
    """The text of a published disclosure, in which the offsets of its figures count.

    Raises:
        PackageError, SourceError: if the package or its source is missing or damaged.
    """
    extracted = package.extracted_text(folder)
    return intake.read(sources_of(folder)[0]).text if extracted is None else extracted


_AROUND = 12
"""Characters that are shown on each side of a figure."""


def in_its_line(text: str, start: int, end: int) -> str:
    r"""A figure between what stands around it in its line.

    >>> in_its_line("一、概况\n截至年底，完成全年预算执行进度 124.00%。", 21, 27)
    '…，完成全年预算执行进度⟦124.00⟧%。'

    Args:
        text: in which it is printed.
        start: its offset.
        end: the offset behind it.
    """
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    before, behind = text[begins:start], text[end : ends if ends >= 0 else None]
    shown = before[-_AROUND:], behind[:_AROUND]
    left = ("…" if len(before) > _AROUND else "") + " ".join(shown[0].split())
    right = " ".join(shown[1].split()) + ("…" if len(behind) > _AROUND else "")
    return f"{left}⟦{text[start:end]}⟧{right}"
