"""Normalising characters without ever changing the length of a text.

One character becomes one character, so an offset in the clean text *is* an offset in the source.
NFKC as a whole is not used because it lengthens (⑩, ㈠, …).
"""

from __future__ import annotations

import re
import unicodedata

from juesuan.terms.hidden import HIDDEN

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII."""
_ALIKE = {
    " ": "\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff\f\v\r",
    '"': "“”„〝〞＂「」『』",
    "'": "‘’",
    "-": "−﹣–‐‑",
    "%": "﹪٪",
    "<": "﹤",
    ">": "﹥",
    "=": "﹦",
    "≥": "≧⩾",
    "≤": "≦⩽",
    ",": "﹐",
    ";": "﹔",
    ":": "﹕︰∶",
    "(": "﹙",
    ")": "﹚",
    "。": "｡",
    "、": "､",
}
"""A plain character, and those that become it."""
_TURNING = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""What turns the direction of writing: characters behind it are not printed in their order."""

_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⻁⻑⻗⻲⻱",
        "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟虎長雨龜龜",
        strict=True,
    )
)
"""Radicals that some PDF files hold in place of the characters that look the same."""

_COMPATIBLE = {
    code: plain
    for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1
}
"""Ideographs that stand twice in Unicode, as the one that is written (行 for U+FA08)."""

_STYLED = {code: str(unicodedata.decimal(chr(code))) for code in range(0x1D7CE, 0x1D800)}
"""Digits in bold, double-struck and other mathematical styles."""

_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_ILLEGIBLE = "□"
"""What becomes of a digit of another script (Arabic-Indic): no Chinese form prints one, so that it
is something else which was misread, and a number with it is damaged."""

_CLEAN: dict[int, int | str] = {
    **_RADICALS,
    **_COMPATIBLE,
    **{ord(char): plain for char, plain in _SUPPLEMENT.items()},
    **_WIDE,
    **_STYLED,
    **{ord(char): plain for plain, alike in _ALIKE.items() for char in alike},
}

_OTHERS = re.compile(f"[{re.escape(''.join(map(chr, filter(lambda one: one < 65536, _CLEAN))))}]+")
_RARE = re.compile("[\U0001d7ce-\U0001d7ff\U0002f800-\U0002fa1f]")
"""Characters that become others, in the plane of most characters and beyond it: most of a Chinese
text does not, and is taken over as it is. One pattern of both would be ten times as slow."""

_TURNED = re.compile(f"(?<=[0-9.,])[{_TURNING}]|[{_TURNING}](?=[0-9.,])")
"""What turns the direction of writing beside a digit: which number is shown cannot be told."""


_APART = "'ʼ′´`"
_DOTS = "·˙_٬"
_THOUSANDS = re.compile(
    rf"(?<![0-9.,{_APART}{_DOTS}])[0-9]{{1,3}}(?:"
    rf"(?P<mark>[{_APART}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*(?![0-9{_APART}])"
    rf"|(?P<dot>[{_DOTS}])[0-9]{{3}}(?:(?P=dot)[0-9]{{3}})*(?=\.[0-9]))"
)
_MARKS = re.compile(f"[{_APART}{_DOTS}]")
"""A number whose thousands other marks than commas part: 1'234.50; a dot only before a point."""

_COMMAS = str.maketrans(dict.fromkeys(_APART + _DOTS, ","))


def clean(text: str) -> str:
    """One normalised character for each character of the text.

    Full-width ASCII becomes half-width, all kinds of spaces and what is not seen at all become a
    space (tab and line feed stay), quotation marks and minus signs become plain ones, radicals and
    compatible ideographs the characters that look the same. Not for publication: see
    :mod:`juesuan.parse.passage`.

    >>> clean("（１，０３０ 人）：≧")
    '(1,030 人):≥'
    >>> clean("⽀出，部⻔")
    '支出,部门'
    >>> clean("\ufa08政")
    '行政'
    >>> clean("2’345’678.90、7·654.30、7·65")
    '2,345,678.90、7,654.30、7·65'
    >>> clean("1٣.50")
    '1□.50'
    """
    plain = _RARE.sub(_become, _OTHERS.sub(_become, text))
    plain = _FOREIGN_DIGIT.sub(_ILLEGIBLE, plain)
    if _MARKS.search(plain):
        plain = _THOUSANDS.sub(lambda number: number[0].translate(_COMMAS), plain)
    if HIDDEN.search(plain):
        plain = HIDDEN.sub(" ", _TURNED.sub(_ILLEGIBLE, plain))
    return plain


def _become(some: re.Match[str]) -> str:
    return some[0].translate(_CLEAN)
