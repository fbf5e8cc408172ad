"""Terms in texts of the site: links to the disclosure's own definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from juesuan.pages.telling.words import term_id

_TAG = re.compile(r"(<[^>]*>)")


class Glossary:
    """Marks the terms that a disclosure defines.

    Args:
        terms: its terms.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = sorted(
            {term for term in terms if len(term) > 1}, key=lambda term: (-len(term), term)
        )
        found = "|".join(re.escape(str(escape(term))) for term in self._terms)
        self._pattern = re.compile(found) if found else None

    def marked(self, text: Markup) -> Markup:
        """The text with each term as a link to its definition, once, and never inside another link.

        >>> print(Glossary(["基本支出"]).marked(Markup("基本支出 <a>基本支出</a>")))
        <a class="term" href="#t-基本支出">基本支出</a> <a>基本支出</a>
        """
        pattern = self._pattern
        if pattern is None:
            return text
        told: set[str] = set()
        parts, depth = [], 0
        for part in _TAG.split(text):
            depth += _opens(part) - part.startswith("</a")
            free = depth == 0 and not part.startswith("<")
            parts.append(pattern.sub(lambda match: _link(match[0], told), part) if free else part)
        return Markup("".join(parts))  # nosec B704


def _opens(part: str) -> bool:
    """Whether a tag opens a link."""
    return part.startswith("<a ") or part == "<a>"


def _link(term: str, told: set[str]) -> str:
    if term in told:
        return term
    told.add(term)
    return f'<a class="term" href="#{term_id(Markup(term).unescape())}">{term}</a>'  # nosec B704
