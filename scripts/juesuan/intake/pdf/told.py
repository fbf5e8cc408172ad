"""What was not read of a PDF, or is to be compared: remarks for the maintainer, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from juesuan.intake.pdf.supervise import RawPage
from juesuan.intake.pdf.tables.grids import lines_of
from juesuan.intake.pdf.text.stamps import Told

MOST = 20
"""Remarks of one kind."""

SHOWN = 20
"""Characters of what is left out that are told."""

_COMPARE = "compare with the original"

INSTALL = "install juesuan[ocr] (pip install 'juesuan[ocr]', or make ocr) and add the file again"
"""What to do with scanned pages."""

FEW = 60
"""Characters up to which a page is a picture all the same: a number, a stamp."""

MOSTLY = 30
"""Percent of a page from which on pictures are what it shows."""

_ROW = 2
"""Level lines around one row."""


@dataclass
class Remarks:
    """What was not read of a file, as it is met page by page."""

    beside: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """Those of which nothing was read."""

    unseen: dict[tuple[str, int, str], list[int]] = field(default_factory=dict)
    across: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    recognised: list[int] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)
    """Pages under whose picture another program put the text, as ``recognised`` those of ours."""

    blind: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unknown: dict[int, int] = field(default_factory=dict)
    """How many characters of a page have no meaning."""

    stamps: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    """The texts that nobody sees."""

    def take(self, raw: RawPage) -> bool:
        """Note what is not read of a page; returns whether the rest of it is."""
        self.beside += _beside(raw)
        for text, stand in ((raw.tilted, "stand askew"), (raw.watermark, "lie across the text")):
            if text:
                self.across.setdefault((text, stand), []).append(raw.number)
        for why, (count, text) in raw.unseen.items():
            self.unseen.setdefault((why, count, text[:SHOWN]), []).append(raw.number)
            self.hidden.append(text)
        if raw.recognised:
            (self.foreign if is_foreign(raw) else self.recognised).append(raw.number)
        self.notes += [
            f"page {raw.number}: {note} is not printed on the page and was not read: {_COMPARE}"
            for note in raw.notes
        ]
        return self._is_read(raw)

    def drawn(self, page: int, cells: int) -> None:
        """Note blank cells of a page in which something is drawn."""
        if cells:
            what = (
                f"{cells} blank cells of its tables hold"
                if cells > 1
                else ("a blank cell of its tables holds")
            )
            self.blind.append(
                f"page {page}: {what} something that is drawn and no text (a picture, outlines). "
                f"It was not read: {_COMPARE}"
            )

    def crossed(self, page: int, amounts: Sequence[str]) -> None:
        """Note amounts of a page over which something is drawn."""
        if amounts:
            self.blind.append(
                f"page {page}: a line or a curve is drawn over {', '.join(amounts[:MOST])}, as "
                f"over what is struck out. It was not read: {_COMPARE}"
            )

    def struck(self, page: int, words: Sequence[str]) -> None:
        """Note what is struck out on a page."""
        if words:
            shown = ", ".join(one[:SHOWN] for one in words[:MOST])
            self.blind.append(
                f"page {page}: a line goes through {shown}, as through what is struck out. It was "
                f"not read: {_COMPARE}"
            )

    def stamped(self, found: Told) -> None:
        """Note the stamps that are left out, and what may be one."""
        for text, page in found.out:
            self.across.setdefault((text, "stand at one place of its pages"), []).append(page)
        self.stamps += [
            f"page {page}: {text[:SHOWN]} is drawn apart from the rest of its cell. It was read as "
            f"a part of it, and may be a stamp or a footer: {_COMPARE}"
            for text, page in found.doubted
        ]

    def _is_read(self, raw: RawPage) -> bool:
        why = _unreadable(raw)
        if why:
            told = f"page {raw.number}: {why}. Nothing of it was read: {_COMPARE}"
            self.unread.append(told)
            self.pages.append(raw.number)
            return False
        if raw.unknown:
            self.unknown[raw.number] = raw.unknown
        if raw.blind:
            what = f"{_COMPARE}, or {INSTALL}" if is_picture(raw) else _COMPARE
            self.blind.append(
                f"page {raw.number}: a picture covers {raw.blind} % of it, and no text is known of "
                f"the picture. What it shows was not read: {what}"
            )
        return True

    def told(self) -> tuple[str, ...]:
        """The remarks: the file, its pages, then what was left out of them."""
        kinds = (
            self.beside,
            self.unread,
            self.blind,
            [*self._recognised()],
            self._unknown(),
            self.notes,
            [_unseen(*what, on) for what, on in self.unseen.items()],
            [_watermark(*what, on) for what, on in self.across.items()],
            self.stamps,
        )
        return tuple(told for kind in kinds for told in _at_most(kind))

    def _unknown(self) -> list[str]:
        """The remark on characters without a meaning, of pages that were read."""
        if not self.unknown:
            return []
        count = sum(self.unknown.values())
        what = f"{count} characters have" if count > 1 else "a character has"
        return [
            f"{_where([*self.unknown])}: {what} no meaning in the file (a font without a complete "
            f"character map) and cannot be read; \ufffd stands there: {_COMPARE}"
        ]

    def _recognised(self) -> Iterator[str]:
        """The remarks on pages whose text is not seen but in a picture."""
        if self.recognised:
            yield (
                f"{_where(self.recognised)}: a picture, under which a machine put the text that it "
                "recognised. That text was read, and nobody sees it: compare every figure with the "
                "picture"
            )
        if self.foreign:
            yield (
                f"{_where(self.foreign)}: a picture, under which another program put the text that "
                "it recognised, and nobody sees it. Of its tables only what its sums confirm was "
                "read. Its prose was read as it is, and nothing is alleged of it that no person "
                "compared with the picture. What to do: compare every figure with the picture, or "
                f"{INSTALL}: then the picture itself is read"
            )


def _at_most(told: list[str]) -> Iterator[str]:
    yield from told[:MOST]
    if len(told) > MOST:
        yield f"{len(told) - MOST} more remarks like this: {told[-1]}"


def _beside(raw: RawPage) -> Iterator[str]:
    """What the file holds beside its pages."""
    if raw.files:
        names = ", ".join(raw.files[:MOST])
        count = f"{len(raw.files)} other file{'s' if len(raw.files) > 1 else ''}"
        yield (
            f"the file holds {count} ({names}), not read: save what belongs to the "
            "disclosure with a viewer of PDF, and give all of it to one `juesuan add`"
        )
    yield from (f"{what}: {_COMPARE}" for what in raw.holds)


def is_foreign(raw: RawPage) -> bool:
    """Whether the text of a page is what another program recognised in the picture over it."""
    return raw.recognised > 0 and not raw.is_own


def is_picture(raw: RawPage) -> bool:
    """Whether a page is a scan: a picture, and hardly a character beside it."""
    if is_foreign(raw):
        return True
    if raw.why or raw.recognised or len(raw.text) > FEW:
        return False
    return raw.pictures > 0 and (not raw.text or raw.blind >= MOSTLY)


def _where(pages: list[int]) -> str:
    return f"page {pages[0]}" + (f" and {len(pages) - 1} more" if len(pages) > 1 else "")


def _unseen(why: str, count: int, text: str, pages: list[int]) -> str:
    characters = f"{count} characters that are" if count > 1 else "a character that is"
    return (
        f"{_where(pages)}: {characters} {why} ({text}) "
        f"{'are' if count > 1 else 'is'} left out, as no reader sees them: {_COMPARE}"
    )


def _watermark(text: str, stand: str, pages: list[int]) -> str:
    return (
        f"{_where(pages)}: {len(text)} characters that {stand} ({text[:SHOWN]}) are left out "
        f"as a watermark: {_COMPARE}"
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
        return f"it holds pictures and no text (a scan; {INSTALL})"
    return "it holds drawn lines and no text" if _is_drawn(raw) else ""


def _is_drawn(raw: RawPage) -> bool:
    """Whether the lines of a page draw more than the last, empty row of a table before it."""
    return len({one.at for one in lines_of(raw.rulings) if one.across}) > _ROW
