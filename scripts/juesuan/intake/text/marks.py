"""Blanking the marks that extraction put into a text: Markdown, HTML tags, LaTeX.

The length never changes. The bars of Markdown tables become tabs, so that a table is the same
however its cells are separated.
"""

from __future__ import annotations

import re

_TAG = r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n\u0080-\U0010ffff]{0,200})?/?>"
_DOLLARS = r"\$(?![\d,]+\.\d\d(?!\d)(?![^\n\t$]{0,20}\$(?!\d)))"
"""A mark of LaTeX; a sign before an amount that no other one closes is a currency."""

_INLINE = re.compile(rf"\*\*|__|{_TAG}|{_DOLLARS}|\\(?=[%#&_$])|\\left|\\right")
_LINE = re.compile(
    r"^(?:[ \t]*(?:#{1,6}|>|[-*+•·])[ \t]+)+(?=\S)(?!\d{1,4}[ \t]*[-—])", re.MULTILINE
)
_LATEX = re.compile(r"\\(geq?|leq?|times|approx)(?![a-z])\$?")
_MEANS = {"geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "times": "×", "approx": "="}
_PIPES = re.compile(r"^[ \t]*\|.*\|[ \t\r]*$", re.MULTILINE)
_OPERATOR = re.compile(r">[ \t]*=|<[ \t]*=|=[ \t]*>")


def unmark(clean: str) -> str:
    r"""The clean text with marks blanked, comparison operators in one character, the rest in place.

    A line that is a page number between dashes keeps them, so that it can be told from an entry of
    a list.

    >>> unmark("## **收入** >= 5$\\geq$")
    '     收入   ≥  5 ≥    '
    >>> unmark("$31.50$"), unmark("$31.50")
    (' 31.50 ', '$31.50')
    """
    found = _LATEX.sub(lambda match: _MEANS[match[1]].ljust(len(match[0])), clean)
    found = _INLINE.sub(lambda match: " " * len(match[0]), found)
    found = _LINE.sub(
        lambda match: "".join(char if char == "\t" else " " for char in match[0]), found
    )
    found = _PIPES.sub(lambda match: match[0].replace("|", "\t"), found)
    return _OPERATOR.sub(
        lambda match: ("≤" if match[0][0] == "<" else "≥").ljust(len(match[0])), found
    )
