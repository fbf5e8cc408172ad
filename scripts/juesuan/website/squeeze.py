"""HTML without what browsers do not show or do not need: comments, space, end tags, quotes."""

from __future__ import annotations

import re

from juesuan.pages.tags import Attribute, rewritten

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


_FOLLOWS_P = (
    "address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|"
    "main|nav|ol|p|pre|section|table|ul"
)
_HOLDS_P = "article|aside|blockquote|dd|details|div|fieldset|figcaption|figure|footer|form|header"
_END = re.compile(
    r"</li>(?=<li\b|</[ou]l>)"
    r"|</t[dh]>(?=<t[dh]\b|</tr>)"
    r"|</tr>(?=<tr\b|</(?:thead|tbody|table)>)"
    r"|</thead>(?=<tbody\b)|</tbody>(?=</table>|<tbody\b)|</caption>(?=<thead\b|<tbody\b)"
    r"|</dt>(?=<d[td]\b)|</dd>(?=<d[td]\b|</dl>)"
    rf"|</p>(?=<(?:{_FOLLOWS_P})\b|</(?:{_HOLDS_P}|li|main|nav|section|td|th)>)"
)
"""End tags that may be left out where they stand (HTML Standard, 13.1.2.4)."""

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_SCOPE = re.compile(r' scope="(?:col|row)"')
_ROW = re.compile(r"<tr\b[^>]*>(<t[hd]\b)((?:(?!<tr\b).)*)", re.DOTALL)

_PLAIN = re.compile(r"""[^\s"'=<>`]+""")
"""A value that needs no quotes (HTML Standard, 13.1.2.3)."""

_QUOTED = re.compile(rf'="({_PLAIN.pattern})"(?=(?:[ \t\n][^<>]*)?>)')
"""Such a value in its quotes, in a tag."""

_LOOSE = re.compile(r"(?:\A|>)[^<>]*>")
"""What shows that a text holds a ``>``."""


def spare(html: str) -> str:
    """The same page without end tags and quotes that HTML lets be left out.

    Its body alone: a head is short, and people read it in the source of a page. What comes out is
    read as the same elements, attributes and texts.

    >>> spare('<ul><li id="L1">甲</li><li class="a b"><p>乙</p></li></ul>')
    '<ul><li id=L1>甲<li class="a b"><p>乙</ul>'
    """
    start = max(0, html.find("<body"))
    parts = _KEPT.split(html[start:])
    found = [html[:start]]
    for at in range(0, len(parts), 3):
        part = _TABLE.sub(lambda table: _headed(table[0]), parts[at])
        found.append(_unquoted(_END.sub("", part)))
        if at + 1 < len(parts):
            found.append(parts[at + 1])
    return "".join(found)


def _headed(table: str) -> str:
    """A table without what its heads would say alike by where they stand (HTML Standard, 4.9.12.1).

    A head without a scope is one of its columns in a row of heads, else one of its row where the
    whole column is of heads.

    >>> heads = '<thead><tr><th scope="col">项</th><th scope="col">数</th></tr></thead>'
    >>> row = '<tr><th scope="row">甲</th><td>1</td></tr>'
    >>> _headed(f"<table>{heads}{row}</table>").count("scope")
    0
    >>> _headed(f"<table><tr><td></td></tr>{row}</table>").count("scope")
    1
    """
    head, _, body = table.rpartition("</thead>")
    if "span=" in table or "<td" in head or head.count("<tr") > 1:
        return table
    rows = _ROW.findall(body)
    if all(first == "<th" and "<th" not in rest and "<td" in rest for first, rest in rows):
        return _SCOPE.sub("", table)
    return table


def _unquoted(html: str) -> str:
    """HTML without quotes around values that need none; nothing of a text is an attribute.

    Where no text holds a ``>``, a tag is open if one comes before the next ``<``. Else, or with
    single quotes in which another attribute could be told, attributes are read one by one.

    >>> _unquoted('<a id="b" title="c d">e="f" <i class="g"/>')
    '<a id=b title="c d">e="f" <i class="g"/>'
    """
    if "='" in html or _LOOSE.search(html):
        return rewritten(html, _bare)
    return _QUOTED.sub(r"=\1", html)


def _bare(one: Attribute) -> str:
    """An attribute without quotes, where nothing behind it would become a part of its value."""
    return one.written(quote="" if _PLAIN.fullmatch(one.value) and not one.touched else None)
