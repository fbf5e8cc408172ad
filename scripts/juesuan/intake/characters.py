"""Normalising characters without ever changing the length of a text.

One character becomes one character, so an offset in the clean text *is* an offset in the source. NFKC as a whole
is not used because it lengthens (⑩, ㈠, …).
"""

from __future__ import annotations

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = {
    "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ",
    "\f": " ", "\v": " ", "\r": " ",
    "“": '"', "”": '"', "„": '"', "〝": '"', "〞": '"', "＂": '"', "「": '"', "」": '"', "『": '"', "』": '"',
    "‘": "'", "’": "'",
    "−": "-", "﹣": "-", "–": "-", "‐": "-", "‑": "-",
    "﹪": "%", "٪": "%", "﹤": "<", "﹥": ">", "﹦": "=", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤",
    "﹐": ",", "﹔": ";", "﹕": ":", "︰": ":", "∶": ":", "﹙": "(", "﹚": ")", "。": "。", "｡": "。", "､": "、",
    "〔": "〔", "〕": "〕",
}  # fmt: skip
_CLEAN: dict[int, int | str] = {**_WIDE, **{ord(char): plain for char, plain in _SAME.items()}}


def clean(text: str) -> str:
    """One normalised character for each character of the text.

    Full-width ASCII becomes half-width, all kinds of spaces become a space (tab and line feed stay), quotation
    marks and minus signs become plain ones. Not for publication: see :mod:`juesuan.parse.prose`.

    >>> clean("（１，０３０ 人）：≧")
    '(1,030 人):≥'
    """
    return text.translate(_CLEAN)
