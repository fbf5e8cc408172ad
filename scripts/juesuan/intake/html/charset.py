"""Which characters the bytes of a web page are."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File

_HEAD = 4096
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([-\w]+)", re.IGNORECASE)
_CALLED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DAMAGED = 300
"""Characters among which one may be damaged, and the encoding is still the right one: what is in
another one is damaged at every second character."""

_FEW = 20
"""Characters among which one may be damaged in the best of all encodings."""


class Decoded(NamedTuple):
    """A text, how its bytes were read, and how many of its characters are damaged."""

    text: str
    encoding: str
    damaged: int = 0


def decoded(file: File, declared: str = "") -> Decoded:
    """The characters of a web page: by its mark, as UTF-8, as declared, as GB18030.

    UTF-8 goes before what is declared: bytes that are valid in it are hardly ever anything else,
    and pages are saved in another encoding than they declare.

    Args:
        file: the page.
        declared: the charset that stands outside of the page, in an archive.

    Raises:
        UnreadableSourceError: if they are characters in none of them.
    """
    best: Decoded | None = None
    for encoding in dict.fromkeys(_encodings(file.data, declared)):
        now = _read(file.data, encoding)
        if now.damaged * _DAMAGED <= len(now.text):
            return now
        best = now if best is None or now.damaged < best.damaged else best
    if best is None or best.damaged * _FEW > len(best.text):
        found = "bytes that are no text in UTF-8 or GB18030"
        advice = "save the page again from the browser"
        raise UnreadableSourceError(file.name, found, "Chinese text", advice)
    return best


def _encodings(data: bytes, declared: str) -> list[str]:
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    if marked:
        return marked
    head = data[:_HEAD]
    if head.count(0) * 3 > len(head):
        return ["utf-16-le" if head[1:2] == b"\0" else "utf-16-be"]
    match = _DECLARED.search(head)
    named = [declared.lower(), match[1].decode("ascii").lower() if match else ""]
    return ["utf-8", *(_CALLED[one] for one in named if one in _CALLED), "gb18030"]


def _read(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        pass
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count("\ufffd"))
