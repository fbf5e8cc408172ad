"""Blanking the marks that extraction put into a text: Markdown, HTML tags, LaTeX. The length never changes.

The bars of Markdown tables become tabs, so that a table is the same however its cells are separated.
"""

from __future__ import annotations

import re

_INLINE = re.compile(r"\*\*|__|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]{0,200})?/?>|\$|\\(?=[%#&_$])|\\left|\\right")
_LINE = re.compile(r"^(?:[ \t]*(?:#{1,6}|>|[-*+•·])[ \t]+)+(?=\S)(?!\d{1,4}[ \t]*[-—])", re.MULTILINE)
_LATEX = re.compile(r"\\(geq?|leq?|times|approx)(?![a-z])")
_MEANS = {"geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "times": "×", "approx": "="}
_PIPES = re.compile(r"^[ \t]*\|.*\|[ \t\r]*$", re.MULTILINE)
_OPERATOR = re.compile(r">[ \t]*=|<[ \t]*=|=[ \t]*>")


def unmark(clean: str) -> str:
    r"""The clean text with marks blanked and comparison operators in one character, the rest in its place.

    A line that is a page number between dashes keeps them, so that it can be told from an entry of a list.

    >>> unmark("## **收入** >= 5$\\geq$")
    '     收入   ≥  5 ≥    '
    """
    chars = list(clean)
    for match in _LATEX.finditer(clean):
        chars[match.start() : match.end()] = [_MEANS[match[1]], *" " * (len(match[0]) - 1)]
    for match in _INLINE.finditer(clean):
        chars[match.start() : match.end()] = " " * len(match[0])
    for match in _LINE.finditer("".join(chars)):
        chars[match.start() : match.end()] = [char if char == "\t" else " " for char in match[0]]
    for match in _PIPES.finditer("".join(chars)):
        chars[match.start() : match.end()] = ["\t" if char == "|" else char for char in match[0]]
    for match in _OPERATOR.finditer("".join(chars)):
        means = "≤" if match[0][0] == "<" else "≥"
        chars[match.start() : match.end()] = [means, *" " * (len(match[0]) - 1)]
    return "".join(chars)
