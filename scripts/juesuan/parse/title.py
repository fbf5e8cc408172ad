"""The title of a disclosure, found between what a portal or a file put around it.

A saved page begins with breadcrumbs, a title is printed twice, over several lines, or only inside
of headings. A name counts that begins with its line and ends as names of offices end; what cannot
be told is asked of the maintainer and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.errors import NotADisclosureError
from juesuan.model import Document
from juesuan.parse.chinese import with_arabic_years
from juesuan.parse.other import refuse_other
from juesuan.terms import Words

HEAD = 3000
"""Characters among which the title stands."""

LINES = 4
"""Lines over which a title may go."""


_TITLES = ("title", "title_by_year", "title_of_three_public")
"""Entries of the words by which a title is known."""

_CENTURY = "20"
"""What every title holds: it begins a year."""

_MARKUP = re.compile("<[^<>]*>")
"""What looks like a tag: it is kept as printed, and is no part of what a name is judged by."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says.

    Attributes:
        department: name as printed, without spaces, with half-width brackets.
        year: fiscal year, digits.
        kind: of accounts.
    """

    department: str
    year: str
    kind: str


def title(document: Document) -> Title:
    """The title of a disclosure.

    Raises:
        NotADisclosureError: if there is none, or none whose department's name can be told.
    """
    head = beginning(document)
    lines = _lines(head)
    found = _longest(_titles(lines)) or _inside(document)
    if found is None or not words_of_accounts(document.text):
        raise _no_title(document, head)
    return found


def words_of_accounts(text: str) -> bool:
    """Whether a text speaks of final accounts anywhere."""
    return bool(_words().pattern("accounts").search(text))


def beginning(document: Document) -> str:
    """The first characters without headers and numbers of pages."""
    kept, at = [], 0
    for start, end in document.furniture:
        if start >= HEAD:
            break
        kept.append(document.clean[at:start])
        at = end
    return "".join([*kept, document.clean[at:HEAD]])


def _words() -> Words:
    return terms.words("identity")


def _lines(head: str) -> list[str]:
    """The lines of a beginning without spaces, those of breadcrumbs apart from one another."""
    parts = (part for line in head.split("\n") for part in _places(line))
    squeezed = (re.sub(r"[\s#*]", "", one) for one in parts)
    return [with_arabic_years(one) for one in map(_without_portal, squeezed) if one]


def _places(line: str) -> list[str]:
    """The places of a breadcrumb; a line with markup is none."""
    return [line] if "<" in line else _words().pattern("breadcrumb").split(line)


def _without_portal(line: str) -> str:
    return _words().pattern("portal").sub("", line)


def _titles(lines: list[str]) -> list[Title]:
    """Titles from the top, those that lines are before those that lines begin with.

    A line of prose that is broken before a name begins with what looks like a title.
    """
    return _of_lines(lines, lambda text: whole_title([text])) or _of_lines(lines, _title_of)


def _of_lines(lines: list[str], told: Callable[[str], Title | None]) -> list[Title]:
    """Titles of as few lines as there are any."""
    for length in range(1, LINES + 1):
        found = []
        for at in range(len(lines) - length + 1):
            if one := told("".join(lines[at : at + length])):
                found.append(_fuller(one, lines[at - 1] if at else ""))
        if found:
            return found
    return []


def _longest(found: list[Title]) -> Title | None:
    """The first title, in its form with the fullest name."""
    if not found:
        return None
    offices = [one for one in found if not _is_region(one.department)] or found
    same = [one for one in offices if one.department.endswith(offices[0].department)]
    return max(same, key=lambda one: len(one.department))


def _is_region(department: str) -> bool:
    """Whether a name is that of a region alone, which has many departments."""
    return bool(_words().pattern("region_alone").fullmatch(department))


def _title_of(text: str) -> Title | None:
    """The title with which a text begins."""
    rest = _words().pattern("in_front").sub("", text)
    for name in _TITLES:
        match = _words().pattern(name).match(rest)
        if match and _is_name(match["department"]) and not _is_of_page(rest[match.end() :]):
            return Title(match["department"], match["year"], match["kind"])
    return None


def _is_of_page(behind: str) -> bool:
    """Whether what stands behind a title makes of it the name of a page of many."""
    return bool(_words().pattern("page_of_many").match(behind))


def whole_title(lines: Sequence[str]) -> Title | None:
    """The title that some lines are, and nothing else; None where they are none.

    Args:
        lines: without spaces, with half-width punctuation.
    """
    text = with_arabic_years("".join(lines))
    if _CENTURY not in text:
        return None
    for name in _TITLES:
        match = _words().pattern(name).fullmatch(text)
        if match and _is_name(match["department"]):
            return Title(match["department"], match["year"], match["kind"])
    return None


def _is_name(department: str) -> bool:
    """Whether a name ends as names of offices end, and holds nothing that none holds."""
    plain = _MARKUP.sub("", department)
    no_name = _words().pattern("no_name").search(plain)
    return not no_name and bool(_words().pattern("office").search(plain))


def _fuller(found: Title, above: str) -> Title:
    """The title with what stands of the name in the line above it.

    That is a region by itself, or the begin of a name that does not begin with its region.
    """
    words = _words()
    region = words.pattern("region_alone").fullmatch(above)
    begun = words.pattern("begin_of_name").fullmatch(above) and not words.pattern(
        "of_region"
    ).match(found.department)
    if (region or begun) and above not in found.department:
        fuller = Title(above + found.department, found.year, found.kind)
        return fuller if _is_name(fuller.department) else found
    return found


def _inside(document: Document) -> Title | None:
    """The title as headings and sentences of the text quote it, where none stands by itself."""
    squeezed = with_arabic_years(re.sub(r"[\s#*]", "", document.clean))
    for match in _words().pattern("quoted").finditer(squeezed):
        if _is_name(match["department"]):
            return Title(match["department"], match["year"], match["kind"])
    return None


def _no_title(document: Document, head: str) -> NotADisclosureError:
    """Why a document is refused that has no title; of a budget, that it is one."""
    try:
        refuse_other(document)
    except NotADisclosureError as error:
        return error
    squeezed = re.sub(r"[\s#*]", "", head)
    if _words().pattern("traditional").search(squeezed):
        return _in_traditional_characters(document)
    return NotADisclosureError(
        f"{document.name}:1",
        f"{squeezed[:40]}…" if squeezed else "no text",
        "a title such as “某某局2024年度部门决算公开说明” with the name of the department",
        "check that the file is a final-accounts disclosure (部门决算); where its title is "
        "missing, put the title as published into its first line",
    )


def _in_traditional_characters(document: Document) -> NotADisclosureError:
    return NotADisclosureError(
        f"{document.name}:1",
        "a text in traditional characters (繁體), as mirrors of a page print it",
        "the disclosure as the department published it, in simplified characters",
        "get the page or the file of the department itself",
    )
