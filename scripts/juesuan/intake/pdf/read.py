"""Pages of a PDF put together into a Document."""

from __future__ import annotations

from dataclasses import dataclass, field

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.characters import clean
from juesuan.intake.file import File
from juesuan.intake.marks import unmark
from juesuan.intake.pdf.grids import Grid
from juesuan.intake.pdf.halves import halves
from juesuan.intake.pdf.layout import Blocks, laid_out, last_aligned
from juesuan.intake.pdf.supervise import RawPage, raw_pages
from juesuan.intake.pdf.write import Draft
from juesuan.model import Boxes, Document


def read_pdf(file: File) -> Document:
    """Read a PDF document: its text in reading order, its ruled tables, where everything stands.

    The text has a line for each printed line and for each row of a ruled table, whose columns stand
    between tabs.

    Raises:
        UnreadableSourceError: if it is encrypted, damaged, without text (a scan), or too large.
    """
    draft, remarks = Draft(), _Remarks()
    before: Grid | None = None
    for raw in raw_pages(file.path):
        blocks = _blocks(raw, before) if remarks.take(raw) else []
        before = last_aligned(blocks)
        draft.page(raw, blocks)
        _small_enough(file, draft.length)
    draft.flush()
    text = draft.text()
    if not text.strip():
        raise _without_text(file, draft)
    return Document(
        file.name,
        file.sha256,
        file.size,
        "pdf",
        text,
        unmark(clean(text)),
        pages=tuple(draft.pages),
        tables=tuple(draft.tables),
        furniture=draft.furniture(),
        boxes=Boxes(draft.boxes),
        remarks=remarks.told(),
        unread_pages=tuple(remarks.pages),
        is_extracted=True,
        tells_furniture=True,
    )


def _blocks(raw: RawPage, before: Grid | None) -> Blocks:
    """The blocks of a page, or of the two that one sheet holds."""
    found: Blocks = []
    for half in halves(raw):
        found += laid_out(half, last_aligned(found) if found else before)
    return found


@dataclass
class _Remarks:
    """What was not read of a file, as it is met page by page."""

    unread: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    askew: dict[str, list[int]] = field(default_factory=dict)

    def take(self, raw: RawPage) -> bool:
        """Note what is not read of a page; returns whether the rest of it is."""
        if raw.tilted:
            self.askew.setdefault(raw.tilted, []).append(raw.number)
        why = _unreadable(raw)
        if why:
            told = f"page {raw.number}: {why}. Nothing of it was read: compare with the original"
            self.unread.append(told)
            self.pages.append(raw.number)
        return not why

    def told(self) -> tuple[str, ...]:
        """The remarks: pages first, then watermarks."""
        return (*self.unread, *(_watermark(text, on) for text, on in self.askew.items()))


def _watermark(text: str, pages: list[int]) -> str:
    where = f"page {pages[0]}" + (f" and {len(pages) - 1} more" if len(pages) > 1 else "")
    return (
        f"{where}: {len(text)} characters that stand askew ({text[:20]}) are left out "
        "as a watermark: compare with the original"
    )


def _unreadable(raw: RawPage) -> str:
    """Why a page cannot be read; empty where it can."""
    if raw.why:
        return raw.why
    if raw.unknown > max(20, len(raw.text) // 10):
        return (
            f"{raw.unknown} of its {len(raw.text)} characters have no meaning in the file "
            "(a font without a character map)"
        )
    if raw.text:
        return ""
    if raw.pictures:
        return "it holds pictures and no text (a scan)"
    return "it holds drawn lines and no text" if raw.rulings else ""


def _small_enough(file: File, length: int) -> None:
    if length > limits.CHARACTERS:
        raise UnreadableSourceError(file.name, *limits.too_many_characters())


def _without_text(file: File, draft: Draft) -> UnreadableSourceError:
    pictures = " (pictures: a scan)" if draft.pictures else ""
    return UnreadableSourceError(
        file.name,
        f"{len(draft.pages)} pages without text{pictures}",
        "a PDF with text",
        "get the file that the pages were printed from, "
        "or have them recognised and compare every figure",
    )
