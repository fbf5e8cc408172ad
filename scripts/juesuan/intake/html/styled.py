"""What the styles of a page say: of which elements a style sheet says something, and what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_SIMPLE = re.compile(
    r"(?!.*:(?:hover|focus|active|target|checked|before|after|visited|link|any-link))"
    r"(?:[\w.#*\s>,+~-]|:[\w-]+(?:\([\w\s.#+-]*\))?|\[[\w\s=\"'~^$*|-]*\]){1,300}",
    re.ASCII,
)
"""Selectors that say of what they name whatever a reader does."""

_PSEUDO = re.compile(r"::?(before|after)$", re.IGNORECASE)
_SCREEN = re.compile(
    r"@media\s+(?:only\s+)?(?:screen|all)\s*\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}", re.IGNORECASE
)
_DECLARED = re.compile(r"([a-zA-Z-]+)\s*:\s*([^;]*)")
_LONGEST_STYLE = 300_000
_MOST_SELECTORS = 300


def sheets(page: LexborHTMLParser) -> list[str]:
    """The style sheets inside of a page, without their comments."""
    return [_COMMENT.sub("", one.text()[:_LONGEST_STYLE]) for one in page.css("style")]


def ruled(page: LexborHTMLParser, style: re.Pattern[str]) -> Iterator[tuple[LexborNode, str]]:
    """The elements of which a style sheet says something on a screen, and the rule.

    Args:
        page: the page.
        style: what the rule must say.
    """
    for selector, rule in _rules(page, style)[:_MOST_SELECTORS]:
        try:
            found = page.css(selector)
        except (SelectolaxError, ValueError):
            continue
        yield from ((node, rule) for node in found)


def pseudo(
    page: LexborHTMLParser, style: re.Pattern[str]
) -> Iterator[tuple[LexborNode, str, bool]]:
    """The elements before or behind which a style sheet writes something.

    Args:
        page: the page.
        style: what the rule must say.

    Returns:
        Each with the rule, and whether it stands before the text of the element.
    """
    count = 0
    for selectors, rule in _every_rule(page, style):
        for one in selectors.split(","):
            match = _PSEUDO.search(one.strip())
            named = one.strip()[: match.start()] if match else ""
            if match is None or not _SIMPLE.fullmatch(named or "*") or count >= _MOST_SELECTORS:
                continue
            count += 1
            try:
                found = page.css(named or "*")
            except (SelectolaxError, ValueError):
                continue
            yield from ((node, rule, match[1].lower() == "before") for node in found)


def declared(page: LexborHTMLParser, *names: str) -> dict[int, dict[str, str]]:
    """Properties of elements, as style sheets and their own attributes say, by ``mem_id``.

    Args:
        page: the page.
        names: of the properties, or how they begin.
    """
    wanted = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    own = ((node, node.attributes.get("style") or "") for node in page.css("[style]"))
    for node, rule in (*ruled(page, wanted), *own):
        for name, value in _DECLARED.findall(rule) if wanted.search(rule) else ():
            if wanted.match(name):
                found[node.mem_id][name.lower()] = value.replace("!important", "").strip()
    return dict(found)


def _rules(page: LexborHTMLParser, style: re.Pattern[str]) -> list[tuple[str, str]]:
    """The selectors of the rules that say something, and the rules."""
    every = _every_rule(page, style)
    return [(selectors, rule) for selectors, rule in every if _SIMPLE.fullmatch(selectors)]


def _every_rule(page: LexborHTMLParser, style: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The selectors of all rules that say something, and the rules."""
    for text in sheets(page):
        for piece in _MEDIA.sub("", _SCREEN.sub(r"\1", text)).split("}")[:-1]:
            before, brace, rule = piece.rpartition("{")
            if brace and style.search(rule):
                yield before.rpartition("{")[2].strip(), rule
