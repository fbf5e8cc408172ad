"""Pages of a PDF put together into a Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from juesuan.errors import UnreadableSourceError
from juesuan.intake.characters import clean
from juesuan.intake.marks import unmark
from juesuan.intake.pdf.layout import laid_out
from juesuan.intake.pdf.supervise import RawPage, raw_pages
from juesuan.intake.pdf.write import Draft
from juesuan.model import Boxes, Document

MOST_CHARACTERS = 5_000_000
"""Characters of a file above which it is refused; the largest real disclosure has a tenth of it."""


def read_pdf(path: Path, data: bytes) -> Document:
    """Read a PDF document: its text in reading order, its ruled tables, where everything stands.

    The text has a line for each printed line and for each row of a ruled table, whose columns stand between tabs.

    Args:
        path: the file.
        data: its bytes.

    Raises:
        UnreadableSourceError: if it is encrypted, damaged, without text (a scan), or too large.
    """
    draft, remarks, number = Draft(), [], 0
    askew: dict[str, list[int]] = {}
    for raw in raw_pages(path):
        number = raw.number
        remark = _unreadable(raw)
        if remark:
            remarks.append(
                f"page {number}: {remark}. Nothing of it was read: compare with the original"
            )
        if raw.tilted:
            askew[raw.tilted] = [*askew.get(raw.tilted, []), number]
        draft.page(raw, laid_out(raw) if not remark else [])
        if draft.length > MOST_CHARACTERS:
            raise UnreadableSourceError(
                path.name,
                f"more than {MOST_CHARACTERS:,} characters",
                "at most as many",
                "check that this is one disclosure",
            )
    draft.flush()
    remarks += [_askew(text, pages) for text, pages in askew.items()]
    text = draft.text()
    if not text.strip():
        raise UnreadableSourceError(
            path.name, f"{number} pages without text" + (" (pictures: a scan)" if draft.pictures else ""),
            "a PDF with text", "get the file that the pages were printed from, or have them recognised and compare every figure",
        )  # fmt: skip
    return Document(
        path.name, hashlib.sha256(data).hexdigest(), len(data), "pdf", text, unmark(clean(text)),
        tuple(draft.pages), tuple(draft.tables), draft.furniture(), Boxes(draft.boxes), tuple(remarks),
    )  # fmt: skip


def _askew(text: str, pages: list[int]) -> str:
    where = f"page {pages[0]}" + (f" and {len(pages) - 1} more" if len(pages) > 1 else "")
    return f"{where}: {len(text)} characters that stand askew ({text[:20]}) are left out as a watermark: compare with the original"


def _unreadable(raw: RawPage) -> str:
    if raw.why:
        return raw.why
    if raw.unknown > max(20, len(raw.text) // 10):
        return f"{raw.unknown} of its {len(raw.text)} characters have no meaning in the file (a font without a character map)"
    if not raw.text and raw.pictures:
        return "it holds pictures and no text (a scan)"
    return ""
