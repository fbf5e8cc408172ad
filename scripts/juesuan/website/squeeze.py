"""HTML without what browsers do not show: comments, and space between blocks."""

from __future__ import annotations

import re

_BLOCKS = (
    "address|article|aside|blockquote|body|caption|col|colgroup|dd|details|div|dl|dt|fieldset|"
    "figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|link|main|meta|nav|ol|p|section|"
    "summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
"""Elements beside which space is not shown (HTML Standard, rendering, 15.3)."""

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINES = re.compile(r"[ \t]*\n\s*")
_AFTER = re.compile(rf"(</?(?:{_BLOCKS})\b[^<>]*>)\n")
_BEFORE = re.compile(rf"\n(?=</?(?:{_BLOCKS})\b)")


def squeezed(html: str) -> str:
    r"""The same page in fewer bytes; texts, and spaces that are shown, stay as they are.

    Space goes only where it holds the end of a line, as templates write it.

    >>> squeezed("<ul>\n  <li>甲 <b>乙</b>\n <i>丙</i></li>\n</ul><pre> 丁\n</pre><!-- x -->")
    '<ul><li>甲 <b>乙</b>\n<i>丙</i></li></ul><pre> 丁\n</pre>'
    """
    parts = _KEPT.split(html)  # text, kept, its name, text, …
    found = []
    for at in range(0, len(parts), 3):
        found.append(_between(parts[at]))
        if at + 1 < len(parts):
            found.append(parts[at + 1])
    return "".join(found)


def _between(html: str) -> str:
    """What stands outside elements whose space counts."""
    html = _LINES.sub("\n", _COMMENT.sub("", html))
    return _BEFORE.sub("", _AFTER.sub(r"\1", html))
