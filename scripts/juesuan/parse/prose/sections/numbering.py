"""Numbers of headings in other styles, other stops and years, as the template spells them.

"一.", "第一节", "(一)、" and "[一]" number what "一、" and "(一)" number elsewhere, and where the
sections of a document are numbered in digits ("1.收入支出决算情况说明") a digit is that number too.
What reads headings and sentences knows the template's spelling alone; here the others become it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from juesuan import terms
from juesuan.parse import passage
from juesuan.parse.prose.sections.title_lines import spans
from juesuan.parse.prose.sections.topics import section_of
from juesuan.parse.view import Reader, View
from juesuan.terms import Words

_CHINESE = "一二三四五六七八九"

_DIGITS = {"〇": "0", "零": "0", "○": "0"} | {one: str(i) for i, one in enumerate(_CHINESE, 1)}
"""Digits of a year."""

_USUAL = ("chinese", "inner")
"""The styles of the template: "一、" of a section, "(一)" of a point."""

_ENOUGH = 3
"""Sections that a style must number before it is the style of a document's sections."""

_ALONE = 2
"""The same, where no section has the number that the template gives it."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A line with the form of a heading, numbered in a style that may be another one.

    Attributes:
        start, end: its place in the prose.
        style: of its number: the name of a group of ``any_number``, or "spaced".
        number: of the heading.
        at: where the characters of the number stand in the source.
        section: the section that the title tells, or empty.
        is_complete: whether it says of itself that it is a title (情况, 说明).
    """

    start: int
    end: int
    style: str
    number: int
    at: tuple[int, ...]
    section: str
    is_complete: bool


def spelling(reader: Reader, ranges: Iterable[tuple[int, int]]) -> dict[int, str]:
    """How characters of a document are read whose usual spelling is another one.

    Args:
        reader: of the document.
        ranges: of its files, as places in the text.

    Returns:
        The place of a character, and what is read there; nothing where it is left out.
    """
    sure = dict(_sure(reader.text))
    for start, end in ranges:
        sure |= _by_style(list(_titles(reader.prose(start, end), reader.text)))
    return sure


def _words() -> Words:
    return terms.words("outline")


def _sure(text: str) -> Iterator[tuple[int, str]]:
    """Numbers and stops that can mean but one thing, wherever they stand."""
    for match in _words().pattern("other_stop").finditer(text):
        yield match.start(), "。"
    for match in _words().pattern("currency").finditer(text):
        yield from ((place, "") for place in range(*match.span()))
    for match in _words().pattern("either_way").finditer(text):
        yield from ((place, "") for place in range(*match.span("other")))
    for match in _words().pattern("chinese_year").finditer(text):
        yield from ((place, _DIGITS[text[place]]) for place in range(*match.span()))
    for match in _words().pattern("other_number").finditer(text):
        yield from _parts(match)
    for match in _words().pattern("other_mark").finditer(text):
        yield from _parts(match)
    for match in _words().pattern("percent_before").finditer(text):
        yield from ((place, "") for place in range(*match.span("percent")))
        yield match.end() - 1, match[0][-1] + "%"


def _parts(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The characters that a match calls by their names, as they are spelt."""
    for name, char in _SPELT.items():
        if match.re.groupindex.get(name) and match[name]:
            yield match.start(name), char


_SPELT: Mapping[str, str] = {
    "dot": "、",
    "behind": "",
    "open": "(",
    "close": ")",
    "before_section": "",
    "section": "、",
    "opened": "(",
    "closed": ")",
    "quote": '"',
    "unquote": '"',
    "named": '"',
    "ending": '"',
    "left": "",
    "right": "",
}
"""What is read for each part of a number in another style."""


def _titles(prose: View, text: str) -> Iterator[_Title]:
    """The lines that have the form of a heading, with their numbers."""
    words = _words()
    for start, end in spans(prose, prose.begins(text)):
        line = prose.text[start:end]
        style, printed, length = _number(line, text, prose.at[start])
        if not style or words.pattern("no_heading").search(line, length):
            continue
        title = words.pattern("page").sub("", line[length:])
        is_complete = bool(words.pattern("complete").search(title))
        at = prose.at[start : start + length]
        yield _Title(start, end, style, passage.number(printed), at, section_of(title), is_complete)


def _number(line: str, text: str, at: int) -> tuple[str, str, int]:
    """The number with which a line begins: style, numeral, and how many characters it has.

    Args:
        line: without spaces.
        text: of the document, with them: only a space parts "六" from "一般公共预算".
        at: where the line begins in it.
    """
    if spaced := _words().pattern("spaced_number").match(text, at):
        return "spaced", spaced[0], len(spaced[0])
    if match := _words().pattern("any_number").match(line):
        return match.lastgroup or "", match[match.lastgroup or 0], match.end()
    return "", "", 0


def _by_style(titles: list[_Title]) -> Iterator[tuple[int, str]]:
    """Numbers in a style that only the document itself shows to be that of its sections."""
    pairs = zip_longest(titles, titles[1:])
    body = [one for one, then in pairs if not _is_listed(one, then)]
    usual = {style: _told(body, style) for style in _USUAL}
    above = set().union(*usual.values())
    least = _ENOUGH if usual["chinese"] else _ALONE
    for style in sorted({one.style for one in titles} - usual.keys()):
        if len(_told(body, style) - above) >= least:
            for one in titles:
                if one.style == style and (one.section or one.is_complete):
                    yield from _respelt(one, bool(usual["chinese"]))


def _is_listed(title: _Title, then: _Title | None) -> bool:
    """Whether another title in the same style stands directly behind, as in a list of contents."""
    return then is not None and then.style == title.style and then.start == title.end


def _told(titles: list[_Title], style: str) -> set[str]:
    """The sections with figures that headings with numbers of a style tell."""
    return {one.section for one in titles if one.style == style} & terms.measured_sections()


def _respelt(title: _Title, is_inner: bool) -> Iterator[tuple[int, str]]:
    first, *rest = title.at
    number = chinese(title.number)
    yield first, f"({number})" if is_inner else f"{number}、"
    yield from ((place, "") for place in rest)


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    lead = "" if not tens else "十" if tens == 1 else _CHINESE[tens - 1] + "十"
    return lead + (_CHINESE[ones - 1] if ones else "")
