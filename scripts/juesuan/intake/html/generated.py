"""What style sheets write before and behind an amount: a minus, a bracket, a unit.

A browser shows it and the page does not hold it. It is read where it stands at an amount; what a
style counts or takes from elsewhere leaves the amount unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from juesuan.intake.html.styled import pseudo
from juesuan.intake.text.doubted import DRAWN, is_unsigned

_CONTENT = re.compile(r"(?<![\w-])content\s*:\s*([^;!]+)", re.IGNORECASE)
_PIECE = re.compile(
    r"\s*(?:\"(?P<one>[^\"]*)\"|'(?P<other>[^']*)'|attr\(\s*(?P<attribute>[\w:-]+)[^)]*\)"
    r"|(?P<none>none|normal|initial)\b|(?P<unknown>[^\s\"']+))"
)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)

_LONGEST = 200
"""Characters of what a rule writes."""

Written = dict[int, tuple[str, str]]
"""What stands before and behind the text of elements, by their ``mem_id``."""


def generated(page: LexborHTMLParser) -> Written:
    """What style sheets write at amounts.

    Args:
        page: the page.
    """
    found: Written = {}
    for node, rule, is_before in pseudo(page, _CONTENT):
        if not is_unsigned(node.text()):
            continue
        text = "".join(_pieces(_content(rule), node))
        before, behind = found.get(node.mem_id, ("", ""))
        found[node.mem_id] = (text, behind) if is_before else (before, text)
    return found


@lru_cache(maxsize=256)
def _content(rule: str) -> str:
    match = _CONTENT.search(rule)
    return match[1][:_LONGEST] if match else ""


def _pieces(content: str, node: LexborNode) -> Iterator[str]:
    for piece in _PIECE.finditer(content):
        if piece["attribute"]:
            yield node.attributes.get(piece["attribute"]) or ""
        elif piece["unknown"]:
            yield DRAWN
        elif not piece["none"]:
            yield _ESCAPED.sub(_character, piece["one"] or piece["other"] or "")


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else 0
    return match[2] or (chr(number) if 0 < number < 0x110000 and number >> 11 != 0x1B else "")
