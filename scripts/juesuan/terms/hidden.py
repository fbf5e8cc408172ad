"""Characters that are not seen but change how a text is read, searched or shown.

Controls, marks of the direction of writing (U+202A to U+202E, U+2066 to U+2069), characters without
width, tags, code points that are no characters: the general categories Cc, Cf, Zl, Zp and the
noncharacters of the first plane (The Unicode Standard, chapter 23), except tab, line ends and the
end of a page. A disclosure needs none of them. They are told, and published in no table and on no
page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RANGES = (
    "\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891"
    "\\u08e2\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufdd0-\\ufdef\\ufeff"
    "\\ufff0-\\ufffb\\ufffe\\uffff\\U000110bd\\U000110cd\\U00013430-\\U0001343f"
    "\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e00ff"
)
HIDDEN = re.compile(f"[{_RANGES}]")
"""One of these characters."""


def without_hidden(text: str) -> str:
    """The text without them.

    >>> without_hidden("示\u202e例")
    '示例'
    """
    return HIDDEN.sub("", text)


def code_point(char: str) -> str:
    """A character as it is written about.

    >>> code_point("\u202e")
    'U+202E'
    """
    return f"U+{ord(char):04X}"


def called(char: str) -> str:
    """Its code point and, where it has one, its name."""
    name = unicodedata.name(char, "")
    return f"{code_point(char)} ({name})" if name else code_point(char)


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces: seen characters, and behind them the code point of a hidden one.

    >>> list(pieces("示\u202e例"))
    [('示', 'U+202E'), ('例', '')]
    """
    at = 0
    for match in HIDDEN.finditer(text):
        yield text[at : match.start()], code_point(match[0])
        at = match.end()
    if at < len(text):
        yield text[at:], ""
