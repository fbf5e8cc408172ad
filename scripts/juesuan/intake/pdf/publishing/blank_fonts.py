"""Fonts that draw nothing, for the text that stands under the picture of a page.

It imports nothing of the project: processes of their own load it.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw.own import FONT
else:
    sys.path.append(str(Path(__file__).parent.parent / "raw"))
    from own import FONT

CODES = 255
"""Codes of one font: zero is none."""


def blank_fonts(pdf: pikepdf.Pdf, codes: dict[str, int]) -> pikepdf.Dictionary:
    """Fonts that draw nothing, the codes of which mean characters.

    Args:
        pdf: the file in which they are.
        codes: a number for each character: that of its font times :data:`CODES`, and its code
            less one.
    """
    chars = [*codes]
    parts = [chars[at : at + CODES] for at in range(0, len(chars), CODES)]
    return Dictionary({f"/{FONT}{number}": _font(pdf, part) for number, part in enumerate(parts)})


def _font(pdf: pikepdf.Pdf, chars: list[str]) -> pikepdf.Object:
    """A font of glyphs that draw nothing; the code of the first one is 1."""
    nothing = pdf.make_stream(b"1000 0 0 -200 1000 800 d1 0 -200 1000 1000 re n")
    names = [Name(f"/c{code}") for code, _ in enumerate(chars, start=1)]
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -200, 1000, 800]),
        FontMatrix=Array([Decimal("0.001"), 0, 0, Decimal("0.001"), 0, 0]),
        FirstChar=1, LastChar=len(chars), Widths=Array([1000] * len(chars)),
        Resources=Dictionary(), CharProcs=Dictionary({str(name): nothing for name in names}),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *names])),
        ToUnicode=pdf.make_stream(_meanings(chars).encode()),
    ))  # fmt: skip


def _meanings(chars: list[str]) -> str:
    """What the codes of a font mean (ISO 32000-1, 9.10.3)."""
    lines = [
        f"<{code:02X}> <{char.encode('utf-16-be').hex()}>"
        for code, char in enumerate(chars, start=1)
    ]
    parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    mapped = "\n".join(
        f"{len(part)} beginbfchar\n{chr(10).join(part)}\nendbfchar" for part in parts
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Under def "
        "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{mapped}\nendcmap end end"
    )
